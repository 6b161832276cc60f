"""The risk matrix in words and cells."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.risk import RiskCell, RiskMatrix
from dash_intel.query.sentences import About
from dash_intel.view.chart import Cell
from dash_intel.view.chosen_cell import cell_about, cell_key, cell_name
from dash_intel.view.risk import RiskView, risk_view, step
from dash_intel.view.risk_words import TITLE, in_a_sentence, level_notice
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import risk_categories

SAHEL, LEVANT, GULF = (Area("group", code) for code in ("sahel", "levant", "gulf_gcc"))
DAYS = Span(date(2025, 7, 1), date(2025, 9, 30))
TOTALS = pd.DataFrame({"last_on": [pd.Timestamp("2025-09-29")]})
EVERY = RiskCell(None, None, 40, 10, 4, 5, 0.25, 0.2, 0.3, "unchanged")


def cell(area: Area | None, category: str | None, share: float, **changes: object) -> RiskCell:
    """Return a cell of nine reports."""
    made = RiskCell(area, category, 9, 4, 2, 4, share, share - 0.1, share + 0.1, "unchanged")
    return replace(made, **changes)  # type: ignore[arg-type]


def view(
    *cells: RiskCell, filters: Filters | None = None, days: Span = DAYS, is_recent: bool = False
) -> RiskView:
    """Return the view of a matrix of three areas."""
    matrix = RiskMatrix(((SAHEL, 20), (LEVANT, 12), (GULF, 7)), (EVERY, *cells))
    return risk_view(matrix, filters or Filters(), days, TOTALS, is_recent=is_recent)


def drawn(found: RiskView, area: Area, category: str) -> Cell:
    """Return one cell as it is drawn."""
    return next(one for one in found.chart.cells if one.key == cell_key(area, category))


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, 0), (0.044, 0), (0.046, 1), (0.144, 1), (0.15, 2), (0.3, 3), (0.5, 3), (0.51, 4)],
)
def test_step_follows_the_percent_that_is_written(share: float, expected: int) -> None:
    assert step(share) == expected


def test_cell_says_its_share_its_number_and_what_is_behind_it() -> None:
    found = drawn(view(cell(SAHEL, "terrorism", 0.362, change="deteriorated")), SAHEL, "terrorism")
    assert (found.text, found.small, found.level) == ("36%", "9", 3)
    assert (found.arrow, found.is_thin, found.peak) == ("deteriorated", False, None)
    assert found.hover == (
        "Sahel, terrorism",
        "4 of 9 reports speak of a level 4 or 5 consequence",
        "36% drawn towards the share of all, 80% interval 26–46%",
        "Highest sentence: 4 Significant",
        "Deteriorated",
        "2 reports without an impact",
    )


def test_what_is_counted_is_called_by_its_name() -> None:
    found = view(cell(SAHEL, "cyber", 0.3), filters=Filters(unit="events"))
    assert "of 9 events" in drawn(found, SAHEL, "cyber").hover[1]
    assert "Events" in found.chart.table.columns
    assert found.chart.caption.foot.startswith("n = 40 events that state a risk")


def test_chart_says_where_recent_reports_weigh_more() -> None:
    one = cell(SAHEL, "terrorism", 0.362)
    found = view(one, is_recent=True)
    said = found.chart.caption
    assert "Recent reports weigh more." in said.measure
    assert "half as much every 45 days" in said.method
    assert drawn(found, SAHEL, "terrorism").hover[2] == (
        "36%, recent reports weighing more, drawn towards the share of all, 80% interval 26–46%"
    )
    usual = view(one).chart.caption
    assert "45 days" not in usual.method
    assert "weigh" not in usual.measure


def test_key_calls_an_empty_cell_what_it_is_and_what_is_counted_by_its_name() -> None:
    assert "fewer than 3 reports · –: no such risk stated" in view().chart.key
    assert "fewer than 3 events" in view(filters=Filters(unit="events")).chart.key


def test_open_beginning_is_left_open() -> None:
    foot = view(days=Span(date.min, date(2025, 8, 1))).chart.caption.foot
    assert "that state a risk, until 1 Aug 2025. Data" in foot


def test_ring_stands_only_where_the_peak_is_above_the_cell() -> None:
    found = view(cell(SAHEL, "cyber", 0.2, peak=5), cell(SAHEL, "health", 0.6, peak=5))
    assert drawn(found, SAHEL, "cyber").peak == 5
    assert drawn(found, SAHEL, "health").peak is None


def test_cell_without_reports_is_no_low_risk() -> None:
    found = drawn(view(cell(SAHEL, "cyber", 0.2)), GULF, "cyber")
    assert (found.level, found.text) == (None, "")
    assert found.hover == ("Gulf (GCC), cyber", "None of 7 reports states such a risk")


def test_rows_go_from_high_to_low_and_the_chosen_one_first() -> None:
    cells = (cell(SAHEL, None, 0.2), cell(LEVANT, None, 0.4))
    names = [name for _, name in view(*cells).chart.rows]
    assert names == ["Levant", "Sahel", "Gulf (GCC)"]
    chosen = view(*cells, filters=Filters(groups=("gulf_gcc",)))
    assert [name for _, name in chosen.chart.rows] == ["Gulf (GCC)", "Levant", "Sahel"]


def test_columns_stand_in_the_order_of_the_vocabulary() -> None:
    assert tuple(key for key, _ in view().chart.columns) == tuple(risk_categories())


def test_headline_is_the_highest_cell_only_where_the_numbers_carry_it() -> None:
    high, low = cell(SAHEL, "terrorism", 0.6), cell(LEVANT, "cyber", 0.4)
    assert view(high, low).headline == "Terrorism in the Sahel is the highest cell"
    assert view(high, low).strongest == "group:sahel~terrorism"
    equal = replace(low, share=0.598)
    assert view(high, equal).headline == TITLE
    assert view(replace(high, low=0.2), low).headline == TITLE
    assert view(replace(high, reports=2)).headline == TITLE
    assert view().headline == TITLE
    assert view().strongest == "~"


def test_headline_leaves_thin_cells_out_in_words() -> None:
    high, thin = cell(SAHEL, "terrorism", 0.6), cell(LEVANT, "cyber", 0.7, reports=2)
    assert view(high, thin).headline == (
        "Terrorism in the Sahel is the highest cell with three reports or more"
    )


def test_chart_says_who_leads_only_where_somebody_does() -> None:
    keys = ("terrorism", "cyber", "health", "organised_crime")
    both = [cell(SAHEL, key, 0.5) for key in keys] + [cell(LEVANT, key, 0.3) for key in keys]
    assert view(*both).chart.caption.title == "The Sahel leads in four of four categories"
    assert view(*both[:2], *both[4:6]).chart.caption.title == TITLE
    thin = cell(GULF, "cyber", 0.9, reports=1)
    assert view(*both, thin).chart.caption.title == "The Sahel leads in three of four categories"


def test_table_has_a_row_and_a_key_a_cell_with_reports() -> None:
    found = view(cell(SAHEL, "terrorism", 0.36), cell(LEVANT, "cyber", 0.1, peak=None)).chart.table
    assert found.keys == ("group:sahel~terrorism", "group:levant~cyber")
    assert found.rows[0] == (
        *("Sahel", "Terrorism", "36%", "26–46%", 9, 4, 2, "4 Significant", "Unchanged"),
    )
    assert found.rows[1][7] == "not stated"


def test_every_cell_and_total_with_reports_can_be_chosen() -> None:
    cells = (cell(SAHEL, "terrorism", 0.36), cell(SAHEL, None, 0.3), cell(None, "terrorism", 0.2))
    assert view(*cells).choices == (
        ("~", "All regions, all risks: 25%, 40 reports"),
        ("~terrorism", "All regions, terrorism: 20%, 9 reports"),
        ("group:sahel~", "Sahel, all risks: 30%, 9 reports"),
        ("group:sahel~terrorism", "Sahel, terrorism: 36%, 9 reports"),
    )


def test_foot_says_n_period_and_that_it_is_no_ground_truth() -> None:
    assert view().chart.caption.foot == (
        "n = 40 reports that state a risk, 1 Jul–30 Sep 2025. Data to 2025-09-29."
        " Scores describe what reports say, not ground truth."
    )


def test_key_of_a_cell_leads_back_to_what_it_is_about() -> None:
    for area in (None, *areas()):
        for category in (None, "cyber"):
            assert cell_about(cell_key(area, category)) == About(area, category)


@pytest.mark.parametrize(
    "key", [None, "", "sahel", "group:sahel", "group:nowhere~cyber", "~no_category", "x~y~z", "~~"]
)
def test_key_of_nothing_known_is_about_nothing(key: str | None) -> None:
    assert cell_about(key) is None


def test_cell_is_called_by_its_area_and_category() -> None:
    assert cell_name(About(SAHEL, "cyber")) == "Sahel, cyber"
    assert cell_name(About()) == "All regions, all risks"


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (SAHEL, "the Sahel"),
        (Area("region", "011"), "Western Africa"),
        (Area("region", "029"), "the Caribbean"),
        (Area("country", "USA"), "the United States"),
        (Area("country", "NLD"), "the Netherlands"),
        (Area("country", "COD"), "the Democratic Republic of the Congo"),
        (Area("country", "MLI"), "Mali"),
    ],
)
def test_area_stands_in_a_sentence_as_one_says_it(area: Area, said: str) -> None:
    assert in_a_sentence(area) == said


def levels(**counts: int) -> pd.DataFrame:
    rows = [(None if key == "none" else int(key[1:]), n) for key, n in counts.items()]
    return pd.DataFrame(rows, columns=["impact_level", "sentences"]).astype("Int64")


def test_notice_says_where_levels_tell_little() -> None:
    assert level_notice(levels(none=50, l2=15, l3=20, l4=15)) is None
    assert level_notice(levels()) is None
    unstated = level_notice(levels(none=51, l2=15, l3=15, l4=19))
    assert unstated is not None
    assert unstated.startswith("51 of 100 risk sentences state no impact")
    assert level_notice(levels(l3=61, l4=39)) == (
        "61 of the 100 sentences that state an impact are at level 3, moderate:"
        " levels tell little apart here."
    )
