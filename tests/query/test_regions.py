"""One area: what is counted for it, and that every number leads to as many reports."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dash_intel import pipeline
from dash_intel.model.ledger import Decisions, Last, Override, RecommendationState
from dash_intel.model.report import Report
from dash_intel.query import chosen
from dash_intel.query.area_tags import area_tags
from dash_intel.query.entities import entities
from dash_intel.query.filters import Filters
from dash_intel.query.gaps import gaps
from dash_intel.query.judgements import judgements
from dash_intel.query.outlook import advice
from dash_intel.query.regions import (
    Behind,
    Part,
    area_months,
    area_totals,
    behind,
    reported_areas,
    shared_totals,
)
from dash_intel.query.scenario_sets import Sought, scenario_sets
from dash_intel.query.sources import sources
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area, places_of
from tests.conftest import DatabaseOf
from tests.counting import counted_places, newest
from tests.query.area_counts import having, names, reports_on
from tests.query.filtering import an_area, filters
from tests.reports import dated, full_report, other_report

ALL = Filters(period="all")
CAMEROON, MOLDOVA = Area("country", "CMR"), Area("country", "MDA")
WHOLE = Part(10_000)
TODAY = date(2026, 11, 23)
LAST = Last(1, datetime(2026, 1, 2, tzinfo=UTC), "Mira", "report-1", 1)

properly = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reports(database: Database) -> tuple[Report, ...]:
    return newest(database.reports())


@properly
@given(asked=filters(), area=an_area())
def test_area_counts_the_reports_that_speak_of_a_place_in_it(
    database: Database, reports: tuple[Report, ...], asked: Filters, area: Area
) -> None:
    expected = reports_on(reports, asked, area)
    (row,) = area_totals(database, asked, area).to_dict("records")
    assert (row["units"], row["reports"]) == (len(expected), len(expected))
    found = reported_areas(database, asked)
    listed = dict(zip(zip(found["kind"], found["code"], strict=True), found["units"], strict=True))
    assert listed.get(area, 0) == len(expected)


@properly
@given(asked=filters(), area=an_area())
def test_every_number_of_names_is_that_of_the_reports_behind_it(
    database: Database, reports: tuple[Report, ...], asked: Filters, area: Area
) -> None:
    on_it = reports_on(reports, asked, area)
    named = sources(database, asked, area)
    people = entities(database, asked, area, WHOLE)
    tagged = area_tags(database, asked, area)
    shown = [
        *((Behind(row.kind, row.name), row.units) for row in named.itertuples()),
        *((Behind("entity", row.name), row.units) for row in people.itertuples()),
        *((Behind("tag", row.name), row.y) for row in tagged.itertuples() if row.y),
    ]
    for subject in ("entity", "tag", "publisher", "technique"):
        expected = Counter(name for one in on_it for name in names(one, subject))
        assert {one.name: n for one, n in shown if one.subject == subject} == dict(expected)
    for number, units in [*shown[:3], *shown[-3:], *shown[len(shown) // 2 :][:3]]:
        found = behind(database, asked, area, number, WHOLE)
        assert set(found["units"]) == {units}
        assert set(found["report_id"]) == having(on_it, number)
        assert len(found) == units


@properly
@given(asked=filters(), area=an_area())
def test_lists_hold_every_item_of_the_reports_of_the_period(
    database: Database, reports: tuple[Report, ...], asked: Filters, area: Area
) -> None:
    on_it = reports_on(reports, asked, area)
    said = judgements(database, asked, area, WHOLE)
    assert list(said["report_id"].sort_values()) == sorted(
        one.report_id for one in on_it if one.contents.head.bluf
    )
    declared = gaps(database, asked, area, WHOLE)
    assert sorted(declared["text"]) == sorted(
        gap.text for one in on_it for gap in one.contents.declared_gaps
    )
    futures = scenario_sets(database, asked, TODAY, WHOLE, Sought(area))
    assert set(futures["scenario_id"]) == {
        future.scenario_id for one in on_it for future in one.contents.scenarios
    }
    given_ = advice(database, asked, area, TODAY, WHOLE)
    assert given_["recommendations"].sum() == sum(
        len(one.contents.recommendations) for one in on_it
    )
    for row in given_.head(3).itertuples():
        found = behind(database, asked, area, Behind("advice", row.group_key), WHOLE)
        assert set(found["units"]) == {row.units}
        assert len(found) == row.recommendations


@properly
@given(area=an_area(), unit=some.sampled_from(["reports", "events"]))
def test_events_are_counted_once_and_all_their_reports_listed(
    database: Database, area: Area, unit: str
) -> None:
    asked = replace(ALL, unit=unit)
    (row,) = area_totals(database, asked, area).to_dict("records")
    found = behind(database, asked, area, Behind("report"), WHOLE)
    assert row["units"] == row[unit]
    assert len(found) == row["reports"]
    assert set(found["units"]) == ({row["units"]} if row["units"] else set())


@properly
@given(asked=filters(), area=an_area(), beside=an_area())
def test_what_counts_for_two_areas_is_counted_once(
    database: Database, reports: tuple[Report, ...], asked: Filters, area: Area, beside: Area
) -> None:
    one, other = (
        {report.report_id for report in reports_on(reports, asked, where)}
        for where in (area, beside)
    )
    (row,) = shared_totals(database, asked, area, beside).to_dict("records")
    assert row["units"] == len(one & other)


def test_parts_hold_every_item_once_in_one_order(database: Database) -> None:
    whole = judgements(database, ALL, CAMEROON, WHOLE)
    assert len(whole) > 4
    parts = [judgements(database, ALL, CAMEROON, Part(2, at)) for at in range(0, len(whole), 2)]
    assert [one for part in parts for one in part["report_id"]] == list(whole["report_id"])
    assert {total for part in parts for total in part["total"]} == {len(whole)}


def test_newest_stand_first(database: Database) -> None:
    for found in (
        judgements(database, ALL, CAMEROON, WHOLE),
        gaps(database, ALL, CAMEROON, WHOLE),
        advice(database, ALL, CAMEROON, TODAY, WHOLE),
        scenario_sets(database, ALL, TODAY, WHOLE, Sought(CAMEROON)),
        behind(database, ALL, CAMEROON, Behind("report"), WHOLE),
    ):
        days = list(found["published_on"])
        assert days == sorted(days, reverse=True)


def test_period_before_is_listed_apart(database: Database) -> None:
    half = Filters()
    (row,) = area_totals(database, half, CAMEROON).to_dict("records")
    found = behind(database, half, CAMEROON, Behind("before"), WHOLE)
    assert len(found) == row["units_before"] > 0
    days = chosen.days_of(database, half)
    assert days is not None
    assert max(found["published_on"]).date() < days.since


def test_months_of_all_reports_add_up_to_them(
    database: Database, reports: tuple[Report, ...]
) -> None:
    on_it = reports_on(reports, ALL, CAMEROON)
    found = area_months(database, ALL, CAMEROON)
    assert found["units"].sum() == len(on_it)
    assert found["month_on"].is_monotonic_increasing


def test_area_of_a_place_that_no_report_names_counts_nothing(database: Database) -> None:
    nobody = Area("country", "NRU")
    (row,) = area_totals(database, ALL, nobody).to_dict("records")
    assert (row["units"], row["units_before"], row["reports"]) == (0, 0, 0)
    assert judgements(database, ALL, nobody, WHOLE).empty


def test_entity_tells_how_many_reports_on_all_areas_name_it(
    database: Database, reports: tuple[Report, ...]
) -> None:
    for row in entities(database, ALL, CAMEROON, WHOLE).itertuples():
        everywhere = [one for one in reports if row.name in names(one, "entity")]
        assert row.all_units == len(everywhere)


def test_same_advice_is_one_row_in_the_newest_words(database_of: DatabaseOf) -> None:
    one, other = full_report(), other_report()
    head = replace(other.contents.head, published_on=date(2025, 6, 9))
    later = replace(other, contents=replace(other.contents, head=head))
    found = advice(database_of(one, later), ALL, MOLDOVA, TODAY, WHOLE)
    assert list(found["units"]) == [2, 2]
    assert set(found["report_id"]) == {"report-other"}
    assert set(found["all_recommendations"]) == {4}


def test_advice_says_what_the_ledger_decided(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    state = RecommendationState(
        recommendation_id="advice-1",
        last=LAST,
        status="in_progress",
        owner="Mira",
        due_on=date(2026, 1, 1),
    )
    database.hold(Decisions(revision=1, recommendations=(state,)))
    found = advice(database, ALL, MOLDOVA, TODAY, WHOLE).set_index("recommendation_id")
    assert found.loc["advice-1", ["status", "owner", "is_overdue"]].tolist() == [
        "in_progress",
        "Mira",
        True,
    ]
    assert found.loc["advice-2", ["status", "is_overdue"]].tolist() == ["new", False]


@pytest.mark.parametrize(
    ("goes_with", "expected"),
    [
        ({}, [2, 2]),
        ({"advice-1": ()}, [1, 1, 2]),
        ({"advice-1": ("advice-2",)}, [1, 2]),
        ({"advice-1": ("advice-2",), "advice-2": ()}, [1, 1, 1]),
        ({"advice-1": ("advice-2",), "advice-2": ("advice-1",)}, [1, 1, 1]),
        ({"advice-1": ("gone",)}, [2, 2]),
    ],
)
def test_advice_that_was_split_or_put_together_is_counted_so(
    database_of: DatabaseOf,
    goes_with: dict[str, tuple[str, ...]],
    expected: list[int],
) -> None:
    other = other_report()
    given_too = tuple(
        replace(one, recommendation_id=f"other-{one.recommendation_id}")
        for one in other.contents.recommendations
    )
    other = replace(other, contents=replace(other.contents, recommendations=given_too))
    database = database_of(full_report(), other)
    corrected = tuple(
        Override(one, "group", value, "Read again.", "Mira", LAST.at, LAST)
        for one, value in goes_with.items()
    )
    database.hold(Decisions(1, overrides=corrected))
    found = advice(database, ALL, MOLDOVA, TODAY, WHOLE)
    assert sorted(found["units"]) == expected
    assert found["recommendations"].sum() == 4
    for row in found.itertuples():
        told = behind(database, ALL, MOLDOVA, Behind("advice", row.group_key), WHOLE)
        assert (len(told), set(told["units"])) == (row.recommendations, {row.units})


def test_rejected_advice_and_scenarios_are_left_out(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    rejected = tuple(
        Override(subject_id, "rejected", (), "No advice.", "Mira", LAST.at, LAST)
        for subject_id in ("advice-1", "future-1")
    )
    database.hold(Decisions(revision=1, overrides=rejected))
    assert list(advice(database, ALL, MOLDOVA, TODAY, WHOLE)["recommendation_id"]) == ["advice-2"]
    assert list(scenario_sets(database, ALL, TODAY, WHOLE, Sought(MOLDOVA))["scenario_id"]) == [
        "future-2"
    ]


@pytest.mark.parametrize("term", [("unlikely",), ()])
def test_corrected_likelihood_of_a_scenario_is_in_force(
    database_of: DatabaseOf, term: tuple[str, ...]
) -> None:
    database = database_of(full_report())
    judged = Override("future-1", "likelihood", term, "Read again.", "Mira", LAST.at, LAST)
    database.hold(Decisions(1, overrides=(judged,)))
    found = scenario_sets(database, ALL, TODAY, WHOLE, Sought(MOLDOVA)).set_index("scenario_id")
    one = found.loc["future-1"]
    assert one["likelihood_basis"] == "corrected"
    assert found.loc[["future-1"], "likelihood_term"].dropna().tolist() == list(term)
    figures = found.loc["future-1", ["likelihood_low", "likelihood_high"]].dropna().tolist()
    assert figures == ([0.2, 0.45] if term else [])
    assert "corrected" not in set(found.drop(index="future-1")["likelihood_basis"])


def test_scenario_tells_its_triggers_in_order(database_of: DatabaseOf) -> None:
    found = scenario_sets(database_of(full_report()), ALL, TODAY, WHOLE, Sought(MOLDOVA))
    told = dict(zip(found["scenario_id"], found["triggers"], strict=True))
    assert told == {"future-1": [], "future-2": ["rail ballot", "ballot"]}


def test_undated_report_counts_for_all_dates_only(database_of: DatabaseOf) -> None:
    full = full_report()
    head = replace(full.contents.head, published_on=None)
    undated = replace(full, contents=replace(full.contents, head=head))
    database = database_of(undated, dated(date(2026, 1, 1), "January"))
    assert area_totals(database, ALL, MOLDOVA)["units"].tolist() == [1]
    assert area_totals(database, Filters(), MOLDOVA)["units"].tolist() == [0]


def test_groups_that_overlap_count_the_same_report_each(
    database: Database, reports: tuple[Report, ...]
) -> None:
    found = reported_areas(database, ALL).set_index(["kind", "code"])["units"]
    for key in ("sahel", "mena", "gulf_of_guinea"):
        inside = places_of(Area("group", key))
        assert found[("group", key)] == sum(bool(inside & counted_places(r, ALL)) for r in reports)
