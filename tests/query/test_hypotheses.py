"""Competing hypotheses of the chosen reports."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel.model.items import Hypothesis
from dash_intel.model.report import Report
from dash_intel.query import ach
from dash_intel.query.filters import Filters
from dash_intel.query.hypotheses import (
    Stance,
    competing,
    competing_areas,
    competing_counts,
)
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from tests.conftest import DatabaseOf
from tests.query.competing import competing_reports, is_stated
from tests.query.filtering import an_area, filters
from tests.reports import HARBOUR, dated, full_report, other_report, report, span
from tests.store.advised import telling

ALL = Filters(period="all")
EVERY = Part(1_000)

lightly = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ids(database: Database, asked: Filters, stance: Stance = "all") -> list[str]:
    return list(competing(database, asked, EVERY, stance).reports["report_id"])


@lightly
@given(asked=filters(), area=st.none() | an_area())
def test_counts_are_those_of_the_reports(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters, area: Area | None
) -> None:
    looked_at = competing_reports(sample_reports, asked, area)
    row = competing_counts(sample_database, asked, area).iloc[0]
    stated = sum(map(is_stated, looked_at))
    undated = sum(one.contents.head.published_on is None for one in looked_at)
    assert (row["units"], row["stated_units"]) == (len(looked_at), stated)
    assert (row["reports"], row["stated"], row["undated"]) == (len(looked_at), stated, undated)


@lightly
@given(asked=filters())
def test_list_is_as_long_as_the_counts_say(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters
) -> None:
    looked_at = competing_reports(sample_reports, asked)
    found = {
        stance: set(ids(sample_database, asked, stance)) for stance in ("all", "stated", "open")
    }
    assert found["all"] == {one.report_id for one in looked_at}
    assert found["stated"] == {one.report_id for one in looked_at if is_stated(one)}
    assert found["open"] == found["all"] - found["stated"]


@lightly
@given(asked=filters())
def test_areas_count_the_reports_on_them(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters
) -> None:
    found = competing_areas(sample_database, asked)
    counted = {Area(row.kind, row.code): row.units for row in found.itertuples()}
    looked_at = competing_reports(sample_reports, asked)
    for area, units in list(counted.items())[:20]:
        assert units == len(competing_reports(looked_at, asked, area))


def test_items_are_those_of_the_report_page(database_of: DatabaseOf) -> None:
    found = competing(database_of(full_report()), ALL, EVERY).items
    assert list(zip(found["item"], found["label"], found["text"], strict=True)) == [
        ("assumption-1", "assumption", "the union"),
        ("gap-1", "", "No other names"),
        ("hypothesis-1", "A", "Wages"),
        ("hypothesis-2", "B", "A rival"),
        ("hypothesis-3", "C", "nobody"),
    ]
    stances = [
        None if one is None else bool(one)
        for one in found["preferred"].astype(object).where(found["preferred"].notna(), None)
    ]
    assert stances == [None, None, True, False, None]


def test_newest_report_is_first_and_an_undated_one_last(database_of: DatabaseOf) -> None:
    weighing = full_report().contents.hypotheses
    made = [
        replace(one, contents=replace(one.contents, hypotheses=weighing), text=HARBOUR)
        for one in (
            dated(date(2025, 1, 2), "Old"),
            dated(None, "Undated"),
            dated(date(2025, 9, 2), "New"),
        )
    ]
    found = competing(database_of(*made, dated(date(2025, 10, 1), "Other")), ALL, EVERY).reports
    assert list(found["title"]) == ["New", "Old", "Undated"]
    assert set(found["total"]) == {3}


def test_parts_join_to_the_whole_list(sample_database: Database) -> None:
    parts = [competing(sample_database, ALL, Part(10, skipped)) for skipped in (0, 10, 20, 30)]
    joined = [one for part in parts for one in part.reports["report_id"]]
    assert joined == ids(sample_database, ALL)


def test_event_states_where_one_of_its_reports_does(database_of: DatabaseOf) -> None:
    told = "Dockers shut the fuel berth."
    one = telling("Dockers close port of Vesna", told, date(2025, 5, 31), "MDA")
    other = telling("Port of Vesna closed by dockers", told, date(2025, 6, 2), "MDA", "KEN")
    place = one.contents.head.spans.headline or span("Strike")
    stated = (Hypothesis("A", "Wages", True, place), Hypothesis("B", "A rival", False, place))
    unstated = tuple(replace(two, preferred=None) for two in stated)
    database = database_of(
        replace(one, contents=replace(one.contents, hypotheses=stated)),
        replace(other, contents=replace(other.contents, hypotheses=unstated)),
    )
    row = competing_counts(database, replace(ALL, unit="events")).iloc[0]
    assert (row["units"], row["stated_units"], row["reports"], row["stated"]) == (1, 1, 2, 1)


def test_reports_are_offered_for_a_matrix(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), other_report(), dated(date(2025, 1, 2), "Other"))
    found = ach.offered(database, ALL)
    assert set(found["document_id"]) == {full_report().document_id, other_report().document_id}


@pytest.mark.parametrize("document_id", ["document-none", "", "risk-1"])
def test_document_that_is_none_has_no_report(database_of: DatabaseOf, document_id: str) -> None:
    assert ach.report_of(database_of(report()), document_id) is None


def test_document_has_its_report(database_of: DatabaseOf) -> None:
    found = ach.report_of(database_of(full_report()), full_report().document_id)
    assert found is not None
    assert found.report_id == full_report().report_id
