"""Which hypotheses were preferred over time, on an area or anywhere."""

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

MOST_NAMES = 12
"""Hypotheses that are drawn, those that most reports weigh."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A number of hypotheses: ``name`` folded as they are compared, ``month`` such as 2025-03.

    Both empty: the hypotheses that are preferred.
    """

    name: str = ""
    month: str = ""

    @property
    def key(self) -> str:
        """The name of the mark that shows this number."""
        return json.dumps([self.name, self.month], ensure_ascii=False)


def weighed(key: str | None) -> Weighed:
    """Return what a mark of this name shows, all that is preferred for a name that no mark has."""
    with suppress(ValueError, TypeError):
        name, month = json.loads(key or "")
        if isinstance(name, str) and isinstance(month, str) and name.encode() + month.encode():
            return Weighed(name, month)
    return Weighed()


def preferred_months(database: Database, filters: Filters, area: Area | None) -> "pd.DataFrame":
    """Return how often the ``MOST_NAMES`` hypotheses that most weigh were preferred in a month.

    ``folded``, ``known_as`` (as the newest report writes it), ``names`` (how many there are),
    ``all_units`` and ``all_preferred`` (of all months), ``month``, ``units`` that weigh it, of them
    ``preferred`` it and ``refused`` it for another; the rest does not say.
    """
    places = sorted(places_of(area)) if area else []
    return rows(database, filters, "preferred_months", places=places, at_most=MOST_NAMES)


def preferred_said(
    database: Database, filters: Filters, area: Area | None, about: Weighed, part: Part
) -> "pd.DataFrame":
    """Return the hypotheses behind a number, the newest report first.

    ``report_id``, ``published_on``, ``publisher``, ``title``, ``position`` in its report,
    ``known_as``, ``text``, ``preferred`` (None where it is not stated), ``rivals`` (names of the
    others of the report); on every row ``total`` (rows of all parts) and ``units`` (what the
    number says).
    """
    found = rows(
        database,
        filters,
        "preferred_said",
        places=sorted(places_of(area)) if area else [],
        sought=about.name,
        month=about.month,
        **part._asdict(),
    )
    return found.assign(rivals=found["rivals"].map(list))
