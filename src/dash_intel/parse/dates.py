"""Dates as reports write them. A date that can be read two ways is not read."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from dash_intel.model.span import Span

_MONTHS = tuple(month.casefold() for month in calendar.month_name[1:])
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_RANGE = r"(?:(?P<since>\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—/]|to|and)\s?)?"
_PATTERNS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-‐–/.](?P<number>\d{1,2})[-‐–/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?<!\d){_RANGE}{_DAY}\s{{1,3}}{_MONTH},?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"{_MONTH}\s{{1,3}}{_RANGE}{_DAY},?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"),
)
_TO = re.compile(r"\s{0,3}(?:[-–—/]|to|until)\s{0,3}")
_BEFORE = re.compile(
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?|on)?", re.IGNORECASE
)
_AFTER = re.compile(r"(?:[T,;]?\s{0,3}\d{1,2}[:.]\d{2}.{0,20}|\(.{0,40}\)|UTC|GMT|[.,;]*)")
LONGEST = 80
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, its place, and whether it closes a range of days."""

    value: date
    span: Span
    closes_range: bool


def date_in(text: str, where: Span) -> Dated | None:
    """Return the first date in ``where``, or None.

    Of a range it is the last day, since a report on a period is not older than its end.
    """
    found = _first(text, where)
    if found is None:
        return None
    bridge = _TO.match(text, found.span.end, where.end)
    until = _first(text, Span(bridge.end(), where.end)) if bridge else None
    if bridge is None or until is None or until.span.start != bridge.end():
        return found
    if until.value < found.value:
        return None
    return Dated(until.value, Span(found.span.start, until.span.end), True)


def date_of(text: str, where: Span) -> Dated | None:
    """Return the date that ``where`` is, a weekday before and a time after it aside, or None."""
    found = date_in(text, where)
    if found is None or where.end - where.start > LONGEST:
        return None
    before = text[where.start : found.span.start].strip()
    after = text[found.span.end : where.end].strip("* \t\u00a0")
    return found if _BEFORE.fullmatch(before) and _AFTER.fullmatch(after) else None


def _first(text: str, where: Span) -> Dated | None:
    hits = [match for pattern in _PATTERNS if (match := pattern.search(text, *where)) is not None]
    for match in sorted(hits, key=lambda hit: hit.start()):
        value = _value(match.groupdict())
        if value is not None:
            since = match.groupdict().get("since") is not None
            if since and int(match["since"]) >= value.day:
                return None
            return Dated(value, Span(match.start(), match.end()), since)
    return None


def _value(parts: dict[str, str]) -> date | None:
    if int(parts["year"]) not in YEARS:
        return None
    month = int(parts["number"]) if "number" in parts else _month(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    short = name.casefold()
    hits = [i for i, month in enumerate(_MONTHS, 1) if month.startswith(short)]
    if short == "sept":
        return 9
    return hits[0] if len(hits) == 1 and len(short) >= 3 else 0
