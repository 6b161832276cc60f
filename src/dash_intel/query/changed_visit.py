"""What is new since somebody's last visit, whatever the filters choose."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def loaded(database: Database, since: datetime, at_most: int) -> "pd.DataFrame":
    """Return the reports that were loaded after ``since``, those of the newest load first.

    ``report_id``, ``title``, ``publisher``, ``published_on``, ``load_number``, ``loaded_at``
    (UTC), ``total``.
    """
    return database.rows(statement("changed_loaded"), since=_utc(since), at_most=at_most)


def decided(database: Database, since: datetime, person: str, at_most: int) -> "pd.DataFrame":
    """Return what others than ``person`` decided after ``since``, the latest first.

    Each thing decided once, however often it was changed: ``aspect``, ``subject_id``,
    ``changed_at`` (UTC), ``changed_by``, ``report_id``, ``title`` (empty where the report is
    gone), ``total``.
    """
    return database.rows(
        statement("changed_decided"), since=_utc(since), person=person, at_most=at_most
    )


def _utc(moment: datetime) -> datetime:
    """Return a moment as the database keeps it: UTC, without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)
