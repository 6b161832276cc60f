"""Loose ends: advice that answers no risk, risks that no advice answers, advice that is opposed.

A report rarely says which risk a piece of advice answers. Advice counts as tied to a risk where
somebody linked the two, or where its own report states a risk on a country that the advice is
about; where either is about no country, the report will do.
"""

from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.tracker import items, tracked_rows
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def untied(database: Database, filters: Filters, today: date, part: Part) -> "pd.DataFrame":
    """Return a part of the advice that is tied to no risk, the newest first, and ``total``.

    The other columns are those of ``query.tracker.item``.
    """
    keys = tracked_rows(database, filters, today, "tracker_untied", part._asdict())
    total = int(keys["total"].iloc[0]) if len(keys) else 0
    return items(database, filters, today, keys).assign(total=total)


def unanswered(database: Database, filters: Filters, today: date, part: Part) -> "pd.DataFrame":
    """Return a part of the risks that no advice is tied to, those of the highest impact first.

    ``risk_id``, ``text``, ``impact_level`` (0 where none is stated), ``report_id``,
    ``title``, ``publisher``, ``published_on``, ``has_advice`` (whether its report gives any),
    ``total``.
    """
    return tracked_rows(database, filters, today, "tracker_unanswered", part._asdict())


def opposed(database: Database, filters: Filters, today: date, part: Part) -> "pd.DataFrame":
    """Return a part of the pairs of advice that contradict each other, the most alike first.

    ``one_id``, ``other_id``, ``countries`` (ISO 3166, those in common), ``similarity`` (of all but
    the verbs, 0 to 1), ``total``. One of the two is of the period, neither was rejected.
    """
    found = tracked_rows(database, filters, today, "tracker_opposed", part._asdict())
    return found.assign(countries=found["countries"].map(list))
