"""Who reports on an area, and by which techniques."""

from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def sources(database: Database, filters: Filters, area: Area) -> "pd.DataFrame":
    """Return the publishers of reports on an area and the techniques they name, the most first.

    ``kind`` (``publisher`` or ``technique``), ``name`` (empty where no publisher is stated),
    ``units``, ``last_on``.
    """
    return area_rows(database, filters, area, "area_sources")
