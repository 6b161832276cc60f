"""One area in what is looked at: how much there is of it, when, and what is behind a number."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Subject = Literal["report", "before", "risk", "advice", "entity", "tag", "publisher", "technique"]


class Part(NamedTuple):
    """Which rows of a list: at most so many, after so many."""

    at_most: int
    skipped: int = 0


class Behind(NamedTuple):
    """What a number of an area counts: ``name`` is a category, a group of advice, a tag ..."""

    subject: Subject
    name: str = ""


def area_rows(
    database: Database, filters: Filters, area: Area, name: str, **values: object
) -> "pd.DataFrame":
    """Return the rows of ``sql/<name>.sql`` for the reports that count for ``area``."""
    return rows(database, filters, name, places=sorted(places_of(area)), **values)


def reported_areas(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return the areas that anything is counted for, the most first.

    ``kind``, ``code``, ``units`` (reports, or events where these are counted). Areas overlap, so
    ``units`` are never summed.
    """
    return rows(database, filters, "areas_reported")


def area_totals(database: Database, filters: Filters, area: Area) -> "pd.DataFrame":
    """Return one row: what is counted for an area.

    ``units`` in the period, ``units_before`` in the equal one before; ``reports`` and ``events`` in
    the period, ``last_on`` the day of the newest of them, ``earlier_on`` that of the newest before
    the period.
    """
    return area_rows(database, filters, area, "area_totals")


def shared_totals(database: Database, filters: Filters, area: Area, beside: Area) -> "pd.DataFrame":
    """Return one row: ``units`` of the period that count for ``area`` and for ``beside``."""
    return area_rows(database, filters, area, "areas_shared", beside=sorted(places_of(beside)))


def area_months(database: Database, filters: Filters, area: Area) -> "pd.DataFrame":
    """Return the months in which anything is counted for an area, the oldest first.

    ``month_on`` (its first day), ``units``. Months of the period and of all time before it.
    """
    return area_rows(database, filters, area, "area_months")


def behind(
    database: Database, filters: Filters, area: Area, number: Behind, part: Part
) -> "pd.DataFrame":
    """Return what a number of an area counts, the newest first; risks are ``query.sentences``.

    ``report_id``, ``item_id`` (empty for the report itself), ``text`` (the words of advice, the
    role of an entity), ``published_on``, ``publisher``, ``title``; on every row ``total`` (rows of
    all parts), ``reports`` and ``units`` (what the number says).
    """
    is_before = number.subject == "before"
    return area_rows(
        database,
        filters,
        area,
        "area_behind",
        span=1 if is_before else 0,
        subject="report" if is_before else number.subject,
        sought=number.name,
        **part._asdict(),
    )
