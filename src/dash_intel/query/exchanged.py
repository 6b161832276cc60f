"""Recommendations that leave for a spreadsheet or a calendar, and those that come back."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.statement import statement
from dash_intel.query.tracker import Wanted, items, listed, tracked_rows
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

MOST_EXCHANGED = 10_000
"""Recommendations that one file holds at most."""

Some = Wanted | Sequence[str] | None
"""Those that are wanted, those of these ids, or all."""


def exchanged(
    database: Database, filters: Filters, today: date, some: Some = None
) -> "pd.DataFrame":
    """Return the recommendations that ``filters`` choose, or ``some`` of them.

    With the columns of ``query.tracker.item``, in the order of ``query.tracker.listed``, and
    ``total``: how many there are, of which the first ``MOST_EXCHANGED`` are given.
    """
    if some is None or isinstance(some, Wanted):
        wanted = some or Wanted(person="")
        return listed(database, filters, today, wanted, Part(MOST_EXCHANGED))
    sought = list(dict.fromkeys(some))
    keys = tracked_rows(database, filters, today, "tracker_places", {"ids": sought})
    found = items(database, filters, today, keys.head(MOST_EXCHANGED)).assign(total=len(keys))
    place = {one: at for at, one in enumerate(sought)}
    return found.sort_values("recommendation_id", key=lambda one: one.map(place))


def brought_back(database: Database, ids: Sequence[str]) -> "pd.DataFrame":
    """Return those of ``ids`` that a report holds, also one that the filters leave out.

    ``recommendation_id``, ``text``, ``addressee`` (as it was read), ``report_id``, ``revision``,
    ``published_on``, ``is_newest``.
    """
    return database.rows(statement("brought_back"), ids=list(ids))
