"""Tags on so many reports that they tell nothing."""

from datetime import date

from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.query.tags import FEWEST_FOR_STAMPS, stamp_names
from tests.conftest import DatabaseOf
from tests.reports import report


def tagged(title: str, *names: str) -> Report:
    tags = tuple(Tag(name, name, Span(0, 1)) for name in names)
    day = date(2025, 1, 1)
    contents = Contents(head=Head(headline=title, published_on=day), tags=tags)
    return report(f"{title}\n{day}\n", source=f"{title}.txt", contents=contents)


def test_stamps_are_named_where_there_are_enough_reports_to_tell(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *("focus", "ports")[: 1 + at % 2]) for at in range(9)]
    assert stamp_names(database_of(*reports)) == frozenset()
    assert len(reports) + 1 == FEWEST_FOR_STAMPS
    database = database_of(tagged("Last", "drones", "drones"))
    assert stamp_names(database) == {"focus"}


def test_a_tag_that_stands_twice_is_no_stamp_for_that(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *["ports"] * (2 if at < 5 else 0)) for at in range(10)]
    assert stamp_names(database_of(*reports)) == frozenset()


def test_unrecognised_reports_do_not_count(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *["ports"] * (at < 7)) for at in range(10)]
    strange = [
        report(f"Strange {at}.", source=f"{at}.txt", template="unrecognised") for at in range(9)
    ]
    assert stamp_names(database_of(*reports, *strange)) == {"ports"}


def test_exactly_six_tenths_of_reports_make_no_stamp(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *["ports"] * (at < 6)) for at in range(10)]
    assert stamp_names(database_of(*reports)) == frozenset()
