"""Which tags reports on an area carry, now and before."""

from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.ranking import score, trend
from dash_intel.query.regions import area_rows
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


def area_tags(database: Database, filters: Filters, area: Area) -> "pd.DataFrame":
    """Return the tags of reports on an area, the most first.

    ``name``, ``y`` of ``n`` in the period, ``y_before`` of ``n_before`` in the equal one before,
    ``trend`` (see ``query.ranking``).
    """
    found = area_rows(database, filters, area, "area_tags")
    columns = (found[name].tolist() for name in ("y", "n", "y_before", "n_before"))
    return found.assign(
        trend=[
            trend(y, before, score(y, n, before, of_before), has_baseline=of_before > 0)
            for y, n, before, of_before in zip(*columns, strict=True)
        ]
    )
