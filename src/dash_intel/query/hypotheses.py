"""Competing hypotheses of the reports that are looked at, each report's beside each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Stance = Literal["all", "stated", "open"]
"""All reports with hypotheses, those that say which they prefer, and those that do not."""

_STATED: dict[Stance, list[bool]] = {"all": [], "stated": [True], "open": [False]}


@dataclass(frozen=True, slots=True)
class Competing:
    """A part of the reports with competing hypotheses, the newest first.

    ``reports``: ``report_key``, ``report_id``, ``document_id``, ``title``, ``publisher``,
    ``published_on``, ``confidence``, ``assessment_text`` (None where there is none), ``is_stated``
    (whether it says which it prefers), ``total`` (reports of all parts). ``items``: ``report_key``,
    ``kind`` (``hypothesis``, ``assumption``, ``gap``), ``position``, ``item`` (its name on the
    Report page), ``label`` (that of a hypothesis, the kind of an assumption), ``text``,
    ``preferred`` (None where it is not stated).
    """

    reports: "pd.DataFrame"
    items: "pd.DataFrame"


def competing(
    database: Database, filters: Filters, part: Part, stance: Stance = "all"
) -> Competing:
    """Return a part of the reports with competing hypotheses, and what they say."""
    found = rows(database, filters, "competing_reports", stated=_STATED[stance], **part._asdict())
    keys = [int(key) for key in found["report_key"]]
    return Competing(found, rows(database, filters, "competing_items", keys=keys))


def competing_counts(
    database: Database, filters: Filters, area: Area | None = None
) -> "pd.DataFrame":
    """Return one row: how much weighs hypotheses, on an area or anywhere.

    ``units`` (reports, or events) and ``stated_units`` (of them, which say what they prefer);
    ``reports``, ``stated`` and ``undated`` of these.
    """
    places = sorted(places_of(area)) if area else []
    return rows(database, filters, "competing_counts", places=places)


def competing_areas(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return the areas that anything with hypotheses counts for, the most first.

    ``kind``, ``code``, ``units``. Areas overlap, so ``units`` are never summed.
    """
    return rows(database, filters, "competing_areas")
