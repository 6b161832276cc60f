"""What to watch for of scenarios, and how far each of it has come."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dash_intel.model.signpost import SignpostMark
from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


class Watched(NamedTuple):
    """Which signs: those that have come so far, of one scenario or of all."""

    mark: SignpostMark
    scenario: str = ""


def scenario_signs(
    database: Database, filters: Filters, today: date, part: Part, watched: Watched
) -> "pd.DataFrame":
    """Return signs of the scenarios in the period, the latest seen and the newest first.

    A sign is a trigger that the report gives, or a trigger or indicator of an analyst:
    ``indicator``, ``origin`` (``report``, ``analyst``, or ``marked`` where only its mark is left),
    ``mark``, ``seen_on``, ``evidence``, ``marked_by``, ``revision`` (of the marks of its
    scenario); of that ``scenario_id``, ``kind``, ``label``, ``text``, ``outcome``, ``horizon_on``;
    of its report ``report_id``, ``title``, ``publisher``, ``published_on``; ``total`` (of all
    parts).
    """
    return rows(
        database,
        filters,
        "scenario_signs",
        mark=watched.mark,
        sought=watched.scenario,
        today=today,
        **part._asdict(),
    )


def sign_totals(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return one row: ``signs`` of the scenarios in the period, ``emerging`` and ``observed``."""
    return rows(database, filters, "sign_totals")
