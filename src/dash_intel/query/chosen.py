"""Asking the build about the reports that filters choose."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span, span
from dash_intel.query.search_words import question
from dash_intel.query.statement import statement
from dash_intel.store import Choice, Database
from dash_intel.vocab.areas import Area, places_of

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

_NARROWING = ("text", "places", "tags", "categories", "techniques")
"""What narrows the matched reports by other tables, each only where something is asked."""


def rows(database: Database, filters: Filters, name: str, **values: object) -> "pd.DataFrame":
    """Return the rows of ``sql/<name>.sql`` over what ``filters`` choose.

    It finds the tables ``matched``, ``chosen`` and ``counted_place`` of the files of these names,
    and those of ``store/derived.sql``. ``values`` are those of its ``$names``, beside
    ``is_events``: whether events are counted.
    """
    values["is_events"] = filters.unit == "events"
    return database.chosen_rows(choice(database, filters), statement(name), values)


def choice(database: Database, filters: Filters) -> Choice:
    """Return how to choose the reports that ``filters`` ask for."""
    days = days_of(database, filters)
    before = days.before() if days else None
    wanted = question(filters.text).wanted if filters.text else None
    values = {
        "has_all": days is None,
        "since": days.since if days else date.min,
        "until": days.until if days else date.max,
        "since_before": before.since if before else date.min,
        "is_events": filters.unit == "events",
        "is_primary": filters.counted == "primary",
        "hides_actors": filters.hides_actors,
        "places": places_of_filters(filters),
        "text": filters.text,
        **{name: list(getattr(filters, name)) for name in _LISTS},
    }
    narrowed = [statement(f"narrowed_by_{name}") for name in _NARROWING if values[name]]
    return Choice(
        tables=(
            ("matched", statement("matched")),
            *(("matched", sql) for sql in narrowed),
            ("chosen", statement("chosen")),
            ("counted_place", statement("counted_place")),
        ),
        values=values,
        wanted=wanted,
    )


_LISTS = ("tags", "categories", "techniques", "publishers", "confidences", "without")


def days_of(database: Database, filters: Filters) -> Span | None:
    """Return the days that are looked at; None is every day and undated reports."""
    return span(filters, newest_day(database))


def newest_day(database: Database) -> date | None:
    """Return the day of the newest report that is not dated after today; None where none is."""
    today = datetime.now(UTC).date()

    def ask() -> date | None:
        ((found,),) = database.cells(statement("newest_day"), today=today)
        return found if isinstance(found, date) else None

    return database.once(("newest_day", today), ask)


def last_day(database: Database, filters: Filters) -> date | None:
    """Return the day that the period ends on, or that of the newest report where it is earlier."""
    days, newest = days_of(database, filters), newest_day(database)
    return min(days.until, newest) if days and newest else newest


def totals(database: Database, filters: Filters) -> "pd.DataFrame":
    """Return one row: how much is looked at.

    ``reports``, ``events``, ``reports_before``, ``events_before`` (in the equal period before),
    ``first_on``, ``last_on`` (NaT where there is none), ``undated`` (reports that only lack a day
    to be in a period; they are among ``reports`` where all dates are looked at).
    """
    return rows(database, filters, "totals")


def places_of_filters(filters: Filters) -> list[str]:
    """Return the places of the countries, regions and groups that are asked for, sorted."""
    areas = [
        *(Area("country", code) for code in filters.countries),
        *(Area("region", code) for code in filters.regions),
        *(Area("group", code) for code in filters.groups),
    ]
    return sorted(frozenset().union(*map(places_of, areas)))
