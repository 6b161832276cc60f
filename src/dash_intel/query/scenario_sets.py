"""The scenarios of reports, set by set, with what people decided about them."""

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Standing = Literal["", "open", "due", "resolved"]


class Sought(NamedTuple):
    """Which reports: on an area, with a scenario of this id, with one that stands so."""

    area: Area | None = None
    scenario: str = ""
    standing: Standing = ""


ANY = Sought()
_LISTS = ("triggers", "drivers", "indicators", "own_triggers", "marked", "marks")


def scenario_sets(
    database: Database, filters: Filters, today: date, part: Part, sought: Sought = ANY
) -> "pd.DataFrame":
    """Return the scenarios of the newest reports that have any; a part is of reports.

    ``report_id``, ``title``, ``publisher``, ``published_on``, ``total`` (reports with scenarios),
    ``scenario_id``, ``kind``, ``label``, ``text``, ``origin``, ``likelihood_basis`` (``corrected``
    where somebody corrected it), ``likelihood_term``, ``likelihood_low``, ``likelihood_high``
    (shares), ``horizon``, ``triggers`` (list), and of the ledger ``horizon_on``, ``probability``
    (share), ``rests_on``, ``drivers``, ``indicators``, ``own_triggers`` (lists), ``outcome`` (also
    ``open`` and ``due``), ``resolved_on``, ``evidence``, ``reason``, ``revision``, and ``marked``,
    ``marks`` (lists: signs, and how far each has come). Rejected ones are left out.
    """
    found = rows(
        database,
        filters,
        "scenario_sets",
        today=today,
        places=sorted(places_of(sought.area)) if sought.area else [],
        sought=sought.scenario,
        standing=sought.standing,
        **part._asdict(),
    )
    return found.assign(**{name: found[name].map(_listed) for name in _LISTS})


def scenario_totals(database: Database, filters: Filters, today: date) -> "pd.DataFrame":
    """Return one row: how much is known of the scenarios of the reports in the period.

    ``reports`` with scenarios, ``scenarios``, ``stated`` (with a probability, by the report or by
    an analyst), ``dated`` (with a horizon), ``due``, ``resolved``.
    """
    return rows(database, filters, "scenario_totals", today=today)


def _listed(values: object) -> list[str]:
    return [str(value) for value in values] if hasattr(values, "__iter__") else []
