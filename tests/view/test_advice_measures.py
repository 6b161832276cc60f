"""What became of advice as it is shown."""

from dataclasses import replace
from datetime import date

import pytest

from dash_intel.query.advice_measures import AdviceMeasures, AdviceMonth
from dash_intel.query.timeline import timeline
from dash_intel.view.advice_kinds import MEASURES, Measure
from dash_intel.view.advice_measures import area_of, measures_view
from dash_intel.vocab.areas import Area

WEST, EAST = Area("region", "011"), Area("region", "014")
APRIL = AdviceMonth(date(2025, 4, 30), 4, 4, 20.0, None, 0, 0)
MAY = AdviceMonth(date(2025, 5, 31), 20, 15, 30.5, 12.0, 8, 2)
JUNE = AdviceMonth(date(2025, 6, 10), 20, 12, 41.0, 14.5, 6, 3)
LINE = timeline("month", date(2025, 6, 10), None, {date(2025, 4, 1): 4, date(2025, 5, 1): 16})
FOUND = AdviceMeasures(
    LINE, (APRIL, MAY, JUNE), ((WEST, (APRIL, MAY, JUNE)), (EAST, (APRIL,) * 3)), 20, 0
)


@pytest.mark.parametrize(
    ("measure", "title", "values", "last"),
    [
        ("open", "12 of 20 recommendations are open", [4, 15, 12], "12"),
        ("closure", "40% are closed: 8 of 20 recommendations", [0, 0.25, 0.4], "40%"),
        ("age", "Half of the 12 that are open are 41 days old or older", [20, 30.5, 41], "41 days"),
        ("days", "Half of the 8 that are closed took 14 days or less", [None, 12, 14.5], "14 days"),
        (
            "overdue",
            "3 of the 6 that are open with a due day are overdue",
            [None, 0.25, 0.5],
            "50%",
        ),
    ],
)
def test_line_of_a_measure(
    measure: Measure, title: str, values: list[float | None], last: str
) -> None:
    chart = measures_view(FOUND, "region", measure).line
    (line,) = chart.lines
    assert chart.caption.title == title
    assert [one.value for one in line.points] == values
    assert [one.on for one in line.points] == list(LINE.history)
    assert line.last_label == last
    assert chart.is_last_partial


def test_every_measure_is_named_and_stands_as_a_number() -> None:
    view = measures_view(FOUND, "region", "open")
    assert [one.label for one in view.numbers] == [one.label for one in MEASURES.values()]
    assert view.numbers[4].note == "3 of the 6 that are open with a due day are overdue."


def test_small_numbers_are_said_to_be_small() -> None:
    few = replace(JUNE, given=3, open_=1, due=1, overdue=1)
    view = measures_view(replace(FOUND, all_=(APRIL, MAY, few)), "region", "overdue")
    assert view.numbers[4].note.endswith("Few.")
    assert view.line.lines[0].points[2].hover[-1] == "Of 1 only"


def test_hover_says_the_end_of_the_month_or_the_day_it_ends_on() -> None:
    points = measures_view(FOUND, "region", "open").line.lines[0].points
    assert [one.hover[0] for one in points] == [
        "End of April 2025",
        "End of May 2025",
        "Up to 10 Jun 2025",
    ]


def test_scope_says_what_is_of_the_period_and_what_of_earlier_reports() -> None:
    assert measures_view(FOUND, "region", "open").scope == "20 recommendations."
    earlier = replace(FOUND, in_period=15, undated=2)
    assert measures_view(earlier, "region", "open").scope == (
        "20 recommendations: 15 of the reports of the period and 7 of earlier ones, since what is"
        " open does not end with a period. 2 of reports without a date left out."
    )


def test_panels_are_the_areas_with_the_most_open_advice() -> None:
    view = measures_view(FOUND, "region", "closure")
    assert view.panels is not None
    assert [one.title for one in view.panels.panels] == [
        "Western Africa\n40%, n = 20",
        "Eastern Africa\n0%, n = 4",
    ]
    assert view.drawn == ""
    many = replace(FOUND, areas=FOUND.areas * 6)
    view = measures_view(many, "region", "closure")
    assert view.panels is not None
    assert len(view.panels.panels) == 9
    assert view.drawn == "Drawn are the 9 regions with the most open advice, of 12."


def test_table_has_all_advice_and_every_area_with_all_measures() -> None:
    table = measures_view(FOUND, "region", "open").table
    assert table is not None
    assert table.rows == (
        ("All advice", 20, 12, 40, 41, 14, 6, 50),
        ("Western Africa", 20, 12, 40, 41, 14, 6, 50),
        ("Eastern Africa", 4, 4, 0, 20, None, 0, None),
    )
    assert [area_of(key) for key in table.keys] == [None, WEST, EAST]


def test_tables_of_charts_have_the_figures_that_are_drawn() -> None:
    view = measures_view(FOUND, "region", "overdue")
    assert [row[0] for row in view.line.table.rows] == ["April 2025", "May 2025", "June 2025"]
    assert [row[-1] for row in view.line.table.rows] == [None, 25, 50]
    assert view.panels is not None
    assert view.panels.table.columns == ("Region", "2025-04", "2025-05", "2025-06")
    assert view.panels.table.rows[0] == ("Western Africa", None, 25, 50)


def test_advice_of_no_area_has_neither_panels_nor_table() -> None:
    view = measures_view(replace(FOUND, areas=()), "country", "open")
    assert (view.panels, view.table) == (None, None)
