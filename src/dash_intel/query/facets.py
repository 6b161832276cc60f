"""What there is to narrow down by: the values of filters in what is looked at, with counts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

FACETS = ("regions", "tags", "categories", "publishers", "techniques", "months")
AT_MOST = 8

_OWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"regions": ("regions", "countries", "groups"), "months": ()}
)
"""Facet → the filters that its counts leave aside, where they are not just its own."""


def facets(database: Database, filters: Filters) -> Mapping[str, "pd.DataFrame"]:
    """Return each of ``FACETS`` → its values with the most reports, those that are chosen first.

    ``value`` and ``found``: how many reports, or events, are left with this value alone and all
    other filters as they are. Months are those of the period, the newest first.
    """
    asked: dict[Filters, list[str]] = {filters: []}
    for name in FACETS:
        others = filters
        for own in _OWN.get(name, (name,)):
            others = others.lacking(own)
        asked.setdefault(others, []).append(name)
    found: dict[str, pd.DataFrame] = {}
    for others, names in asked.items():
        if names:
            found |= _counted(database, others, names, filters)
    return {name: found[name] for name in FACETS}


def _counted(
    database: Database, others: Filters, names: list[str], filters: Filters
) -> Mapping[str, "pd.DataFrame"]:
    active = [value for name in names if name != "months" for value in getattr(filters, name)]
    found = rows(database, others, "facets", names=names, active=active, at_most=AT_MOST)
    return {name: found[found["name"] == name][["value", "found"]] for name in names}
