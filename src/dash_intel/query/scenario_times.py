"""Scenarios of an area by the day of their report."""

from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

MOST = 400
"""How many scenarios are drawn."""


def scenario_times(database: Database, filters: Filters, area: Area | None) -> "pd.DataFrame":
    """Return at most ``MOST`` scenarios of dated reports in the period, the newest first.

    Of reports on ``area``, of all where it is None: ``report_id``, ``title``, ``publisher``,
    ``published_on``, ``scenario_id``, ``kind``, ``label``, ``text``, ``probability``,
    ``likelihood_basis``, ``likelihood_term``, ``likelihood_low``, ``likelihood_high``; on every row
    ``total`` and ``all_stated``, how many there are and how many state a probability.
    """
    places = sorted(places_of(area)) if area else []
    return rows(database, filters, "scenario_times", places=places, at_most=MOST)
