"""Dates as reports write them. A date that can be read two ways is not read."""

import re
from datetime import date

from dash_intel.model.span import Span

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_RANGE = r"(?:\d{1,2}(?:st|nd|rd|th)?\s?[-–—]\s?)?"
_PATTERNS = (
    re.compile(r"(?P<year>\d{4})[-‐–/.](?P<number>\d{1,2})[-‐–/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?<!\d){_RANGE}{_DAY}\s{{1,3}}{_MONTH},?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"),
    re.compile(rf"{_MONTH}\s{{1,3}}{_RANGE}{_DAY},?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"),
)
_TO = re.compile(r"\s{0,3}(?:[-–—]|to|until)\s{0,3}")


def date_in(text: str, where: Span) -> tuple[date, Span] | None:
    """Return the first date in ``where`` and its place, or None.

    Of a range it is the last day, since a report on a period is not older than its end.
    """
    found = _first(text, where)
    if found is None:
        return None
    value, span = found
    bridge = _TO.match(text, span.end, where.end)
    if bridge is not None:
        until = _first(text, Span(bridge.end(), where.end))
        if until is not None and until[1].start == bridge.end():
            return until[0], Span(span.start, until[1].end)
    return value, span


def is_range(words: str) -> bool:
    """Tell whether ``words``, the characters of a date, name more than one day."""
    return len(re.findall(r"(?<!\d)\d{1,2}(?!\d)", re.sub(r"\d{4}-\d\d-\d\d", "1", words))) > 1


def _first(text: str, where: Span) -> tuple[date, Span] | None:
    hits = [match for pattern in _PATTERNS if (match := pattern.search(text, *where)) is not None]
    for match in sorted(hits, key=lambda hit: hit.start()):
        value = _value(match.groupdict())
        if value is not None:
            return value, Span(match.start(), match.end())
    return None


def _value(parts: dict[str, str]) -> date | None:
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
