"""The ways out of filters that leave no report."""

from dataclasses import replace
from datetime import date

from dash_intel.query.dead_end import AREAS, Way, ways
from dash_intel.query.filters import Filters
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report, other_report

EVERY = Filters(period="all")


def test_the_one_filter_that_empties_is_the_way(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), other_report())
    filters = replace(EVERY, countries=("MDA",), tags=("nosuch",))
    assert ways(database, filters) == (
        Way(("tags",), filters.lacking("tags"), 2),
        Way((), EVERY, 2),
    )


def test_regions_are_removed_together(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    filters = replace(EVERY, countries=("KEN",), groups=("sahel",))
    assert ways(database, filters)[0] == Way(AREAS, EVERY, 1)


def test_period_as_usual_may_be_what_empties(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), dated(date(2026, 6, 3), "late"))
    filters = Filters(tags=("ports",))
    assert ways(database, filters)[:2] == (
        Way(("tags",), Filters(), 1),
        Way(("period",), replace(filters, period="all"), 1),
    )


def test_most_reports_come_first(database_of: DatabaseOf) -> None:
    first = date(2025, 6, 3)
    database = database_of(full_report(), dated(first, "a"), dated(first, "b"))
    filters = replace(EVERY, countries=("MDA",), confidences=("not_stated",))
    assert [(way.removed, way.reports) for way in ways(database, filters)] == [
        (AREAS, 2),
        (("confidences",), 1),
        ((), 3),
    ]


def test_all_filters_are_the_way_where_no_single_one_is(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    filters = Filters(period="all", tags=("nosuch",), text="nosuch", counted="mentioned")
    assert ways(database, filters) == (Way((), Filters(period="all", counted="mentioned"), 1),)


def test_there_is_no_way_without_reports(database_of: DatabaseOf) -> None:
    assert ways(database_of(), Filters(tags=("ports",))) == ()
