"""How much there is in the period, in the equal one before it, and month by month."""

from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def counts(database: Database, filters: Filters, since: date) -> "pd.DataFrame":
    """Return what is counted: the period, the equal one before it, and months from ``since`` on.

    ``span`` (0 now, 1 before, empty of a month), ``started_on`` (the first day of a month, NaT of a
    span), ``reports``, ``events``, ``told`` (reports or events, as the filters count, that state a
    risk), ``high`` (of them those that reach impact 4), ``scenarios``, ``recommendations``.
    Corrections are in force; what was rejected is left out.
    """
    return rows(database, filters, "changed_counts", since=since)
