"""What reports on an area advise, with what people decided about it."""

from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part, area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def advice(
    database: Database, filters: Filters, area: Area, today: date, part: Part
) -> "pd.DataFrame":
    """Return the advice of the reports on an area in the period, the newest first.

    Advice that several reports give is one row, in the words of the newest: ``recommendation_id``,
    ``text``, ``instrument``, ``horizon``, ``addressee``, ``report_id``, ``title``, ``publisher``,
    ``published_on``, ``group_key``, ``recommendations`` and ``units`` that it stands for; of the
    ledger ``status``, ``owner``, ``due_on``, ``is_overdue``; ``total`` (rows of all parts) and
    ``all_recommendations``. Rejected ones are left out.
    """
    return area_rows(database, filters, area, "area_advice", today=today, **part._asdict())
