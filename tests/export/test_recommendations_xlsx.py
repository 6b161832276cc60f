"""The workbook that leaves: what is in it, and that none of it acts."""

import csv
from datetime import date, datetime
from io import BytesIO

import pandas as pd
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from dash_intel.export.recommendations_csv import recommendations_csv
from dash_intel.export.recommendations_xlsx import cell_text, workbook
from dash_intel.view.recommendation_sheet import (
    COLUMNS,
    Origin,
    RecommendationSheet,
    recommendation_sheet,
    refused_sheet,
)

ORIGIN = Origin("All regions, all dates: 1 report", 3, "7:abc", date(2026, 1, 1))
ROW: dict[str, object] = {
    "recommendation_id": "advice-1",
    "text": "Open the northern berth to tankers.",
    "instrument": "economic",
    "report_id": "report-1",
    "title": "Strike closes the port",
    "publisher": "Harbour Gazette",
    "published_on": pd.Timestamp(2025, 6, 3),
    "regions": ["015", "014"],
    "status": "in_progress",
    "owner": "Ann",
    "addressee": None,
    "priority": "critical",
    "due_on": pd.Timestamp(2026, 3, 31),
    "done_on": pd.NaT,
    "reason": None,
    "evidence": None,
    "note": "Tenders are out.",
    "successor_id": None,
    "revision": 2,
    "is_invented": False,
    "is_overdue": True,
    "is_due_soon": False,
    "is_stale": True,
    "is_recurring": False,
    "total": 1,
}


def sheet(**changes: object) -> RecommendationSheet:
    return recommendation_sheet(pd.DataFrame([{**ROW, **changes}]), ORIGIN)


def opened(view: RecommendationSheet) -> Workbook:
    return load_workbook(BytesIO(workbook(view)))


def values(book: Workbook, row: int = 2) -> dict[str, object]:
    page = book["Recommendations"]
    return {str(name.value): cell.value for name, cell in zip(page[1], page[row], strict=True)}


def test_row_says_what_is_known_in_words() -> None:
    assert values(opened(sheet())) == {
        "Recommendation": "Open the northern berth to tankers.",
        "Status": "Open – In progress",
        "Owner": "Ann",
        "Addressee": None,
        "Priority": "Critical",
        "Due": datetime(2026, 3, 31),
        "Note": "Tenders are out.",
        "Evidence": None,
        "Done on": None,
        "Reason": None,
        "Other id": None,
        "Flags": "Overdue, Stale: nothing decided for 90 days",
        "Report": "Strike closes the port",
        "Publisher": "Harbour Gazette",
        "Published": datetime(2025, 6, 3),
        "Regions": "Eastern Africa, Northern Africa",
        "Instrument": "Economic",
        "Invented": None,
        "Revision seen": 2,
        "Id": "advice-1",
    }


def test_only_what_is_decided_can_be_edited() -> None:
    page = opened(sheet())["Recommendations"]
    assert page.protection.sheet
    assert page.protection.password is None
    unlocked = [
        str(page.cell(1, cell.column).value) for cell in page[2] if not cell.protection.locked
    ]
    assert unlocked == [column.name for column in COLUMNS if column.is_editable]
    assert page.freeze_panes == "B2"


def test_words_are_offered_from_the_sheet_that_lists_them() -> None:
    book = opened(sheet())
    offered = {}
    for rule in book["Recommendations"].data_validations.dataValidation:
        name, _, cells = rule.formula1.partition("!")
        offered[str(rule.sqref)] = [cell[0].value for cell in book[name][cells.replace("$", "")]]
    assert offered["B2"][:2] == ["Open – New", "Open – Accepted"]
    assert offered["E2"] == ["Critical", "Important", "Routine"]
    assert offered["J2"][0] == "Rejected"
    words = [[cell.value for cell in row] for row in book["Words"].iter_rows()]
    assert words[2][:3] == [
        "Open – Accepted",
        "Open – New, Closed – Implemented, Closed – Not implemented",
        "an owner – or, after a closed one, a reason to reopen it",
    ]


def test_about_says_what_it_is_and_how_it_comes_back() -> None:
    rows = [[cell.value for cell in row] for row in opened(sheet(total=12))["About"].iter_rows()]
    said = {str(title): str(words) for title, words in (row[:2] for row in rows[1:])}
    assert said["What is looked at"] == "All regions, all dates: 1 report"
    assert said["How many"] == ("The first 1 of 12 recommendations; one file holds 10,000 at most")
    assert (said["Build of the database"], said["Head of the ledger"]) == ("3", "7:abc")
    assert said["Taken away on"] == "2026-01-01"
    assert "dash-intel recommend import FILE" in said["How to bring it back"]


def test_text_of_a_report_is_never_a_formula_nor_breaks_the_file() -> None:
    hostile = {
        "text": '=HYPERLINK("http://x","y")',
        "title": "+1",
        "publisher": "@x",
        "note": "-2+3",
        "owner": "\tx",
        "evidence": "a\x00b\x0bc\ufffe\r\nd",
        "reason": "_x0041_",
    }
    book = opened(sheet(**hostile))
    page = book["Recommendations"]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "d"}
    found = values(book)
    assert found["Recommendation"] == '\'=HYPERLINK("http://x","y")'
    assert (found["Report"], found["Publisher"], found["Note"]) == ("'+1", "'@x", "'-2+3")
    assert found["Evidence"] == "a\ufffdb\ufffdc\ufffd\nd"
    assert found["Reason"] == "_x005F_x0041_"


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    assert len(cell_text("x" * 32_767)) == 32_767
    assert cell_text("x" * 32_768) == "x" * 32_765 + " …"


def test_no_row_makes_a_workbook_all_the_same() -> None:
    empty = recommendation_sheet(pd.DataFrame(columns=list(ROW)), ORIGIN)
    book = opened(empty)
    assert book["Recommendations"].max_row == 1
    assert list(book["Recommendations"].data_validations.dataValidation) == []


def test_refused_rows_say_why_at_the_end() -> None:
    row = (*sheet().rows[0], "It was not to be.")
    assert values(opened(refused_sheet((row,), "advice.xlsx")))["Not written because"] == (
        "It was not to be."
    )


def test_csv_has_the_same_columns_and_no_formula() -> None:
    lines = recommendations_csv(sheet(owner="=1")).decode("utf-8-sig").splitlines()
    assert lines[0].split(",") == [column.name for column in COLUMNS]
    assert ",'=1,,Critical,2026-03-31," in lines[1]


def test_invented_decision_is_marked_in_a_column_of_workbook_and_csv() -> None:
    view = sheet(is_invented=True)
    assert values(opened(view))["Invented"] == "Invented"
    header, row = recommendations_csv(view).decode("utf-8-sig").splitlines()
    at = header.split(",").index("Invented")
    assert next(csv.reader([row]))[at] == "Invented"
