"""Tags on so many reports that they tell nothing."""

from datetime import date

from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.query.tags import FEWEST_FOR_STAMPS, stamp_names, stamps
from tests.conftest import DatabaseOf
from tests.reports import dated, report


def tagged(title: str, *names: str) -> Report:
    tags = tuple(Tag(name, name, Span(0, 1)) for name in names)
    day = date(2025, 1, 1)
    contents = Contents(head=Head(headline=title, published_on=day), tags=tags)
    return report(f"{title}\n{day}\n", source=f"{title}.txt", contents=contents)


def test_a_tag_on_more_than_six_tenths_of_reports_is_a_stamp(database_of: DatabaseOf) -> None:
    database = database_of(
        tagged("One", "focus", "ports"),
        tagged("Two", "focus", "ports"),
        tagged("Three", "focus", "ports"),
        tagged("Four", "focus", "drones"),
        dated(date(2025, 2, 1), "Five"),
    )
    assert stamps(database).to_dict("records") == [
        {"name": "focus", "reports": 4, "share": 0.8, "is_stamp": True},
        {"name": "ports", "reports": 3, "share": 0.6, "is_stamp": False},
        {"name": "drones", "reports": 1, "share": 0.2, "is_stamp": False},
    ]


def test_a_tag_that_stands_twice_on_a_report_counts_once(database_of: DatabaseOf) -> None:
    database = database_of(tagged("One", "ports", "ports"), tagged("Two"))
    assert stamps(database)[["name", "reports"]].to_numpy().tolist() == [["ports", 1]]


def test_unrecognised_reports_do_not_count(database_of: DatabaseOf) -> None:
    strange = report("Strange.", source="strange.txt", template="unrecognised")
    database = database_of(tagged("One", "ports"), strange)
    assert stamps(database)["share"].tolist() == [1.0]


def test_without_reports_there_are_no_tags(database_of: DatabaseOf) -> None:
    assert stamps(database_of()).empty


def test_stamps_are_named_where_there_are_enough_reports_to_tell(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *("focus", "ports")[: 1 + at % 2]) for at in range(9)]
    assert stamp_names(database_of(*reports)) == frozenset()
    assert len(reports) + 1 == FEWEST_FOR_STAMPS
    database = database_of(tagged("Last", "drones", "drones"))
    assert stamp_names(database) == {"focus"}
    assert stamp_names(database) == set(stamps(database).query("is_stamp")["name"])


def test_a_tag_that_stands_twice_is_no_stamp_for_that(database_of: DatabaseOf) -> None:
    reports = [tagged(f"Report {at}", *["ports"] * (2 if at < 5 else 0)) for at in range(10)]
    assert stamp_names(database_of(*reports)) == frozenset()
