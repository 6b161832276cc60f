"""What leaves: the recommendations that filters choose, as a sheet or as reminders."""

from collections.abc import Sequence
from datetime import date

from dash_intel.query.chosen import days_of, totals
from dash_intel.query.exchanged import Some, exchanged
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.view.recommendation_sheet import Origin, RecommendationSheet, recommendation_sheet
from dash_intel.view.reminders import Reminder, reminders
from dash_intel.view.scope import scope


def taken(
    database: Database,
    filters: Filters,
    today: date,
    head: str = "",
    some: Some = None,
) -> RecommendationSheet:
    """Return the recommendations that ``filters`` choose as a sheet; ``head`` is the ledger's.

    ``some`` of them only, where that is given.
    """
    found = exchanged(database, filters, today, some)
    sentence = scope(filters, days_of(database, filters), totals(database, filters))
    return recommendation_sheet(found, Origin(sentence, database.build.number, head, today))


def due(
    database: Database, filters: Filters, today: date, ids: Sequence[str] | None = None
) -> tuple[Reminder, ...]:
    """Return when those of the same recommendations that are open are due."""
    return reminders(exchanged(database, filters, today, ids), today)
