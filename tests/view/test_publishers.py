"""Who publishes what is looked at."""

from datetime import date

import pandas as pd
import pytest

from dash_intel.query.coverage import Cut, cut
from dash_intel.view.behind import NOT_NAMED
from dash_intel.view.coverage import CoverageView
from dash_intel.view.publishers import publishers_view

COLUMNS = ("publisher", "found", "promoted", "warned", "first_on", "last_on", "regions", "added")


def view(*rows: tuple[object, ...], looked_at: int = 10) -> CoverageView:
    return publishers_view(pd.DataFrame(list(rows), columns=COLUMNS), looked_at, "reports")


def row(publisher: str, found: int, added: int | None = None) -> tuple[object, ...]:
    first, last = pd.Timestamp(date(2025, 1, 2)), pd.Timestamp(date(2025, 6, 3))
    return (publisher, found, 1, 0, first, last, 4, found if added is None else added)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("Gazette", 5), row("Courier", 5)], "Half of the reports come from one publisher"),
        ([row("Gazette", 4), row("Courier", 1), row("Post", 1)],
         "Half of the 6 reports that name a publisher come from one publisher; 4 name none"),
        ([row("Gazette", 3), row("Courier", 3), row("Post", 3), row("", 1, 0)],
         "Half of the 9 reports that name a publisher come from 2 of 3 publishers; 1 names none"),
        ([row("Gazette", 1), row("", 9, 0)], "One report names its publisher; 9 name none"),
        ([row("", 10, 0)], "No report states its publisher"),
    ],
)  # fmt: skip
def test_headline_says_how_few_half_comes_from(rows: list[tuple[object, ...]], said: str) -> None:
    assert view(*rows).headline == said


def test_what_two_publishers_share_counts_once_for_the_half() -> None:
    rows = (row("Gazette", 4, 4), row("Courier", 9, 0), row("Post", 9, 5))
    assert view(*rows, looked_at=9).headline == "Half of the reports come from 3 of 3 publishers"


def test_row_has_shares_and_leads_to_its_reports() -> None:
    (part,) = view(row("Gazette", 5)).tables
    assert part.table.view.rows == (("Gazette", 5, "50%", "2025-01-02", "2025-06-03", 1, 4, 0),)
    (keys,) = part.table.cuts
    assert [cut(key) if key else None for key in keys] == [
        *(Cut(publisher="Gazette"),) * 3,
        None,
        None,
        Cut(publisher="Gazette", state="promoted"),
        None,
        None,
    ]


def test_reports_without_a_publisher_have_a_row_of_their_own() -> None:
    found = view(row("Gazette", 5), row("", 5, 0))
    (part,) = found.tables
    assert [one[0] for one in part.table.view.rows] == ["Gazette", NOT_NAMED]
    assert cut(part.table.cuts[1][0]) == Cut(nameless="yes")
    assert found.facts.startswith("1 publisher;")


def test_day_that_is_not_known_is_empty() -> None:
    (part,) = view(("Gazette", 5, 0, 0, pd.NaT, pd.NaT, 0, 5)).tables
    assert part.table.view.rows[0][3:5] == (None, None)
