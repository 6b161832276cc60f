"""The ways out of filters that leave no report."""

from dataclasses import dataclass, replace

from dash_intel.query.chosen import totals
from dash_intel.query.filters import Filters
from dash_intel.store import Database

AREAS = ("countries", "regions", "groups")
"""These filters choose together, so that they are removed together."""


@dataclass(frozen=True, slots=True)
class Way:
    """Filters without one of those that were set, and how many reports they leave.

    ``removed`` are the names of what was removed; empty where it is all of them.
    """

    removed: tuple[str, ...]
    filters: Filters
    reports: int


def ways(database: Database, filters: Filters) -> tuple[Way, ...]:
    """Return the ways that leave reports, the most first; the last is to remove all filters."""
    found = [_way(database, names, _without(filters, names)) for names in _parts(filters)]
    bare = _way(database, (), Filters(period="all", counted=filters.counted, unit=filters.unit))
    single = sorted((one for one in found if one.reports), key=lambda one: -one.reports)
    return (*single, bare) if bare.reports else ()


def _parts(filters: Filters) -> list[tuple[str, ...]]:
    names = [name for name in filters.active if name not in {*AREAS, "period"}]
    parts: list[tuple[str, ...]] = [(name,) for name in names]
    if any(getattr(filters, name) for name in AREAS):
        parts.append(AREAS)
    return parts if filters.period == "all" else [*parts, ("period",)]


def _without(filters: Filters, names: tuple[str, ...]) -> Filters:
    if names == ("period",):
        return replace(filters, period="all")
    for name in names:
        filters = filters.lacking(name)
    return filters


def _way(database: Database, removed: tuple[str, ...], filters: Filters) -> Way:
    return Way(removed, filters, int(totals(database, filters)["reports"].iloc[0]))
