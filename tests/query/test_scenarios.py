"""Scenarios of what is looked at: sets, totals, signs, by time, and worst cases that recur."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dash_intel.model.items import Scenario
from dash_intel.model.ledger import Decisions, Last, Override, ScenarioState
from dash_intel.model.report import Report
from dash_intel.model.signpost import Signpost
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scenario_recurring import Recurrences, recurring
from dash_intel.query.scenario_sets import Sought, scenario_sets, scenario_totals
from dash_intel.query.scenario_signs import Watched, scenario_signs, sign_totals
from dash_intel.query.scenario_times import scenario_times
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, places_of
from tests.conftest import DatabaseOf
from tests.counting import counted_places, is_left
from tests.query.area_counts import is_in_time
from tests.query.filtering import an_area, filters
from tests.reports import full_report, other_report, report, span

ALL = Filters(period="all")
WHOLE = Part(10_000)
TODAY = date(2026, 11, 23)
LAST = Last(3, datetime(2026, 1, 2, tzinfo=UTC), "Mira", "report-1", 1)
MARKS = ("not_seen", "emerging", "observed")
WORST = "A blockade of fuel convoys to the capital lasts for weeks."
WORST_TOO = "Insurgents blockade fuel convoys to the capital for weeks."

properly = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def chosen(reports: Iterable[Report], asked: Filters, area: Area | None = None) -> list[Report]:
    """Return the reports that filters choose, in plain Python."""
    named = [
        *(Area("country", code) for code in asked.countries),
        *(Area("region", code) for code in asked.regions),
    ]
    wanted = frozenset().union(*map(places_of, named))
    return [
        one
        for one in reports
        if is_left(one, asked)
        and is_in_time(one, asked)
        and (not wanted or wanted & counted_places(one, asked))
        and (area is None or places_of(area) & counted_places(one, asked))
    ]


def scenarios_of(reports: Iterable[Report]) -> list[Scenario]:
    return [future for one in reports for future in one.contents.scenarios]


@properly
@given(asked=filters(), area=some.none() | an_area())
def test_sets_hold_every_scenario_of_what_is_looked_at(
    sample_database: Database,
    sample_reports: tuple[Report, ...],
    asked: Filters,
    area: Area | None,
) -> None:
    expected = scenarios_of(chosen(sample_reports, asked, area))
    found = scenario_sets(sample_database, asked, TODAY, WHOLE, Sought(area))
    assert sorted(found["scenario_id"]) == sorted(one.scenario_id for one in expected)
    assert list(found["published_on"].dropna()) == sorted(found["published_on"].dropna())[::-1]
    timed = scenario_times(sample_database, asked, area)
    assert len(timed) == sum(
        len(one.contents.scenarios)
        for one in chosen(sample_reports, asked, area)
        if one.contents.head.published_on
    )


@properly
@given(asked=filters())
def test_totals_are_those_of_the_reports(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters
) -> None:
    reports = chosen(sample_reports, asked)
    futures = scenarios_of(reports)
    (row,) = scenario_totals(sample_database, asked, TODAY).to_dict("records")
    assert row == {
        "reports": sum(bool(one.contents.scenarios) for one in reports),
        "scenarios": len(futures),
        "stated": sum(
            one.likelihood is not None and one.likelihood.basis in {"stated", "number"}
            for one in futures
        ),
        "dated": sum(one.horizon is not None for one in futures),
        "due": 0,
        "resolved": 0,
    }
    triggers = {(one.scenario_id, sign.text) for one in futures for sign in one.triggers}
    (signs,) = sign_totals(sample_database, asked).to_dict("records")
    assert signs == {"signs": len(triggers), "emerging": 0, "observed": 0}
    found = scenario_signs(sample_database, asked, TODAY, WHOLE, Watched("not_seen"))
    assert {(row.scenario_id, row.indicator) for row in found.itertuples()} == triggers
    assert len(found) == len(triggers)


@properly
@given(asked=filters())
def test_worst_cases_recur_within_a_country_and_in_several_reports(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters
) -> None:
    found = recurring(sample_database, asked)
    futures = scenarios_of(chosen(sample_reports, asked))
    assert found.total == len(found.cases) == sum(one.kind == "worst" for one in futures)
    for one in found.found:
        assert len({found.cases["report_id"][row] for row in one.rows}) > 1
        assert one.units <= len(one.rows)
        assert all(1 < number <= one.units for _, number in one.countries)


def test_parts_of_sets_are_of_reports(sample_database: Database) -> None:
    whole = scenario_sets(sample_database, ALL, TODAY, WHOLE)
    order = list(dict.fromkeys(whole["report_id"]))
    assert set(whole["total"]) == {len(order)}
    part = scenario_sets(sample_database, ALL, TODAY, Part(2, 3))
    assert list(dict.fromkeys(part["report_id"])) == order[3:5]


def test_set_of_one_scenario_is_that_of_its_report(sample_database: Database) -> None:
    whole = scenario_sets(sample_database, ALL, TODAY, WHOLE)
    row = whole.iloc[17]
    found = scenario_sets(sample_database, ALL, TODAY, WHOLE, Sought(scenario=row["scenario_id"]))
    assert set(found["report_id"]) == {row["report_id"]}
    none = scenario_sets(sample_database, ALL, TODAY, WHOLE, Sought(scenario="future-0"))
    assert none.empty


def test_decisions_stand_beside_what_was_read(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    state = ScenarioState(
        "future-2",
        LAST,
        horizon_on=date(2026, 6, 30),
        probability=0.35,
        basis="panel",
        indicators=("lamps",),
        triggers=("rail ballot", "a levy"),
    )
    seen = Signpost(
        *("future-2", "rail ballot", "observed", date(2026, 1, 2), "Gazette", "Mira", LAST.at),
        LAST,
    )
    database.hold(Decisions(1, scenarios=(state,), signposts=(seen,)))
    found = scenario_sets(database, ALL, TODAY, WHOLE).set_index("scenario_id").loc["future-2"]
    assert (found["outcome"], found["probability"], found["rests_on"]) == ("due", 0.35, "panel")
    assert found["own_triggers"] == ["rail ballot", "a levy"]
    assert (found["marked"], found["marks"]) == (["rail ballot"], ["observed"])
    assert (found["revision"], found["total"]) == (3, 1)
    (row,) = scenario_totals(database, ALL, TODAY).to_dict("records")
    assert (row["stated"], row["due"], row["dated"], row["resolved"]) == (1, 1, 1, 0)
    for standing, number in (("due", 2), ("open", 2), ("resolved", 0)):
        asked = Sought(standing=standing)  # type: ignore[arg-type]
        assert len(scenario_sets(database, ALL, TODAY, WHOLE, asked)) == number


def test_signs_are_those_of_report_and_analyst_once_each(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    state = ScenarioState("future-2", LAST, indicators=("lamps",), triggers=("rail ballot",))
    marks = tuple(
        Signpost("future-2", indicator, mark, day, day and "seen", "Mira", LAST.at, LAST)
        for indicator, mark, day in (
            ("lamps", "emerging", date(2026, 1, 2)),
            ("gone", "observed", date(2026, 1, 3)),
        )
    )  # type: ignore[arg-type]
    database.hold(Decisions(1, scenarios=(state,), signposts=marks))
    found = {
        mark: [
            (row.indicator, row.origin, row.revision)
            for row in scenario_signs(database, ALL, TODAY, WHOLE, Watched(mark)).itertuples()
        ]
        for mark in MARKS  # type: ignore[arg-type]
    }
    assert found == {
        "not_seen": [("rail ballot", "report", 3), ("ballot", "report", 3)],
        "emerging": [("lamps", "analyst", 3)],
        "observed": [("gone", "marked", 3)],
    }
    (row,) = sign_totals(database, ALL).to_dict("records")
    assert row == {"signs": 4, "emerging": 1, "observed": 1}
    other = scenario_signs(database, ALL, TODAY, WHOLE, Watched("not_seen", "future-1"))
    assert other.empty


def test_rejected_scenario_is_nowhere(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    rejected = Override("future-2", "rejected", ("yes",), "no scenario", "Mira", LAST.at, LAST)
    database.hold(Decisions(1, overrides=(rejected,)))
    assert list(scenario_sets(database, ALL, TODAY, WHOLE)["scenario_id"]) == ["future-1"]
    assert list(scenario_times(database, ALL, None)["scenario_id"]) == ["future-1"]
    assert scenario_signs(database, ALL, TODAY, WHOLE, Watched("not_seen")).empty
    assert recurring(database, ALL).total == 0


def test_corrected_likelihood_is_in_force(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    corrected = Override("future-2", "likelihood", ("likely",), "meant so", "Mira", LAST.at, LAST)
    database.hold(Decisions(1, overrides=(corrected,)))
    for found in (
        scenario_sets(database, ALL, TODAY, WHOLE),
        scenario_times(database, ALL, None),
    ):
        row = found.set_index("scenario_id").loc["future-2"]
        assert (row["likelihood_basis"], row["likelihood_term"]) == ("corrected", "likely")


def worst(text: str, title: str) -> Report:
    full = full_report()
    made = report(f"{title}\n{text}")
    future = Scenario(f"future-{title}", "worst", None, text, "outlook", span("Open"))
    head = replace(full.contents.head, headline=title)
    contents = replace(full.contents, head=head, scenarios=(future,))
    return replace(made, contents=contents)


def groups(found: Recurrences) -> list[set[str]]:
    return [{found.cases["scenario_id"][row] for row in one.rows} for one in found.found]


def test_alike_worst_cases_of_two_reports_recur(database_of: DatabaseOf) -> None:
    database = database_of(
        worst(WORST, "One"), worst(WORST_TOO, "Two"), worst("Rail stands still.", "Three")
    )
    found = recurring(database, ALL)
    assert groups(found) == [{"future-One", "future-Two"}]
    assert (found.found[0].countries, found.found[0].units) == ((("MDA", 2),), 2)


def test_worst_cases_on_different_countries_do_not_recur(database_of: DatabaseOf) -> None:
    one, two = worst(WORST, "One"), worst(WORST, "Two")
    (place, *_) = two.contents.places
    moved = (replace(place, iso3="KAZ"),)
    two = replace(two, contents=replace(two.contents, places=moved, named_regions=()))
    assert recurring(database_of(one, two), ALL).found == ()


def test_both_scenarios_of_one_report_do_not_recur(database_of: DatabaseOf) -> None:
    one = worst(WORST, "One")
    (future,) = one.contents.scenarios
    twice = (future, replace(future, scenario_id="future-again", origin="analysis"))
    found = recurring(
        database_of(replace(one, contents=replace(one.contents, scenarios=twice))), ALL
    )
    assert (found.total, found.found) == (2, ())


def test_nothing_loaded_has_no_scenario(database_of: DatabaseOf) -> None:
    database = database_of(other_report())
    nobody = Filters(period="all", publishers=("Nobody",))
    assert scenario_sets(database, nobody, TODAY, WHOLE).empty
    assert scenario_times(database, nobody, None).empty
    assert recurring(database, nobody).found == ()
    (row,) = scenario_totals(database, nobody, TODAY).to_dict("records")
    assert set(row.values()) == {0}
