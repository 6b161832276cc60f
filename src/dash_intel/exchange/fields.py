"""Cells of a sheet that came back, understood: words to keys, dates in the forms people write."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dash_intel.model.sheet import Cell, CellValue, Sheet, SheetRow
from dash_intel.view.recommendation_sheet import COLUMNS, EDITABLE, REFUSED_BECAUSE, SheetColumn
from dash_intel.vocab.decisions import keys, label

Value = str | date | None

FIRST_SERIAL, LAST_SERIAL = 36_526, 109_574
"""The numbers that spreadsheets have for 2000-01-01 and 2199-12-31."""

_BEFORE_SERIALS = date(1899, 12, 30)
_DASHES = re.compile("[\u2010-\u2015\u2212-]+")
_GUARDED = re.compile(r"\A'(?=[=+\-@\t\r])")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}.*")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})", re.ASCII)
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be understood: which decision it is about, as seen, and what it says now.

    ``values`` has the fields whose columns are there, with keys of the vocabulary.
    """

    number: int
    recommendation_id: str
    seen: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Misread:
    """A row that cannot be understood, and why; ``recommendation_id`` as far as it tells one."""

    number: int
    recommendation_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Header:
    """Which column stands where, by field, and the names of those that nobody knows."""

    places: Mapping[str, int]
    unknown: tuple[str, ...]


def header(sheet: Sheet) -> Header | str:
    """Return where the columns stand; a sentence where the sheet cannot be brought back."""
    known = {_compared(column.name): column.field for column in COLUMNS}
    known[_compared(REFUSED_BECAUSE)] = "why"
    places: dict[str, int] = {}
    unknown = []
    for at, name in enumerate(sheet.columns):
        field = known.get(_compared(name))
        if field in places:
            return f"Two columns are called {name}: keep one."
        if field:
            places[field] = at
        elif name:
            unknown.append(name)
    lacking = [column.name for column in COLUMNS[-2:] if column.field not in places]
    if lacking:
        return (
            f"It has no column {' and no column '.join(lacking)}: bring back the exported sheet, "
            "with its header in the first row."
        )
    return Header(places, tuple(unknown))


def entry(row: SheetRow, places: Mapping[str, int]) -> Entry | Misread:
    """Return what a row says, or why it cannot be understood."""
    named = _text(row.cells[places["recommendation_id"]])
    try:
        seen = _revision(row.cells[places["revision"]])
        recommendation_id = _identifier(row.cells[places["recommendation_id"]])
        values = {
            column.field: _READ[column.kind](row.cells[places[column.field]], column)
            for column in EDITABLE
            if column.field in places
        }
    except ValueError as error:
        return Misread(row.number, named or "", str(error))
    return Entry(row.number, recommendation_id, seen, values)


def _revision(cell: Cell) -> int:
    _refuse_fault(cell, "Revision seen")
    text = _text(cell) or ""
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise ValueError(
            f"Revision seen in {cell.place} is no whole number: take it over from the exported "
            "sheet."
        )
    return int(text)


def _identifier(cell: Cell) -> str:
    _refuse_fault(cell, "Id")
    text = _text(cell)
    if not text:
        raise ValueError(f"Id in {cell.place} is empty: take it over from the exported sheet.")
    return text


def _words(cell: Cell, column: SheetColumn) -> str | None:
    _refuse_fault(cell, column.name)
    return _text(cell)


def _day(cell: Cell, column: SheetColumn) -> date | None:
    _refuse_fault(cell, column.name)
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or cell.is_empty:
        return value if isinstance(value, date) else None
    if isinstance(value, int | float) and FIRST_SERIAL <= value <= LAST_SERIAL:
        return _BEFORE_SERIALS + timedelta(days=int(value))
    return _written_day(" ".join(str(value).split()), cell, column)


def _written_day(text: str, cell: Cell, column: SheetColumn) -> date:
    text = _TIME.sub("", text)
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        try:
            return date(*map(int, year_first.groups()))
        except ValueError as error:
            raise _no_date(text, cell, column) from error
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _numbered_day([int(one) for one in numbers.groups()], text, cell, column)
    for form in _WRITTEN:
        try:
            return datetime.strptime(text.replace(",", "").replace(".", ""), form).date()
        except ValueError:
            continue
    raise _no_date(text, cell, column)


def _numbered_day(numbers: list[int], text: str, cell: Cell, column: SheetColumn) -> date:
    """Return a day written with points, or with day and month that cannot be mistaken."""
    first, second, year = numbers
    is_plain = "." in text or first > 12 or first == second
    try:
        by_day = date(year, second, first) if is_plain else None
        by_month = date(year, first, second) if second > 12 else None
    except ValueError as error:
        raise _no_date(text, cell, column) from error
    found = by_day or by_month
    if found is None:
        raise ValueError(
            f"{column.name} in {cell.place} is {text}, where day and month can be mistaken: "
            f"write {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}."
        )
    return found


def _no_date(text: str, cell: Cell, column: SheetColumn) -> ValueError:
    return ValueError(
        f"{column.name} in {cell.place} is {_short(text)}, which is no date such as 2026-03-31."
    )


def _status(cell: Cell, column: SheetColumn) -> str:
    text = _words(cell, column)
    if not text:
        raise ValueError(f"Status in {cell.place} is empty: a recommendation has one.")
    return _key("status", text, cell, column)


def _priority(cell: Cell, column: SheetColumn) -> str | None:
    text = _words(cell, column)
    return _key("priority", text, cell, column) if text else None


def _reason(cell: Cell, column: SheetColumn) -> str | None:
    """Return the key of a reason for closing, else the words of a reason for reopening."""
    text = _words(cell, column)
    return _keys("closing_reason").get(_compared(text), text) if text else None


def _key(group: str, text: str, cell: Cell, column: SheetColumn) -> str:
    found = _keys(group).get(_compared(text))
    if found is None:
        words = "; ".join(label(group, key) for key in keys(group))
        raise ValueError(f"{column.name} in {cell.place} is {_short(text)}. It can be: {words}.")
    return found


def _keys(group: str) -> dict[str, str]:
    """Return what is written → its key: the label, what follows its dash, and the key itself."""
    found: dict[str, str] = {}
    for key in keys(group):
        name = label(group, key)
        for written in map(_compared, (name, _DASHES.split(name)[-1], key)):
            if written:
                found.setdefault(written, key)
    return found


def _compared(text: str) -> str:
    return " ".join(_DASHES.sub(" ", text.casefold()).replace("_", " ").split())


def _text(cell: Cell) -> str | None:
    value: CellValue = cell.value
    if value is None:
        return None
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _GUARDED.sub("", str(value).strip()) or None


def _refuse_fault(cell: Cell, name: str) -> None:
    if cell.fault:
        raise ValueError(f"{name} in {cell.place}: {cell.fault}")


def _short(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


_READ: Mapping[str, Callable[[Cell, SheetColumn], Value]] = {
    "text": _words,
    "day": _day,
    "status": _status,
    "priority": _priority,
    "closing_reason": _reason,
}
