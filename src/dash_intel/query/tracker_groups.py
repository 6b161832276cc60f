"""The same advice across the reports that filters choose, with what became of each."""

from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.tracker import items, tracked_rows
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def groups(database: Database, filters: Filters, today: date, part: Part) -> "pd.DataFrame":
    """Return a part of the groups of advice that several reports in the period give.

    Those of the most reports come first: ``group_key``, ``recommendations``, ``reports``,
    ``first_on``, ``last_on``, one column a status with how many have it, ``overdue``,
    ``is_recurring``, ``total`` (groups of all parts); of the newest recommendation
    ``recommendation_id``, ``text``, ``instrument``; ``regions`` (UN M49 codes, those of the most
    reports first). Corrections of groups are in force.
    """
    return tracked_rows(database, filters, today, "tracker_groups", part._asdict())


def members(
    database: Database, filters: Filters, today: date, group_key: str, part: Part
) -> "pd.DataFrame":
    """Return a part of a group's recommendations in the period, the newest first, and ``total``.

    The other columns are those of ``query.tracker.item``.
    """
    values = {"group_key": group_key, **part._asdict()}
    keys = tracked_rows(database, filters, today, "tracker_members", values)
    total = int(keys["total"].iloc[0]) if len(keys) else 0
    return items(database, filters, today, keys).assign(total=total)
