"""Tables that were edited outside: XLSX and CSV with a header, read as hostile as reports are."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO

from dash_intel.model.sheet import Cell, Sheet, SheetRow
from dash_intel.model.source import Rejection
from dash_intel.read import workbook
from dash_intel.read.checks import whole
from dash_intel.read.decode import decode
from dash_intel.read.limits import LIMITS, Limits
from dash_intel.read.names import printable, suffix
from dash_intel.read.outcome import UnreadableError

FORMATS = (".xlsx", ".csv")
_DELIMITERS = (",", ";", "\t", "|")

Numbered = tuple[int, Sequence[Cell]]


def read_sheet(name: str, data: bytes, titled: str, limits: Limits = LIMITS) -> Sheet | Rejection:
    """Return the table in a file; of a workbook the sheet ``titled`` so, else the first one.

    The header is the first row that is not empty. What is wrong with a single cell is the cell's
    fault; what keeps the file from being read is a ``Rejection``.
    """
    source = printable(name).strip() or "unnamed"
    try:
        held = whole(BytesIO(data), limits.sheet_bytes)
        return _sheet(source, _rows(suffix(name), held, titled, limits), limits)
    except UnreadableError as unreadable:
        return unreadable.rejection(source)


def _rows(extension: str, data: bytes, titled: str, limits: Limits) -> Iterator[Numbered]:
    if extension == ".xlsx":
        return workbook.rows(data, titled, limits)
    if extension == ".csv":
        return _csv_rows(data, limits)
    raise UnreadableError(
        "unsupported_format", f"Only {' and '.join(FORMATS)} come back: save it as one of these."
    )


def _sheet(source: str, rows: Iterable[Numbered], limits: Limits) -> Sheet:
    filled = ((number, cells) for number, cells in rows if not all(one.is_empty for one in cells))
    header = next(filled, None)
    if header is None:
        raise UnreadableError("empty", "It holds no text.")
    columns = tuple(" ".join(str(cell.value or "").split()) for cell in header[1])
    while columns and not columns[-1]:
        columns = columns[:-1]
    if len(columns) > limits.sheet_columns:
        raise UnreadableError(
            "too_many_columns",
            f"It has {len(columns):,} columns, and at most {limits.sheet_columns:,} are read.",
        )
    found: list[SheetRow] = []
    for number, cells in filled:
        if len(found) == limits.sheet_rows:
            raise UnreadableError(
                "too_many_rows",
                f"It has more than {limits.sheet_rows:,} rows: bring it back in parts.",
            )
        found.append(SheetRow(number, _filled_up(number, cells, columns)))
    return Sheet(source, columns, tuple(found))


def _filled_up(number: int, cells: Sequence[Cell], columns: Sequence[str]) -> tuple[Cell, ...]:
    missing = range(len(cells), len(columns))
    return (
        *cells[: len(columns)],
        *(Cell(f"{workbook.letters(at + 1)}{number}") for at in missing),
    )


def _csv_rows(data: bytes, limits: Limits) -> Iterator[Numbered]:
    text = decode(data)
    if "\0" in text:
        raise UnreadableError("binary", "It holds binary data, not text.")
    csv.field_size_limit(max(csv.field_size_limit(), limits.record_characters))
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            yield number, [_csv_cell(number, at, one, limits) for at, one in enumerate(row)]
    except csv.Error as error:
        raise UnreadableError(
            "broken_csv", f"Line {reader.line_num:,} breaks the format: {error}."
        ) from error


def _csv_cell(number: int, at: int, text: str, limits: Limits) -> Cell:
    place = f"{workbook.letters(at + 1)}{number}"
    return workbook.text_cell(place, text, limits)


def _delimiter(text: str) -> str:
    """Return what separates most columns of the header."""
    header = next((line for line in StringIO(text) if line.strip()), "")
    return max(_DELIMITERS, key=header.count)
