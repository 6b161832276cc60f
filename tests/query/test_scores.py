"""Which scenarios are scored, and why the others are not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from dash_intel.model.ledger import Decisions, Override, ScenarioState
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scores import REASONS, Reason, Scored, Scores, scores, unscored
from dash_intel.store import Database
from tests.conftest import DatabaseOf
from tests.query.filtering import filters
from tests.query.futures import TODAY, TOLD, at, corrected, ended, future, stated, told

ALL = Filters(period="all")
KNOWN = date(2025, 9, 1)
LIKELY = (0.55, 0.8)


def asked(
    database: Database,
    *states: ScenarioState,
    overrides: tuple[Override, ...] = (),
    about: Filters = ALL,
) -> Scores:
    database.hold(Decisions(len(states) + 1, scenarios=states, overrides=overrides))
    return scores(database, about, TODAY)


def only(found: Scores) -> Scored:
    (one,) = found.scored
    return one


def reason_of(found: Scores) -> Reason:
    (reason,) = (one for one, number in found.counts.items() if number)
    return reason


def test_probability_of_an_analyst_from_before_is_scored(database_of: DatabaseOf) -> None:
    found = asked(database_of(told("A", future("f"))), stated("f", 0.2, date(2025, 8, 31)))
    one = only(found)
    assert (one.basis, one.forecast) == ("analyst", (0.2, True, 0.2, 0.2))
    assert one.scenario.stated_on == date(2025, 8, 31)
    assert found.counts["scored"] == found.total == 1


@pytest.mark.parametrize("late", [KNOWN, date(2025, 10, 1)])
def test_probability_of_the_day_of_the_outcome_or_later_is_never_scored(
    database_of: DatabaseOf, late: date
) -> None:
    found = asked(database_of(told("A", future("f"))), stated("f", 0.9, late))
    assert reason_of(found) == "too_late"


def test_probability_from_after_an_outcome_that_was_taken_back_is_never_scored(
    database_of: DatabaseOf,
) -> None:
    """An outcome was recorded on 1 May and taken back; the one that holds now came later."""
    state = stated("f", 0.9, date(2025, 6, 1), first_resolved_at=at(date(2025, 5, 1)))
    assert reason_of(asked(database_of(told("A", future("f"))), state)) == "too_late"
    before = stated("f", 0.9, date(2025, 4, 30), first_resolved_at=at(date(2025, 5, 1)))
    database = database_of(told("B", future("g")))
    assert asked(database, replace(before, scenario_id="g")).counts["scored"] == 1


def test_words_count_as_the_middle_of_their_band(database_of: DatabaseOf) -> None:
    report = told("A", future("f", term="likely", figures=LIKELY))
    one = only(asked(database_of(report), ended("f", "did_not_occur")))
    assert one.basis == "words"
    assert one.forecast == pytest.approx((0.675, False, 0.55, 0.8))
    assert one.scenario.stated_on == TOLD


def test_words_count_with_the_figures_of_the_yardstick_in_the_settings(
    database_of: DatabaseOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", "phia")
    report = told("A", future("f", term="likely", figures=LIKELY))
    one = only(asked(database_of(report), ended("f")))
    assert one.forecast == pytest.approx((0.65, True, 0.55, 0.75))


def test_range_of_figures_counts_as_its_middle(database_of: DatabaseOf) -> None:
    one = only(asked(database_of(told("A", future("f", figures=(0.1, 0.3)))), ended("f")))
    assert one.basis == "number"
    assert one.forecast == pytest.approx((0.2, True, 0.1, 0.3))


def test_analyst_wins_over_words_and_words_stand_in_where_the_analyst_came_late(
    database_of: DatabaseOf,
) -> None:
    database = database_of(told("A", future("f", term="likely", figures=LIKELY)))
    assert only(asked(database, stated("f", 0.1, date(2025, 5, 1)))).basis == "analyst"
    late = Decisions(9, scenarios=(stated("f", 0.1, KNOWN),))
    database.hold(late)
    assert only(scores(database, ALL, TODAY)).basis == "words"


@pytest.mark.parametrize("on", [KNOWN, date(2025, 9, 2)])
def test_words_of_a_report_that_is_not_from_before_the_outcome_are_never_scored(
    database_of: DatabaseOf, on: date
) -> None:
    report = told("A", future("f", term="likely", figures=LIKELY), on=on)
    assert reason_of(asked(database_of(report), ended("f"))) == "too_late"


def test_words_of_an_undated_report_are_never_scored(database_of: DatabaseOf) -> None:
    report = told("A", future("f", term="likely", figures=LIKELY), on=None)
    assert reason_of(asked(database_of(report), ended("f"))) == "undated"


def test_analyst_is_scored_also_of_an_undated_report(database_of: DatabaseOf) -> None:
    report = told("A", future("f"), on=None)
    assert only(asked(database_of(report), stated("f", 0.3, date(2025, 5, 1)))).basis == "analyst"


@pytest.mark.parametrize("kind", ["most_likely", "worst"])
def test_hedge_and_most_likely_are_no_probability(database_of: DatabaseOf, kind: str) -> None:
    report = told("A", future("f", kind, term="could"), future("g", kind))
    found = asked(database_of(report), ended("f"), ended("g"))
    assert found.counts["no_probability"] == found.total == 2


@pytest.mark.parametrize("outcome", ["partly_occurred", "ambiguous", "annulled", "unresolvable"])
def test_other_outcomes_are_counted_and_never_scored(
    database_of: DatabaseOf, outcome: Reason
) -> None:
    report = told("A", future("f", term="likely", figures=LIKELY))
    assert reason_of(asked(database_of(report), ended("f", outcome))) == outcome  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("horizon_on", "horizon", "reason"),
    [
        (date(2026, 1, 1), None, "open"),
        (date(2025, 12, 31), None, "due"),
        (None, "a year", "open"),
        (None, None, "no_horizon"),
    ],
)
def test_open_scenarios_are_told_apart_by_their_horizon(
    database_of: DatabaseOf, horizon_on: date | None, horizon: str | None, reason: Reason
) -> None:
    report = told("A", future("f", term="likely", figures=LIKELY, horizon=horizon))
    assert reason_of(asked(database_of(report), ended("f", None, horizon_on=horizon_on))) == reason
    of_analyst = told("B", future("g", horizon=horizon))
    state = ended("g", None, horizon_on=horizon_on, probability=0.3, probability_at=at(TOLD))
    assert reason_of(asked(database_of(of_analyst), state, about=_of("B"))) == reason


def _of(title: str) -> Filters:
    return Filters(period="all", text=title)


def test_likelihood_corrected_in_time_is_scored(database_of: DatabaseOf) -> None:
    early = (corrected("f", ["very_unlikely"], date(2025, 8, 31)),)
    database = database_of(told("A", future("f", term="likely", figures=LIKELY)))
    one = only(asked(database, ended("f"), overrides=early))
    assert one.forecast == pytest.approx((0.125, True, 0.05, 0.2))


def test_likelihood_corrected_after_the_outcome_is_never_scored(database_of: DatabaseOf) -> None:
    late = (corrected("f", ["very_likely"], KNOWN),)
    database = database_of(told("A", future("f", term="likely", figures=LIKELY)))
    assert reason_of(asked(database, ended("f"), overrides=late)) == "corrected_late"


def test_likelihood_corrected_to_none_is_no_probability(database_of: DatabaseOf) -> None:
    early = (corrected("f", [], date(2025, 4, 1)),)
    database = database_of(told("A", future("f", term="likely", figures=LIKELY)))
    assert reason_of(asked(database, ended("f"), overrides=early)) == "no_probability"


def test_rejected_scenario_is_not_counted(database_of: DatabaseOf) -> None:
    gone = replace(corrected("f", ["yes"], TOLD), field="rejected")
    found = asked(database_of(told("A", future("f"), future("g"))), ended("f"), overrides=(gone,))
    assert found.total == 1


def test_reference_is_what_the_others_of_its_kind_give(database_of: DatabaseOf) -> None:
    """Of five worst cases that were settled one occurred; a best case is no other of them."""
    kinds = ("worst",) * 5 + ("best",)
    report = told("A", *(future(f"f{at}", kind) for at, kind in enumerate(kinds)))
    states = [
        stated(f"f{at}", 0.5, TOLD, outcome="occurred" if at == 0 else "did_not_occur")
        for at in range(6)
    ]
    found = asked(database_of(report), *states)
    expected = {one.scenario.scenario_id: one.reference for one in found.scored}
    assert expected == pytest.approx(
        {"f0": 1 / 6, **{f"f{at}": 2 / 6 for at in range(1, 5)}, "f5": 1 / 2}
    )


def _three(
    name: str, occurred: tuple[bool | None, bool | None, bool | None]
) -> tuple[Report, tuple[ScenarioState, ...]]:
    kinds = ("best", "most_likely", "worst")
    report = told(name, *(future(f"{name}-{kind}", kind) for kind in kinds))
    states = tuple(
        ended(f"{name}-{kind}", "occurred" if one else "did_not_occur")
        for kind, one in zip(kinds, occurred, strict=True)
        if one is not None
    )
    return report, states


def test_most_likely_is_right_where_it_alone_of_three_occurred(database_of: DatabaseOf) -> None:
    cases = {
        "hit": (False, True, False),
        "miss": (True, False, False),
        "neither": (False, False, False),
        "several": (True, True, False),
        "unsettled": (False, True, None),
    }
    built = [_three(name, occurred) for name, occurred in cases.items()]
    twice = told("twice", *(future(f"t{at}", "most_likely") for at in range(3)))
    database = database_of(*(report for report, _ in built), twice)
    ranks = asked(database, *(state for _, states in built for state in states)).ranks
    assert (ranks.reports, ranks.settled) == (5, 4)
    assert (ranks.one, ranks.hits, ranks.neither, ranks.several) == (2, 1, 1, 1)


def test_only_scenarios_of_the_period_are_scored(database_of: DatabaseOf) -> None:
    old, new = told("A", future("f"), on=date(2024, 1, 1)), told("B", future("g"))
    found = asked(
        database_of(old, new),
        stated("f", 0.2, date(2024, 2, 1)),
        stated("g", 0.2, date(2025, 4, 1)),
        about=Filters(period="6m"),
    )
    assert only(found).scenario.scenario_id == "g"
    assert found.total == 1


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(about=filters())
def test_every_scenario_has_one_reason_and_stands_in_its_list(
    sample_database: Database, about: Filters
) -> None:
    found = scores(sample_database, about, TODAY)
    assert tuple(found.counts) == REASONS
    assert found.counts["scored"] == len(found.scored)
    listed = [
        one.scenario_id
        for reason in REASONS
        for one in unscored(sample_database, about, TODAY, reason, Part(1_000))
    ]
    assert len(listed) == len(set(listed)) == found.total


def test_parts_of_a_list_follow_one_another(sample_database: Database) -> None:
    whole = unscored(sample_database, ALL, TODAY, "no_probability", Part(1_000))
    parts = [
        one
        for skipped in range(0, len(whole), 7)
        for one in unscored(sample_database, ALL, TODAY, "no_probability", Part(7, skipped))
    ]
    assert tuple(parts) == whole
    days = [one.published_on for one in whole if one.published_on]
    assert days == sorted(days, reverse=True)
