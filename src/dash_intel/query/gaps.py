"""What reports on an area say that they do not know."""

from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part, area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def gaps(database: Database, filters: Filters, area: Area, part: Part) -> "pd.DataFrame":
    """Return the declared gaps of the reports on an area in the period, the newest first.

    ``report_id``, ``published_on``, ``publisher``, ``position``, ``text``, ``title``, ``total``,
    ``oldest_on`` (of all).
    """
    return area_rows(database, filters, area, "area_gaps", **part._asdict())
