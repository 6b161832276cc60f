"""Whom reports on an area name."""

from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part, area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def entities(database: Database, filters: Filters, area: Area, part: Part) -> "pd.DataFrame":
    """Return the persons and organisations that reports on an area name, the most first.

    ``name``, ``type`` (None where it is not stated), ``units``, ``all_units`` (on all areas),
    ``total``. Names are compared as they are written.
    """
    return area_rows(database, filters, area, "area_entities", **part._asdict())
