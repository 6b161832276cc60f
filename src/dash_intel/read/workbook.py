"""Excel workbooks (XLSX), read cell by cell; formulas are never worked out."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from threading import Lock
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from dash_intel.model.sheet import Cell
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import UnreadableError
from dash_intel.read.zips import ZIP_ERRORS, opened

_LAST_ROW = 1_048_576
_ERRORS = (
    *ZIP_ERRORS,
    ArithmeticError,
    AssertionError,
    AttributeError,
    DefusedXmlException,
    InvalidFileException,
    LookupError,
    ParseError,
    RecursionError,
    TypeError,
    etree.LxmlError,
)
"""What openpyxl raises on files that break the format."""

_FORMULA = "It holds a formula, and formulas are not worked out: put its value in its place."
_ERROR = "It holds an error value of the spreadsheet."
_OTHER = "It holds neither text nor a number nor a date."

_quiet = Lock()
"""Held while openpyxl's warnings are off, which is so for the whole process."""


def rows(data: bytes, titled: str, limits: Limits) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the number and the cells of each row of the sheet ``titled`` so, else of the first.

    Raises:
        UnreadableError: It is no workbook, is damaged, or passes a limit.
    """
    _refuse_bomb(data, limits)
    try:
        yield from _rows(data, titled, limits)
    except _ERRORS as error:
        raise UnreadableError(
            "broken_workbook",
            "It is no Excel workbook, or is damaged: open it in a spreadsheet and save it again "
            "as .xlsx.",
        ) from error


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 1."""
    return str(get_column_letter(column))


def text_cell(place: str, text: str, limits: Limits) -> Cell:
    """Return a cell that holds text, or whose fault is that it holds too much."""
    if len(text) <= limits.cell_characters:
        return Cell(place, text)
    return Cell(
        place,
        fault=f"It has {len(text):,} characters; a cell can have {limits.cell_characters:,}.",
        typed=text[: limits.cell_characters],
    )


def _rows(data: bytes, titled: str, limits: Limits) -> Iterator[tuple[int, Sequence[Cell]]]:
    with _quiet, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        try:
            found = list(_numbered(workbook, titled, limits))
        finally:
            workbook.close()
    yield from found


def _numbered(
    workbook: Workbook, titled: str, limits: Limits
) -> Iterator[tuple[int, Sequence[Cell]]]:
    sheets = workbook.worksheets
    if not sheets:
        raise UnreadableError("empty", "It holds no sheet.")
    sheet = next((one for one in sheets if one.title.casefold() == titled.casefold()), sheets[0])
    read = sheet.iter_rows(max_row=_LAST_ROW, max_col=limits.sheet_columns + 1)
    taken = 0
    for number, cells in enumerate(read, start=1):
        if any(not isinstance(one, EmptyCell) and one.value is not None for one in cells):
            taken += 1
            yield number, [_cell(number, at, one, limits) for at, one in enumerate(cells, 1)]
        if taken > limits.sheet_rows + 1:
            return


def _cell(number: int, at: int, one: ReadOnlyCell | EmptyCell, limits: Limits) -> Cell:
    place = f"{letters(at)}{number}"
    if isinstance(one, EmptyCell):
        return Cell(place)
    if one.data_type == "f":
        return Cell(place, fault=_FORMULA, typed=_typed(one.value))
    if one.data_type == "e":
        return Cell(place, fault=_ERROR, typed=_typed(one.value))
    value = one.value
    if isinstance(value, str):
        return text_cell(place, _plain(value), limits)
    if value is None or isinstance(value, int | float | datetime | date):
        return Cell(place, value)
    return Cell(place, fault=_OTHER, typed=str(value))


def _typed(value: object) -> str | None:
    written = value.text if isinstance(value, ArrayFormula) else value
    return _plain(written) if isinstance(written, str) else None


def _plain(text: str) -> str:
    return text.replace("_x000D_", "").replace("_x005F_", "_")


def _refuse_bomb(data: bytes, limits: Limits) -> None:
    """Look at the declared sizes; what unpacks to more than it declares fails its checksum."""
    with opened(BytesIO(data), limits) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > limits.sheet_xml_bytes or len(parts) > limits.docx_parts:
        raise UnreadableError(
            "archive_bomb",
            f"It unpacks to {unpacked:,} bytes in {len(parts):,} parts, which is more than a sheet "
            "of recommendations does: bring back the exported sheet only.",
        )
    if unpacked > limits.archive_ratio_from and unpacked > limits.archive_ratio * packed:
        raise UnreadableError(
            "archive_bomb",
            f"It unpacks to more than {limits.archive_ratio} times its size, as bombs do.",
        )
