"""How much there is, and what is newest."""

from dataclasses import replace
from datetime import date, datetime

from dash_intel.model.problem import Problem
from dash_intel.model.report import ParseReport
from dash_intel.model.span import Span
from dash_intel.query import overview
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report, other_report, report

STRANGE = report("Strange.", source="strange.txt", template="unrecognised")


def test_counts_are_of_recognised_reports_and_their_items(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), other_report(), dated(date(2024, 12, 31), "old"), STRANGE)
    assert overview.counts(database).to_dict("records") == [
        {
            "reports": 3,
            "samples": 2,
            "superseded": 0,
            "unrecognised": 1,
            "recommendations": 4,
            "risks": 4,
            "scenarios": 4,
            "techniques": 4,
            "tags": 2,
            "publishers": 1,
            "first_on": datetime(2024, 12, 31),
            "last_on": datetime(2025, 6, 3),
        }
    ]


def test_counts_until_a_load_leave_later_loads_out(database_of: DatabaseOf) -> None:
    database_of(full_report())
    database = database_of(other_report(), STRANGE)
    columns = ["reports", "unrecognised", "risks"]
    assert overview.counts(database, until_load=1)[columns].to_numpy().tolist() == [[1, 0, 2]]
    assert overview.counts(database, until_load=2)[columns].to_numpy().tolist() == [[2, 1, 4]]


def test_counts_of_a_build_without_reports_are_zero_and_undated(database_of: DatabaseOf) -> None:
    (row,) = overview.counts(database_of()).itertuples(index=False)
    assert row[:10] == (0,) * 10
    assert overview.counts(database_of())[["first_on", "last_on"]].isna().all(axis=None)


def test_newest_come_first_undated_last_and_unrecognised_never(database_of: DatabaseOf) -> None:
    database = database_of(
        STRANGE,
        dated(None, "undated"),
        dated(date(2025, 1, 1), "January"),
        dated(date(2025, 2, 1), "February"),
    )
    titles = [row.title for row in overview.newest(database, 10).itertuples()]
    assert titles == ["February", "January", "undated"]
    assert list(overview.newest(database, 2)["title"]) == titles[:2]


def test_newest_tell_what_a_card_needs(database_of: DatabaseOf) -> None:
    full = full_report()
    head = full.contents.head
    assert overview.newest(database_of(full), 5).to_dict("records") == [
        {
            "report_id": full.report_id,
            "title": head.headline,
            "publisher": "Harbour Gazette",
            "published_on": datetime(2025, 6, 3),
            "template": "sat",
            "flags": ["promoted_content", "sample"],
            "marking": "TLP:AMBER+STRICT",
            "bluf": head.bluf,
            "warning_count": 2,
            "unread_count": 2,
            "total": 1,
        }
    ]


def test_listing_of_a_load_is_what_it_brought(database_of: DatabaseOf) -> None:
    database_of(dated(date(2025, 1, 1), "January"))
    database = database_of(dated(date(2024, 1, 1), "old"), dated(date(2025, 1, 1), "January"))
    assert list(overview.newest(database, 9, load=1)["title"]) == ["January"]
    assert list(overview.newest(database, 9, load=2)["title"]) == ["old"]
    assert overview.newest(database, 9, load=3).empty


def test_listing_with_remarks_leaves_clean_reports_out(database_of: DatabaseOf) -> None:
    unread = dated(date(2025, 2, 1), "unread", parse=ParseReport(unread=(Span(0, 1),)))
    warned = dated(date(2025, 3, 1), "warned", parse=_parse())
    database = database_of(dated(date(2025, 1, 1), "clean"), unread, warned)
    found = overview.newest(database, 1, has_remarks=True)
    assert found[["title", "total"]].to_numpy().tolist() == [["warned", 2]]
    assert overview.newest(database, 1, load=1, has_remarks=True)["total"].tolist() == [2]


def test_report_without_a_title_is_called_by_its_first_source(database_of: DatabaseOf) -> None:
    untitled = report("Untitled.", source="a.txt", parse=_parse())
    database_of(untitled)
    database = database_of(replace(untitled, sources=("b.txt",)))
    found = overview.newest(database, 5)
    assert found[["title", "warning_count", "unread_count"]].to_numpy().tolist() == [
        ["a.txt", 1, 0]
    ]


def _parse() -> ParseReport:
    return ParseReport(warnings=(Problem("odd", "Odd.", Span(0, 1)),))
