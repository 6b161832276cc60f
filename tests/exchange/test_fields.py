"""Cells as people write them: days, words, numbers where text was, apostrophes."""

from datetime import date, datetime

import pytest

from dash_intel.exchange.fields import Entry, Misread, entry, header
from dash_intel.model.sheet import Cell, CellValue, Sheet, SheetRow
from dash_intel.view.recommendation_sheet import COLUMNS

NAMES = {column.field: column.name for column in COLUMNS}


def read(field: str, value: CellValue, fault: str | None = None) -> Entry | Misread:
    cells = (Cell("A2", "advice-1"), Cell("B2", 0), Cell("C2", value, fault))
    return entry(SheetRow(2, cells), {"recommendation_id": 0, "revision": 1, field: 2})


def value(field: str, written: CellValue) -> object:
    found = read(field, written)
    assert isinstance(found, Entry), found
    return found.values[field]


@pytest.mark.parametrize(
    "written",
    [
        datetime(2026, 3, 31, 15, 30),
        date(2026, 3, 31),
        46112,
        46112.0,
        "2026-03-31",
        " 2026-03-31 00:00:00 ",
        "2026-03-31T15:30",
        "2026/3/31",
        "31.3.2026",
        "31.03.2026",
        "31/03/2026",
        "03/31/2026",
        "31 March 2026",
        "31 Mar 2026",
        "March 31, 2026",
        "Mar. 31 2026",
    ],
)
def test_day_is_understood_in_each_form(written: CellValue) -> None:
    assert value("due_on", written) == date(2026, 3, 31)


def test_no_day_is_cut_off_in_its_middle() -> None:
    assert value("due_on", "12 January 2026") == date(2026, 1, 12)
    assert value("due_on", "12 September 2026 10:00") == date(2026, 9, 12)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("soon", "Due in C2 is “soon”, which is no date such as 2026-03-31."),
        ("31.02.2026", "which is no date"),
        ("13/13/2026", "which is no date"),
        ("31.3.26", "which is no date"),
        ("2026-13-31", "which is no date"),
        ("20260331", "which is no date"),
        (7, "Due in C2 is “7”, which is no date"),
        (1e300, "which is no date"),
        (True, "Due in C2 is “True”, which is no date"),
        ("04/03/2026", "write 2026-03-04 or 2026-04-03."),
        ("x" * 100, f"Due in C2 is “{'x' * 60}…”, which is no date"),
    ],
)
def test_what_is_no_day_or_two_is_refused(written: CellValue, reason: str) -> None:
    found = read("due_on", written)
    assert isinstance(found, Misread)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        ("status", "Open – In progress", "in_progress"),
        ("status", "open - in progress", "in_progress"),
        ("status", "In progress", "in_progress"),
        ("status", "in_progress", "in_progress"),
        ("status", " CLOSED — NOT IMPLEMENTED ", "not_implemented"),
        ("priority", "critical", "critical"),
        ("priority", "", None),
        ("reason", "No longer applicable", "no_longer_applicable"),
        ("reason", "The berth closed again.", "The berth closed again."),
        ("owner", 42, "42"),
        ("owner", 42.0, "42"),
        ("owner", "  Ann  ", "Ann"),
        ("owner", "   ", None),
        ("note", "'=SUM(A1)", "=SUM(A1)"),
        ("note", "'quoted' words", "'quoted' words"),
        ("note", date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_words_are_understood(field: str, written: CellValue, expected: object) -> None:
    assert value(field, written) == expected


def test_fault_is_said_with_the_cell() -> None:
    found = read("owner", None, "It holds a formula.")
    assert found == Misread(2, "advice-1", "Owner in C2: It holds a formula.")


def sheet(*columns: str) -> Sheet:
    return Sheet("a.xlsx", columns, ())


def test_columns_are_found_in_any_order_and_case() -> None:
    found = header(sheet("ID", "own", "revision  seen", "", "Other_Id"))
    assert not isinstance(found, str)
    assert found.places == {"recommendation_id": 0, "revision": 2, "successor_id": 4}
    assert found.unknown == ("own",)


def test_column_that_is_there_twice_is_refused() -> None:
    assert header(sheet("Id", "Revision seen", "Owner", "owner")) == (
        "Two columns are called owner: keep one."
    )


def test_names_of_columns_are_permanent() -> None:
    assert NAMES == {
        "text": "Recommendation",
        "status": "Status",
        "owner": "Owner",
        "addressee": "Addressee",
        "priority": "Priority",
        "due_on": "Due",
        "note": "Note",
        "evidence": "Evidence",
        "done_on": "Done on",
        "reason": "Reason",
        "successor_id": "Other id",
        "flags": "Flags",
        "title": "Report",
        "publisher": "Publisher",
        "published_on": "Published",
        "regions": "Regions",
        "instrument": "Instrument",
        "is_invented": "Invented",
        "revision": "Revision seen",
        "recommendation_id": "Id",
    }
