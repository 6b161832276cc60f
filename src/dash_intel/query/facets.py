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


def facet(
    database: Database, filters: Filters, name: str, at_most: int = AT_MOST
) -> "pd.DataFrame":
    """Return the values of one of ``FACETS`` with the most reports, those that are chosen first.

    ``value`` and ``found``: how many reports, or events, are left with this value alone and all
    other filters as they are. Months are those of the period, the newest first.
    """
    others = filters
    for own in _OWN.get(name, (name,)):
        others = others.lacking(own)
    active = [] if name == "months" else list(getattr(filters, name))
    return rows(database, others, f"facet_{name}", active=active, at_most=at_most)
