"""What is looked at, as one sentence above every page."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.words import count, listed, long_day, period
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


def scope(filters: Filters, days: Span | None, totals: pd.DataFrame) -> str:
    """Return the sentence; ``totals`` is the row of ``query.chosen.totals``."""
    row = next(cells.records(totals))
    reports, events = cells.number(row["reports"]), cells.number(row["events"])
    last = cells.day(row["last_on"])
    found = f"{count(reports, 'report')} of {count(events, 'event')}" if reports else "no report"
    until = f", last {long_day(last)}" if last else ""
    return f"{', '.join([_where(filters), _when(days), *_what(filters)])}: {found}{until}"


def _where(filters: Filters) -> str:
    chosen = (
        *(Area("group", code) for code in filters.groups),
        *(Area("region", code) for code in filters.regions),
        *(Area("country", code) for code in filters.countries),
    )
    names = tuple(areas()[one] for one in chosen)
    if not names:
        return "All regions"
    said = listed(names)
    return said if filters.counted == "primary" else f"{said} (mentioned anywhere)"


def _when(days: Span | None) -> str:
    return period(days.since, days.until) if days else "all dates"


def _what(filters: Filters) -> list[str]:
    found = []
    if filters.tags:
        found.append(f"tag {listed(filters.tags)}")
    if filters.categories:
        found.append(f"risk {listed(tuple(map(category_label, filters.categories)))}")
    if filters.techniques:
        found.append(f"technique {listed(filters.techniques)}")
    if filters.publishers:
        found.append(f"published by {listed(filters.publishers)}")
    if filters.text:
        found.append(f"text “{filters.text}”")
    return found
