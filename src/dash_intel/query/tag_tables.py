"""Tags by area and by one another."""

from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.trends import Look
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def tag_areas(
    database: Database, filters: Filters, look: Look, names: tuple[str, ...]
) -> "pd.DataFrame":
    """Return how often tags stand on the reports of areas, in the days that are looked at.

    ``code``, ``tag`` (empty: all reports of the area), ``units``.
    """
    return rows(
        database,
        filters,
        "tag_areas",
        names=list(names),
        kind=look.kind,
        has_unsupported=look.has_unsupported,
    )


def tag_area_periods(
    database: Database, filters: Filters, look: Look, tag: str, span: Span
) -> "pd.DataFrame":
    """Return how often one tag stands on the reports of areas, period by period of ``span``.

    ``code``, ``started_on``, ``units``, ``carrying``.
    """
    found = rows(
        database,
        filters,
        "tag_area_periods",
        tag=tag,
        kind=look.kind,
        scale=look.scale,
        since=span.since,
        until=span.until,
        has_unsupported=look.has_unsupported,
    )
    return found.assign(started_on=found["started_on"].dt.date)


def tag_pairs(
    database: Database, filters: Filters, look: Look, names: tuple[str, ...]
) -> "pd.DataFrame":
    """Return how often two of ``names`` stand on the same report, in the days looked at.

    ``one``, ``other``, ``units``; a tag with itself is all that carry it.
    """
    return rows(
        database,
        filters,
        "tag_pairs",
        names=list(names),
        has_unsupported=look.has_unsupported,
    )
