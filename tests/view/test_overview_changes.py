"""What changed in words: figures, findings, tags, judgements, and what is new."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dash_intel.query.changed_judgements import Moved, Reading, Said
from dash_intel.query.periods import Span
from dash_intel.query.risk import Before, Change, RiskCell, RiskMatrix
from dash_intel.view import overview_judgements as judgements
from dash_intel.view.overview_changes import compared
from dash_intel.view.overview_figures import Figure, figures
from dash_intel.view.overview_headline import MEASURE, NOTHING, changed, finding, headline
from dash_intel.view.overview_outlook import due_advice, worst_cases
from dash_intel.view.overview_regions import MOST_SHOWN, region_bars
from dash_intel.view.overview_visit import visit
from dash_intel.vocab.areas import Area

SAHEL, LEVANT, GULF = (Area("group", code) for code in ("sahel", "levant", "gulf_gcc"))
AT = datetime(2026, 1, 3, 12, tzinfo=UTC)
TOTALS = pd.DataFrame([{"last_on": pd.Timestamp(2026, 2, 26), "reports_before": 0}])
DAYS = Span(date(2026, 1, 1), date(2026, 6, 30))


def cell(
    area: Area | None, category: str | None, change: Change, share: float = 0.5, was: float = 0.2
) -> RiskCell:
    return RiskCell(
        area, category, 9, 4, 2, 5, share, share - 0.1, share + 0.1, change, Before(8, 2, was)
    )


def matrix(*cells: RiskCell) -> RiskMatrix:
    return RiskMatrix((), (cell(None, None, "unchanged"), *cells))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((), NOTHING),
        ((cell(SAHEL, None, "unchanged"),), NOTHING),
        ((cell(SAHEL, None, "insufficient"),), NOTHING),
        ((cell(SAHEL, None, "deteriorated"),), "Reported risk in the Sahel worsened"),
        (
            (cell(SAHEL, None, "deteriorated"), cell(SAHEL, "terrorism", "deteriorated")),
            "Reported risk in the Sahel worsened, most in terrorism",
        ),
        (
            (cell(SAHEL, None, "deteriorated"), cell(LEVANT, None, "improved", 0.1, 0.6)),
            "Reported risk in the Sahel worsened; the Levant eased",
        ),
        (
            (cell(SAHEL, None, "deteriorated"), cell(LEVANT, None, "deteriorated", 0.9)),
            "Reported risk in the Levant and the Sahel worsened",
        ),
        ((cell(None, "cyber", "improved", 0.1),), "Reported risk of cyber eased"),
    ],
)
def test_headline_says_what_moved_and_else_the_measure(
    cells: tuple[RiskCell, ...], said: str
) -> None:
    assert headline(matrix(*cells), None) == said


def test_tags_are_the_headline_where_no_risk_moved() -> None:
    assert headline(matrix(), "Drones rose") == "Drones rose"
    worse = matrix(cell(SAHEL, None, "deteriorated"))
    assert headline(worse, "Drones rose") == "Reported risk in the Sahel worsened"


def test_title_of_regions_counts_those_that_moved() -> None:
    three = [cell(one, None, "deteriorated") for one in (SAHEL, LEVANT, GULF)]
    assert finding(three[:1]) == "The Sahel deteriorated"
    assert finding(three) == "Three regions deteriorated"
    better = [cell(one, None, "improved", 0.1) for one in (LEVANT, GULF)]
    assert finding([*three[:1], *better]) == "The Sahel deteriorated, two improved"
    assert finding([]) == MEASURE


def test_regions_that_moved_are_always_among_those_drawn() -> None:
    areas = [Area("region", code) for code in ("005", "011", "013", "014", "015", "017", "018")]
    areas += [Area("region", code) for code in ("021", "029", "030", "034", "035")]
    rest = [cell(one, None, "unchanged", 0.9) for one in areas]
    found = region_bars(matrix(*rest, cell(SAHEL, None, "improved", 0.1)), "report", None, TOTALS)
    assert found is not None
    assert len(found.bars) == MOST_SHOWN
    assert found.bars[-1].name == "Sahel"
    assert "10 of 13 regions" in found.caption.measure


def test_region_without_a_report_before_has_no_mark_before() -> None:
    lone = RiskCell(SAHEL, None, 2, 1, 0, 5, 0.5, 0.4, 0.6, "insufficient")
    found = region_bars(matrix(lone), "report", DAYS, TOTALS)
    assert found is not None
    (bar,) = found.bars
    assert (bar.before, bar.is_thin, bar.note) == (None, True, "Too few")


def test_all_dates_are_compared_with_nothing() -> None:
    lone = RiskCell(SAHEL, None, 9, 1, 0, 5, 0.5, 0.4, 0.6, "insufficient")
    found = region_bars(matrix(lone), "report", None, TOTALS)
    assert found is not None
    assert found.caption.title == "Risk by region"
    assert found.caption.measure.endswith("All dates have no period before.")
    assert "too few" not in found.caption.alt
    (bar,) = found.bars
    assert bar.note == ""
    assert not [line for line in bar.hover if line.startswith(("Before", "Too few"))]


def test_changed_regions_stand_worst_first() -> None:
    cells = (
        cell(GULF, None, "improved", 0.1, 0.6),
        cell(SAHEL, None, "deteriorated", 0.5),
        cell(LEVANT, None, "deteriorated", 0.9),
    )
    assert [one.area for one in changed(matrix(*cells))] == [LEVANT, SAHEL, GULF]


def counted(*spans: tuple[int, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "span": span,
                "started_on": pd.NaT,
                "reports": reports,
                "events": reports,
                "told": told,
                "high": high,
                "scenarios": 3,
                "recommendations": 0,
            }
            for span, reports, told, high in spans
        ]
    )


def figure(found: tuple[Figure, ...], subject: str) -> Figure:
    return next(one for one in found if one.subject == subject)


def test_figure_says_how_far_it_moved() -> None:
    found = figures(counted((0, 12, 10, 3), (1, 8, 8, 1)), None, "deteriorated", "reports")
    reports, high = figure(found, "reports"), figure(found, "high")
    assert (reports.value, reports.moved, reports.before) == ("12", "+4", "vs 8")
    assert (high.value, high.moved, high.before) == ("30%", "+18 points", "vs 12%")
    assert (reports.tone, high.tone) == ("none", "more is worse")
    assert figure(found, "scenarios").moved == "±0"


def test_figure_without_a_period_before_claims_no_change() -> None:
    found = figures(counted((0, 12, 0, 0)), None, "insufficient", "reports")
    assert {(one.moved, one.before) for one in found} == {("", "")}
    assert figure(found, "high").value == "–"


@pytest.mark.parametrize(
    ("days", "before", "said"),
    [
        (None, 0, "All dates are looked at: there is no period before to compare with."),
        (
            Span(date(2026, 1, 11), date(2026, 1, 20)),
            1,
            "Compared with the equal period before, 1 Jan–10 Jan 2026: 1 report.",
        ),
        (
            Span(date(2026, 1, 11), date(2026, 1, 20)),
            0,
            "Compared with the equal period before, 1 Jan–10 Jan 2026: no report.",
        ),
    ],
)
def test_period_before_is_named_with_what_it_holds(
    days: Span | None, before: int, said: str
) -> None:
    assert compared(days, pd.DataFrame([{"reports_before": before}]), "reports") == said


def moved(country: str, rung: int, before: int) -> Moved:
    reading = Reading("stated", "likely", 0.55, 0.8, is_corrected=False)
    later = Said(1, 0, date(2026, 1, 2), None, reading, rung)
    earlier = Said(2, 0, date(2026, 1, 1), None, reading, before)
    return Moved(later, earlier, (country,), ("terrorism",))


def test_title_of_judgements_counts_countries() -> None:
    assert judgements.title(()) == "No wording moved"
    assert judgements.title((moved("MLI", 5, 4),)) == "Wording moved on Mali"
    both = moved("MLI", 5, 4), moved("NER", 3, 4)
    assert judgements.title(both) == "Wording moved on two countries"
    said = "2 changes, newest first: ▲ 1 called likelier, ▼ 1 less likely."
    assert judgements.scope(both).startswith(said)


def test_pages_of_judgements_end_with_the_last() -> None:
    moves = [moved("MLI", 5, 4)] * 4
    assert (judgements.page_count(moves), judgements.page_count([])) == (2, 1)
    assert [len(judgements.page_of(moves, page)) for page in (1, 2, 9)] == [3, 1, 1]


def worst(**changes: object) -> pd.DataFrame:
    row = {
        "scenario_id": "future-1",
        "text": "It spreads.",
        "horizon": None,
        "horizon_on": pd.NaT,
        "probability": None,
        "basis": None,
        "term": None,
        "low": None,
        "high": None,
        "is_corrected": False,
        "report_id": "report-1",
        "title": "Strike",
        "publisher": None,
        "published_on": pd.Timestamp(2026, 1, 2),
        "places": ["MLI", "~sahel"],
        "total": 1,
    }
    return pd.DataFrame([row | changes])


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({}, "no probability stated"),
        ({"basis": "hedge", "term": "may"}, "no probability stated"),
        ({"basis": "stated", "term": "likely"}, "likely (55–80%)"),
        ({"probability": 0.12}, "12%, recorded by an analyst"),
        ({"horizon": "by May"}, "no probability stated · by May"),
    ],
)
def test_worst_case_says_its_chance_and_never_fills_one_in(
    changes: dict[str, object], facts: str
) -> None:
    (told,) = worst_cases(worst(**changes)).shown
    assert told.facts == facts
    assert [chip.text for chip in told.quote.chips] == ["Mali", "Sahel"]


def test_nothing_due_says_so() -> None:
    found = due_advice(pd.DataFrame({"total": [], "overdue": []}))
    assert found.title == "Advice that is due"
    assert found.ways == (("All recommendations", "all"),)


def test_visit_says_what_is_new_and_that_nothing_is() -> None:
    none = pd.DataFrame({"total": []})
    found = visit(AT, none, none)
    assert found.is_empty
    assert found.said == "New since your last visit, 2026-01-03 12:00 UTC: nothing"
    decided = pd.DataFrame(
        [
            {
                "aspect": "note",
                "subject_id": "risk-1",
                "changed_at": AT,
                "changed_by": "Jon",
                "report_id": "report-1",
                "title": "",
                "total": 7,
            }
        ]
    )
    found = visit(AT, none, decided)
    assert found.said.endswith(": 7 decisions by others")
    (news,) = found.decisions
    assert (news.report_id, news.title) == ("", "Note: A report that is gone")
