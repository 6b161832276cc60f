"""Worst cases that reports of the period describe, and advice of theirs that is due."""

from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

DUE_DAYS = 14
"""Days within which advice counts as due."""


def worst_cases(database: Database, filters: Filters, part: Part) -> "pd.DataFrame":
    """Return the worst cases of the reports of the period, the newest first.

    ``scenario_id``, ``text``, ``horizon``, ``basis``, ``term``, ``low``, ``high`` (shares),
    ``is_corrected``; ``horizon_on`` and ``probability`` (share) of the ledger; ``report_id``,
    ``title``, ``publisher``, ``published_on``, ``places`` (list: ISO3, ``~`` and a key of a named
    region), ``unit`` (report, or event where these are counted), ``total`` (rows of all parts).
    Rejected ones are left out.
    """
    found = rows(database, filters, "worst_cases", **part._asdict())
    return found.assign(places=found["places"].map(list))


def due_advice(database: Database, filters: Filters, today: date, part: Part) -> "pd.DataFrame":
    """Return open advice of the period's reports that is overdue or due within 14 days.

    The longest due first: ``recommendation_id``, ``text``, ``due_on``, ``is_overdue``, ``status``,
    ``owner``, ``report_id``, ``title``, ``publisher``, ``published_on``, ``total`` (rows of all
    parts) and ``overdue`` (how many of them are). Rejected advice is left out.
    """
    return rows(database, filters, "changed_due", today=today, days=DUE_DAYS, **part._asdict())
