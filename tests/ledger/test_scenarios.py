"""What becomes of a scenario."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from dash_intel.errors import LedgerError
from dash_intel.ledger import (
    Ledger,
    Resolution,
    ScenarioChange,
    reopen_scenario,
    resolve_scenario,
    set_scenario,
)
from dash_intel.model.ledger import Editing, Outcome, Person, ScenarioState
from tests.ledger.known import ADVICE, FUTURE, PUBLISHED_ON, Known

LATER = PUBLISHED_ON + timedelta(days=20)


class Desk:
    """Someone who follows one scenario."""

    def __init__(self, ledger: Ledger, known: Known, person: Person) -> None:
        self.ledger, self.known = ledger, known
        self.editing = Editing(person, FUTURE)

    def change(self, **fields: object) -> None:
        change = ScenarioChange(**fields)  # type: ignore[arg-type]
        set_scenario(self.ledger, self.known, self.editing, change)

    def resolve(
        self, outcome: str, on: date = LATER, evidence: str | None = None, reason: str | None = None
    ) -> None:
        resolution = Resolution(outcome, on, evidence)  # type: ignore[arg-type]
        editing = replace(self.editing, reason=reason)
        resolve_scenario(self.ledger, self.known, editing, resolution)

    def reopen(self, reason: str | None) -> None:
        reopen_scenario(self.ledger, self.known, replace(self.editing, reason=reason))

    @property
    def state(self) -> ScenarioState:
        (state,) = self.ledger.decisions().scenarios
        return state


@pytest.fixture
def desk(ledger: Ledger, known: Known, analyst: Person) -> Desk:
    return Desk(ledger, known, analyst)


def test_everything_that_is_set_is_kept_and_can_be_emptied(desk: Desk) -> None:
    desk.change(
        horizon_on=LATER,
        probability=0.35,
        basis="Two of six winters.",
        drivers=("wages",),
        indicators=("tankers  turn back", "", "tankers turn back"),
        triggers=("rail ballot",),
    )
    state = desk.state
    assert (state.horizon_on, state.probability) == (LATER, 0.35)
    assert (state.basis, state.drivers) == ("Two of six winters.", ("wages",))
    assert (state.indicators, state.triggers) == (("tankers turn back",), ("rail ballot",))
    assert state.probability_at is not None
    assert abs(datetime.now(UTC) - state.probability_at) < timedelta(minutes=5)
    desk.change(
        horizon_on=None, probability=None, basis=None, drivers=(), indicators=(), triggers=()
    )
    assert desk.state == ScenarioState(FUTURE, desk.state.last)


def test_no_probability_is_imputed(desk: Desk) -> None:
    desk.change(horizon_on=LATER)
    assert desk.state.probability is None


@pytest.mark.parametrize("share", [0, 1, 0.0, 1.0])
def test_certainty_is_a_probability(desk: Desk, share: float) -> None:
    desk.change(probability=share)
    assert desk.state.probability == share


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"probability": 1.4}, "A probability of 140 % cannot be"),
        ({"probability": -0.01}, "A probability of -1 % cannot be"),
        ({"probability": math.nan}, "cannot be"),
        ({"probability": math.inf}, "cannot be"),
        ({"horizon_on": PUBLISHED_ON - timedelta(days=1)}, "The horizon, 2025-06-02, is before"),
        ({"indicators": ("x" * 5_001,)}, "The indicators has 5,001 characters"),
        ({}, "Nothing would change"),
    ],
)
def test_bad_input_is_refused_and_nothing_written(
    desk: Desk, fields: dict[str, object], message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        desk.change(**fields)
    assert desk.ledger.head().number == 0


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_outcomes_need_evidence_or_a_reason(desk: Desk, outcome: Outcome) -> None:
    needs_reason = outcome in {"annulled", "unresolvable"}
    said = {"evidence": "Port office."} if not needs_reason else {"reason": "The union split."}
    other = {"reason": "Because."} if not needs_reason else {"evidence": "Port office."}
    with pytest.raises(LedgerError, match="needs"):
        desk.resolve(outcome, **other)
    assert desk.ledger.head().number == 0
    desk.resolve(outcome, **said)
    state = desk.state
    assert (state.outcome, state.resolved_on, state.resolver) == (outcome, LATER, "Mira")


@pytest.mark.parametrize(
    ("outcome", "on", "message"),
    [
        ("occurred", PUBLISHED_ON - timedelta(days=1), "day it was resolved, 2025-06-02, is befor"),
        ("occurred", date.max, "is still to come"),
        ("happened", LATER, "There is no outcome happened; there are: occurred, partly_occurred"),
    ],
)
def test_impossible_resolution_is_refused(desk: Desk, outcome: str, on: date, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        desk.resolve(outcome, on, "Seen.")
    assert desk.ledger.head().number == 0


def test_probability_after_the_outcome_is_no_forecast(desk: Desk) -> None:
    desk.change(probability=0.2)
    desk.resolve("occurred", evidence="Seen.")
    with pytest.raises(LedgerError, match="reopen it first"):
        desk.change(probability=0.9)
    with pytest.raises(LedgerError, match="resolved already"):
        desk.resolve("did_not_occur", evidence="Not seen.")
    with pytest.raises(LedgerError, match="Reopening needs a reason"):
        desk.reopen(None)
    desk.reopen("It was another port.")
    assert (desk.state.outcome, desk.state.resolved_on, desk.state.probability) == (None, None, 0.2)
    with pytest.raises(LedgerError, match="is not resolved"):
        desk.reopen("Again.")
    desk.change(probability=0.9)


def test_only_scenarios_have_outcomes(desk: Desk) -> None:
    desk.editing = replace(desk.editing, subject_id=ADVICE)
    with pytest.raises(LedgerError, match="this takes a scenario"):
        desk.resolve("occurred", evidence="Seen.")


def test_first_outcome_is_dated_also_after_it_was_taken_back(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    editing = Editing(analyst, FUTURE, reason="It was another port.")
    resolved = resolve_scenario(
        ledger, known, editing, Resolution("occurred", LATER, "Port office, 23 June")
    )
    reopen_scenario(ledger, known, editing)
    set_scenario(ledger, known, editing, ScenarioChange(probability=0.9))
    (state,) = ledger.decisions().scenarios
    assert state.first_resolved_at == resolved.at
    assert state.probability_at is not None
    assert state.probability_at > resolved.at
