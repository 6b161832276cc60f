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

_WITHOUT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"regions": ("regions", "countries", "groups")}
)
"""Facet → the filters that its counts leave aside, its own where nothing is said."""


def facets(database: Database, filters: Filters) -> Mapping[str, "pd.DataFrame"]:
    """Return each of ``FACETS`` → its values with the most reports, those that are chosen first.

    ``value`` and ``found``: how many reports, or events, are left with this value alone and all
    other filters as they are. Months are those of the period, the newest first.
    """
    return {name: _facet(database, filters, name) for name in FACETS}


def _facet(database: Database, filters: Filters, name: str) -> "pd.DataFrame":
    if name == "months":
        return rows(database, filters, "facet_months", at_most=AT_MOST)
    active = list(getattr(filters, name))
    others = filters
    for one in _WITHOUT.get(name, (name,)):
        others = others.lacking(one)
    return rows(database, others, f"facet_{name}", active=active, at_most=max(AT_MOST, len(active)))
