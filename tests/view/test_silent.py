"""Regions that were reported on before and are not now."""

from datetime import date

import pandas as pd
import pytest

from dash_intel.query.coverage import Cut, cut
from dash_intel.view.coverage import CoverageView
from dash_intel.view.silent import silent_view

COLUMNS = ("region", "found", "found_before", "earlier", "last_on")
LAST = pd.Timestamp(date(2025, 3, 1))
HEARD = ("017", 3, 0, 0, pd.Timestamp(date(2025, 6, 1)))
GONE = (("011", 0, 2, 5, LAST), ("151", 0, 0, 1, LAST), ("034", 0, 0, 1, pd.NaT))


def view(*rows: tuple[object, ...], has_all: bool = False) -> CoverageView:
    found = pd.DataFrame(list(rows), columns=COLUMNS)
    return silent_view(found, date(2025, 3, 31), has_all=has_all)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "No region was reported on"),
        ((HEARD,), "No region fell silent"),
        (GONE[:1], "Western Africa has fallen silent"),
        (GONE[:2], "Western Africa and Eastern Europe have fallen silent"),
        (GONE, "3 regions have fallen silent"),
    ],
)
def test_headline_names_two_at_most(rows: tuple[tuple[object, ...], ...], said: str) -> None:
    assert view(*rows).headline == said


def test_region_that_is_heard_of_is_in_no_row() -> None:
    found = view(HEARD, *GONE)
    assert found.facts.startswith("1 region with reports in the period.")
    (part,) = found.tables
    assert [row[0] for row in part.table.view.rows] == [
        "Western Africa",
        "Eastern Europe",
        "Southern Asia",
    ]


def test_silence_is_counted_in_days_up_to_the_end_of_the_period() -> None:
    (part,) = view(*GONE).tables
    assert part.table.view.rows[0] == ("Western Africa", "2025-03-01", 30, 2, 5)
    assert part.table.view.rows[2][1:3] == (None, None)


def test_numbers_lead_to_their_reports_and_none_to_nothing() -> None:
    (part,) = view(*GONE).tables
    assert [cut(key) if key else None for key in part.table.cuts[0]] == [
        Cut(region="011", state="earlier"),
        None,
        None,
        Cut(region="011", state="before"),
        Cut(region="011", state="earlier"),
    ]
    assert part.table.cuts[1][3] == ""


def test_all_dates_have_no_silence() -> None:
    found = view(HEARD, *GONE, has_all=True)
    assert (found.headline, found.tables) == ("Silence needs a period", ())
