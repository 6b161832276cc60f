"""One report, and those before and after it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from dash_intel.model.report import Report
from dash_intel.query.statement import statement
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def report(database: Database, report_id: str) -> Report | None:
    """Return the report of this id, None where there is none."""
    return database.report(report_id)


def known(database: Database, report_ids: Collection[str]) -> frozenset[str]:
    """Return those of ``report_ids`` whose text is already loaded, in whatever revision."""
    found = database.rows(statement("known"), report_ids=list(report_ids))
    return frozenset(found["report_id"])


def neighbours(database: Database, report_id: str) -> tuple[str | None, str | None]:
    """Return the ids of the next newer and the next older report, None at either end.

    In the order of ``overview.newest``; unrecognised reports have each other for neighbours, and
    older revisions those of the newest.
    """
    found = database.rows(statement("neighbours"), report_id=report_id)
    if found.empty:
        return None, None
    newer, older = found.iloc[0].where(found.iloc[0].notna(), None)
    return newer, older


def index(database: Database) -> "pd.DataFrame":
    """Return all reports in the order of ``overview.newest``, the unrecognised last.

    Of each the newest revision.

    ``report_id``, ``published_on``, ``title`` (headline, else page title, else source).
    """
    return database.rows(statement("index"))


def revisions(database: Database, report_id: str) -> "pd.DataFrame":
    """Return all revisions of the report that this one is a revision of, the newest first.

    ``report_id``, ``revision`` (from 1), ``load_number`` and ``loaded_at`` (UTC) of the load that
    brought it, ``source`` (the first), ``is_newest``. One row where the report was never edited.
    """
    found = database.rows(statement("revisions"), report_id=report_id)
    return found.assign(loaded_at=found["loaded_at"].dt.tz_localize("UTC"))


def provenance(database: Database, report_id: str) -> "pd.DataFrame":
    """Return the places that a report's text came from, in order of arrival.

    ``source``, ``bytes_hash`` (SHA-256, None where it was a field of a larger file),
    ``load_number``, ``loaded_at`` (UTC), ``program_version`` that loaded it.
    """
    found = database.rows(statement("provenance"), report_id=report_id)
    return found.assign(loaded_at=found["loaded_at"].dt.tz_localize("UTC"))
