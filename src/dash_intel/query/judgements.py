"""What reports on an area judge: their bottom lines."""

from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part, area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def judgements(database: Database, filters: Filters, area: Area, part: Part) -> "pd.DataFrame":
    """Return the bottom lines of the reports on an area in the period, the newest first.

    ``report_id``, ``published_on``, ``publisher``, ``confidence``, ``bluf``, ``title``, ``total``.
    """
    return area_rows(database, filters, area, "area_judgements", **part._asdict())
