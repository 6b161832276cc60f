"""An area's risk by category, in words and as bars."""

from dataclasses import replace
from datetime import date

import pandas as pd

from dash_intel.query.area_risk import CategoryRisk, Share
from dash_intel.query.periods import Span
from dash_intel.view.area_risk import Scope, area_scope, finding, risk_bars
from dash_intel.view.chart import BarChart

SCOPE = Scope("Mali", "reports", Span(date(2025, 7, 1), date(2025, 12, 31)), date(2025, 12, 30))
TERROR = CategoryRisk("terrorism", Share(23, 9, 0.36, 0.3, 0.42), Share(14, 2, 0.15, 0.1, 0.2))
CYBER = CategoryRisk("cyber", Share(2, 1, 0.4, 0.2, 0.6), Share(0, 0, 0.2, 0.1, 0.3))
CRIME = CategoryRisk("organised_crime", Share(9, 0, 0.05, 0.0, 0.1), Share(9, 4, 0.4, 0.3, 0.5))


def chart(*cells: CategoryRisk) -> BarChart:
    found = risk_bars(cells, SCOPE)
    assert found is not None
    return found


def test_highest_share_stands_first_and_thin_ones_last() -> None:
    assert [bar.key for bar in chart(CYBER, CRIME, TERROR).bars] == [
        "terrorism",
        "organised_crime",
        "cyber",
    ]


def test_bar_says_how_many_of_how_many_and_what_it_was() -> None:
    (bar,) = chart(TERROR).bars
    assert (bar.now, bar.before, bar.low, bar.high) == (0.36, 0.15, 0.3, 0.42)
    assert (bar.note, bar.arrow, bar.is_thin) == ("9 of 23", "deteriorated", False)
    assert bar.hover == (
        "Mali, terrorism",
        "9 of 23 reports reach level 4 or 5",
        "Shrunken 36%, 80% interval 30%–42%",
        "Before: 15%, from 14 reports",
        "Deteriorated",
    )


def test_share_before_is_not_shown_where_there_was_no_report() -> None:
    (bar,) = chart(CYBER).bars
    assert (bar.before, bar.arrow, bar.is_thin) == (None, "insufficient", True)
    assert chart(CYBER).table.rows[0][6] is None


def test_table_has_a_row_a_bar_with_the_same_keys() -> None:
    view = chart(TERROR, CYBER, CRIME)
    assert view.table.keys == tuple(bar.key for bar in view.bars)
    assert view.table.rows[0] == (
        "Terrorism",
        9,
        23,
        "36%",
        "30%",
        "42%",
        "15%",
        14,
        "Deteriorated",
    )


def test_title_is_what_changed_else_the_measure() -> None:
    assert finding([TERROR, CYBER], "Mali") == "Mali: terrorism deteriorated"
    assert finding([CRIME], "Mali") == "Mali: organised crime improved"
    assert finding([TERROR, CRIME, CYBER], "Mali") == (
        "Mali: of 3 risk categories 1 deteriorated and 1 improved"
    )
    assert finding([CYBER], "Mali") == "Mali: risk by category"


def test_caption_says_n_period_data_date_and_that_scores_describe_reports() -> None:
    assert chart(TERROR, CYBER).caption.foot == (
        "n = 2 to 23 reports a category, 1 Jul–31 Dec 2025. Data to 2025-12-30."
        " Scores describe what reports say, not ground truth."
    )
    assert "kappa 0.33" in chart(TERROR).caption.method


def test_open_beginning_is_left_open() -> None:
    found = risk_bars([TERROR], replace(SCOPE, days=Span(date.min, date(2025, 8, 1))))
    assert found is not None
    assert "a category, until 1 Aug 2025. Data" in found.caption.foot


def test_area_without_a_risk_has_no_chart() -> None:
    assert risk_bars((), SCOPE) is None


def test_data_reach_to_the_newest_report_that_the_filters_leave() -> None:
    totals = pd.DataFrame([{"last_on": pd.Timestamp(2024, 3, 5)}])
    days = Span(date(2024, 1, 1), date(2024, 3, 31))
    assert area_scope("Mali", "reports", days, totals).newest_on == date(2024, 3, 5)
    none = pd.DataFrame([{"last_on": pd.NaT}])
    assert area_scope("Mali", "reports", days, none).newest_on is None
