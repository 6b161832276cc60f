"""Sheets that come back from outside, most of them hostile."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from dash_intel.model.sheet import Sheet
from dash_intel.model.source import Rejection
from dash_intel.read.limits import LIMITS, Limits
from dash_intel.read.sheet import read_sheet
from tests.read.made import zipped

TITLE = "Recommendations"


def book(*rows: tuple[object, ...], title: str = TITLE) -> bytes:
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def sheet(data: bytes, name: str = "a.xlsx", limits: Limits = LIMITS) -> Sheet:
    found = read_sheet(name, data, TITLE, limits)
    assert isinstance(found, Sheet), found
    return found


def rejection(data: bytes, name: str = "a.xlsx", limits: Limits = LIMITS) -> Rejection:
    found = read_sheet(name, data, TITLE, limits)
    assert isinstance(found, Rejection), found
    return found


def with_part(data: bytes, name: str, content: bytes | str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return zipped(*{**parts, name: content}.items())


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_cells_come_with_their_place_and_kind() -> None:
    day = datetime(2026, 3, 31)
    read = sheet(book(("Id", "Due", "Seen"), ("advice-1", day, 2), (None, None, None), ("x", 1.5)))
    assert read.columns == ("Id", "Due", "Seen")
    assert [row.number for row in read.rows] == [2, 4]
    assert [cell.place for cell in read.rows[1].cells] == ["A4", "B4", "C4"]
    assert [cell.value for cell in read.rows[0].cells] == ["advice-1", day, 2]
    assert [cell.value for cell in read.rows[1].cells] == ["x", 1.5, None]


def test_formula_is_a_fault_and_is_never_worked_out() -> None:
    read = sheet(book(("Id",), ("=HYPERLINK(1)",), ('=cmd|"/c calc"!A1',)))
    assert [row.cells[0].value for row in read.rows] == [None, None]
    assert all("holds a formula" in str(row.cells[0].fault) for row in read.rows)


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("=A1&B1", "=A1&B1"),
        ('="a_x000D_"&A1', '="a"&A1'),
        (ArrayFormula("A2", "=SUM(B1:B2)"), "=SUM(B1:B2)"),
        ("#REF!", "#REF!"),
        (time(3, 4), "03:04:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_what_is_not_taken_is_kept_as_the_words_that_were_typed(value: object, typed: str) -> None:
    (cell,) = sheet(book(("Id",), (value,))).rows[0].cells
    assert (cell.value, cell.fault is None, cell.typed) == (None, False, typed)


def test_text_that_looks_like_a_formula_is_text() -> None:
    made = Workbook()
    made.active.append(("Id",))
    made.active["A2"] = "x"
    made.active["A2"].value, made.active["A2"].data_type = "=1+1", "s"
    held = io.BytesIO()
    made.save(held)
    (row,) = sheet(held.getvalue()).rows
    assert (row.cells[0].value, row.cells[0].fault) == ("=1+1", None)


def test_error_value_is_a_fault() -> None:
    data = book(("Id",), ("x",))
    name = "xl/worksheets/sheet1.xml"
    broken = part(data, name).replace(
        "</sheetData>", '<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row></sheetData>'
    )
    assert sheet(with_part(data, name, broken)).rows[1].cells[0].fault == (
        "It holds an error value of the spreadsheet."
    )


def test_sheet_of_the_name_is_read_else_the_first() -> None:
    made = Workbook()
    made.active.append(("First",))
    made.create_sheet("recommendations").append(("Second",))
    held = io.BytesIO()
    made.save(held)
    assert sheet(held.getvalue()).columns == ("Second",)
    assert sheet(book(("Only",), title="Sheet1")).columns == ("Only",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_by_whichever_delimiter_it_has(delimiter: str) -> None:
    lines = [delimiter.join(("Id", "Owner", "Note")), delimiter.join(("a", "Jörg", '"x\r\ny"'))]
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        read = sheet("\r\n".join(lines).encode(encoding), "a.csv")
        assert read.columns == ("Id", "Owner", "Note")
        assert [cell.value for cell in read.rows[0].cells] == ["a", "Jörg", "x\r\ny"]


def test_short_row_of_a_csv_is_filled_up() -> None:
    (row,) = sheet(b"Id,Owner\na\n", "a.csv").rows
    assert [(cell.place, cell.value) for cell in row.cells] == [("A2", "a"), ("B2", None)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "broken_archive"),
        ("a.xlsx", b"Id,Owner\n", "broken_archive"),
        ("a.xlsx", zipped(("a.txt", "x")), "broken_workbook"),
        ("a.xlsx", book(), "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b'Id\n"x', "broken_csv"),
        ("a.csv", b"Id\n\0\0\0", "binary"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "unsupported_format"),
        ("a.xlsm", book(("Id",)), "unsupported_format"),
        ("", b"Id\n", "unsupported_format"),
    ],
)
def test_file_that_is_no_sheet_is_rejected(name: str, data: bytes, code: str) -> None:
    assert rejection(data, name).code == code


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [
        ("sheet_bytes", 100, "too_large"),
        ("sheet_rows", 2, "too_many_rows"),
        ("sheet_columns", 1, "too_many_columns"),
        ("sheet_xml_bytes", 500, "archive_bomb"),
        ("docx_parts", 3, "archive_bomb"),
    ],
)
def test_workbook_past_a_limit_is_rejected(limit: str, value: int, code: str) -> None:
    data = book(("Id", "Owner"), *[("a", "b")] * 3)
    assert rejection(data, limits=replace(LIMITS, **{limit: value})).code == code  # type: ignore[arg-type]


def test_bomb_is_rejected_before_it_is_unpacked() -> None:
    bomb = with_part(book(("Id",)), "xl/media/zeros.bin", bytes(60_000_000))
    assert len(bomb) < 200_000
    assert rejection(bomb).code == "archive_bomb"


def test_long_cell_is_a_fault_of_the_cell() -> None:
    (row,) = sheet(f"Id\n{'x' * 32_768}\n".encode(), "a.csv").rows
    assert row.cells[0].fault == "It has 32,768 characters; a cell can have 32,767."


def test_entities_of_the_markup_are_not_expanded() -> None:
    data = book(("Id",), ("x",))
    name = "xl/worksheets/sheet1.xml"
    hostile = part(data, name).replace("<worksheet", "<!DOCTYPE a [<!ENTITY b 'boom'>]><worksheet")
    assert rejection(with_part(data, name, hostile)).code == "broken_workbook"
    strings = '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>'
    relation = part(data, "xl/_rels/workbook.xml.rels")
    held = with_part(data, "xl/_rels/workbook.xml.rels", strings if relation else "")
    assert rejection(held).code == "broken_workbook"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="3"><c r="XFD3"><v>1</v></c></row>',
    ],
)
def test_cell_far_away_costs_no_memory(row: str) -> None:
    data = book(("Id",), ("x",))
    name = "xl/worksheets/sheet1.xml"
    far = part(data, name).replace("</sheetData>", f"{row}</sheetData>")
    assert len(sheet(with_part(data, name, far)).rows) <= 2


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A3" t="s"><v>99</v></c>',
        '<c r="A3" t="s"><v>x</v></c>',
        '<c r="A3" s="999"><v>x</v></c>',
        '<c r="??"><v>1</v></c>',
        "<c r='A3'><f t='shared' si='0'/></c><x",
    ],
)
def test_damaged_cell_rejects_the_file_in_one_sentence(cell: str) -> None:
    data = book(("Id",), ("x",))
    name = "xl/worksheets/sheet1.xml"
    damaged = part(data, name).replace("</sheetData>", f'<row r="3">{cell}</row></sheetData>')
    assert rejection(with_part(data, name, damaged)).code == "broken_workbook"


def test_cut_off_workbook_is_rejected() -> None:
    data = book(("Id",), ("x",))
    assert rejection(data[: len(data) // 2]).code == "broken_archive"


def test_day_beyond_the_calendar_is_a_fault() -> None:
    data = book(("Id",), (date(2026, 1, 1),))
    name = "xl/worksheets/sheet1.xml"
    text = part(data, name)
    serial = "46023"
    assert f"<v>{serial}</v>" in text
    far = text.replace(f"<v>{serial}</v>", "<v>99999999999</v>")
    assert sheet(with_part(data, name, far)).rows[0].cells[0].fault is not None
