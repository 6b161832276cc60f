"""Events: reports that tell of the same thing."""

from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def events(database: Database, limit: int = 100) -> "pd.DataFrame":
    """Return events of two or more reports, those of the most reports first.

    ``event_id``, ``reports``, ``first_on``, ``last_on``, ``days`` (both ends counted), ``title``
    (of the report most like the others), ``report_ids`` and ``countries`` (lists).
    """
    found = database.rows(statement("events"), at_most=limit)
    return found.assign(
        report_ids=found["report_ids"].map(list), countries=found["countries"].map(list)
    )


def event_of(database: Database) -> "pd.DataFrame":
    """Return the event of every recognised report, so that charts can count events for reports.

    ``report_key``, ``report_id``, ``event_id`` (the report's own id where it is alone).
    """
    return database.rows(statement("event_of"))
