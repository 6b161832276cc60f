"""What is looked at, as one sentence above every page."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.words import count, day_of, listed, period
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import category_label

PERIODS: Mapping[str, str] = MappingProxyType(
    {
        "30d": "Last 30 days",
        "90d": "Last 90 days",
        "6m": "Last 6 months",
        "12m": "Last 12 months",
        "all": "All dates",
        "days": "From day to day",
    }
)

CONFIDENCES: Mapping[str, str] = MappingProxyType(
    {"high": "High", "moderate": "Moderate", "low": "Low", "not_stated": "Not stated"}
)

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "sample": "Samples",
        "promoted_content": "Promoted content",
        "truncated": "Truncated texts",
        "other_language": "Texts not in English",
    }
)
"""What may be left out: a report's flag, and what reports with it are called."""


LONGEST_NAME = 60
MOST_NAMED = 6


def scope(filters: Filters, days: Span | None, totals: pd.DataFrame) -> str:
    """Return the sentence; ``totals`` is the row of ``query.chosen.totals``."""
    row = next(cells.records(totals))
    chosen = ", ".join([_where(filters), when(days), *_what(filters)])
    return f"{chosen}: {_found(filters, days, row)}{_undated(days, row)}"


def when(days: Span | None) -> str:
    """Return the days that are looked at, in words; an open beginning is left open."""
    if days is None:
        return "all dates"
    if days.since.year < 2:
        return f"until {day_of(days.until)}"
    return period(days.since, days.until)


def shown_name(name: str) -> str:
    """Return a name that stands in a report, or in a link, on one line and not too long."""
    plain = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 1].rstrip()}…"


def either(names: Sequence[str], last: str = "or") -> str:
    """Return names of which one is enough: ``a``, ``a or b``, ``a, b or c``, the first of many."""
    said = tuple(shown_name(name) for name in names)
    if len(said) > MOST_NAMED:
        said = (*said[: MOST_NAMED - 1], f"{len(said) - MOST_NAMED + 1} others")
    return listed(said, last)


def area_name(kind: str, code: str) -> str:
    """Return what an area is called; its code where it is not known."""
    found = (name for area, name in areas().items() if area == (kind, code))
    return next(found, code)


def _found(filters: Filters, days: Span | None, row: cells.Row) -> str:
    reports, events = cells.number(row["reports"]), cells.number(row["events"])
    if not reports:
        return "no report"
    said = [count(reports, "report"), count(events, "event")]
    if filters.unit == "events":
        said.reverse()
    last = cells.day(row["last_on"])
    joined = (" in " if filters.unit == "events" else " of ").join(said)
    return f"{joined}, last {day_of(last, days.until if days else None)}" if last else joined


def _undated(days: Span | None, row: cells.Row) -> str:
    undated = cells.number(row["undated"])
    if not undated:
        return ""
    if days is None:
        return f"; {undated:,} of them without a date"
    return f"; {undated:,} more without a date {'is' if undated == 1 else 'are'} in no period"


def _where(filters: Filters) -> str:
    chosen = (
        *(Area("group", code) for code in filters.groups),
        *(Area("region", code) for code in filters.regions),
        *(Area("country", code) for code in filters.countries),
    )
    said = either([area_name(*one) for one in chosen], "and") or "All regions"
    notes = []
    if filters.counted == "mentioned":
        notes.append("mentioned anywhere")
    if filters.hides_actors:
        notes.append("actors hidden")
    return f"{said} ({', '.join(notes)})" if notes else said


def _what(filters: Filters) -> list[str]:
    said = {
        "tag": filters.tags,
        "risk": tuple(map(category_label, filters.categories)),
        "technique": filters.techniques,
        "published by": filters.publishers,
        "confidence": tuple(CONFIDENCES[one].lower() for one in filters.confidences),
    }
    found = [f"{what} {either(names)}" for what, names in said.items() if names]
    if filters.text:
        found.append(f"text “{shown_name(filters.text)}”")
    if filters.without:
        left_out = tuple(LEFT_OUT[one][0].lower() + LEFT_OUT[one][1:] for one in filters.without)
        found.append(f"without {listed(left_out)}")
    return found
