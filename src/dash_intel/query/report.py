"""One report, and those before and after it."""

import pandas as pd

from dash_intel.model.report import Report
from dash_intel.query.statement import statement
from dash_intel.store import Database


def report(database: Database, report_id: str) -> Report | None:
    """Return the report of this id, None where there is none."""
    return database.report(report_id)


def neighbours(database: Database, report_id: str) -> tuple[str | None, str | None]:
    """Return the ids of the next newer and the next older report, None at either end.

    In the order of ``overview.newest``; unrecognised reports have each other for neighbours.
    """
    found = database.rows(statement("neighbours"), report_id=report_id)
    if found.empty:
        return None, None
    newer, older = found.iloc[0].where(found.iloc[0].notna(), None)
    return newer, older


def index(database: Database) -> pd.DataFrame:
    """Return all reports in the order of ``overview.newest``, the unrecognised last.

    ``report_id``, ``published_on``, ``title`` (headline, else page title, else source).
    """
    return database.rows(statement("index"))
