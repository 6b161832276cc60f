"""Editing an exported workbook as somebody would in a spreadsheet."""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def edited(file: bytes, changes: Mapping[tuple[str, str], object]) -> bytes:
    """Return the workbook with other values in cells named by (id, column)."""
    book = load_workbook(BytesIO(file))
    sheet = book["Recommendations"]
    columns, rows = columns_of(sheet), rows_of(sheet)
    for (advice, column), value in changes.items():
        sheet.cell(rows[advice], columns[column]).value = value
    return saved(book)


def with_column(file: bytes, name: str, value: object) -> bytes:
    """Return the workbook with a column more, the same in each row."""
    book = load_workbook(BytesIO(file))
    sheet = book["Recommendations"]
    at = sheet.max_column + 1
    sheet.cell(1, at).value = name
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, at).value = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def ids_of(file: bytes) -> list[str]:
    """Return the ids of the rows, in their order."""
    return list(rows_of(load_workbook(BytesIO(file))["Recommendations"]))


def columns_of(sheet: Worksheet) -> dict[str, int]:
    """Return the name of each column → its number."""
    return {str(cell.value): cell.column for cell in sheet[1]}


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """Return the id of each row → its number."""
    at = columns_of(sheet)["Id"]
    return {str(sheet.cell(row, at).value): row for row in range(2, sheet.max_row + 1)}
