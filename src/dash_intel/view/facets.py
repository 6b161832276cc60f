"""What there is to narrow down by, in words; choosing a value is choosing other filters."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import pandas as pd

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.literal import opening
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import category_label

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "regions": "Region",
        "tags": "Tag",
        "categories": "Risk category",
        "publishers": "Publisher",
        "techniques": "Technique named",
        "months": "Month",
    }
)
LONGEST = 60


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, how many are left with it alone, and the filters with it, or without it."""

    value: str
    label: str
    found: int
    is_active: bool
    filters: Filters


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one filter, those that are chosen first."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


def facet_list(
    found: Mapping[str, pd.DataFrame], filters: Filters, days: Span | None
) -> tuple[Facet, ...]:
    """Return the facets that have a value; ``found`` is that of ``query.facets``."""
    made = (
        _months(found[name], filters, days) if name == "months" else _of(name, found[name], filters)
        for name in TITLES
    )
    return tuple(facet for facet in made if facet.values)


def _of(name: str, found: pd.DataFrame, filters: Filters) -> Facet:
    active = getattr(filters, name)
    counts = dict.fromkeys(active, 0) | _counts(found)
    values = tuple(
        FacetValue(
            value,
            opening(_LABELS.get(name, str)(value), 9, LONGEST),
            number,
            value in active,
            filters.lacking(name, value) if value in active else _with(name, value, filters),
        )
        for value, number in counts.items()
    )
    return Facet(name, TITLES[name], values)


def _with(name: str, value: str, filters: Filters) -> Filters:
    """Return the filters that the number of a value counts: it alone, and no other area."""
    others = replace(filters, countries=(), groups=()) if name == "regions" else filters
    return others.having(name, value)


def _months(found: pd.DataFrame, filters: Filters, days: Span | None) -> Facet:
    counts = _counts(found)
    values = []
    for value, number in counts.items():
        since, until = _bounds(value)
        is_active = (
            filters.period == "days"
            and days is not None
            and since <= days.since
            and days.until <= until
        )
        if days:
            since, until = max(since, days.since), min(until, days.until)
        wanted = (
            filters.lacking("period")
            if is_active
            else replace(filters, period="days", since=since, until=until)
        )
        values.append(FacetValue(value, f"{since:%b %Y}", number, is_active, wanted))
    return Facet("months", TITLES["months"], tuple(values))


def _bounds(month: str) -> tuple[date, date]:
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _counts(found: pd.DataFrame) -> dict[str, int]:
    return {cells.text(row["value"]): cells.number(row["found"]) for row in cells.records(found)}


_LABELS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "regions": lambda code: areas()[Area("region", code)],
        "categories": category_label,
    }
)
