"""What becomes of a scenario: horizon, probability, signs to watch, and how it ended."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, require_past, require_since, subject_of
from dash_intel.ledger.text import lines, passage
from dash_intel.model.ledger import (
    KEEP,
    Editing,
    Event,
    Keep,
    Outcome,
    ScenarioState,
    Subjects,
    Value,
)
from dash_intel.vocab.decisions import label

WITH_EVIDENCE = frozenset({"occurred", "partly_occurred", "did_not_occur", "ambiguous"})
"""Outcomes that need evidence; the others need a reason."""

_RESOLUTION = ("outcome", "resolved_on", "resolver", "evidence")


@dataclass(frozen=True, slots=True)
class ScenarioChange:
    """What is to change; ``KEEP`` leaves a field, None or nothing empties it.

    ``probability`` is a share from 0 to 1.
    """

    horizon_on: date | Keep | None = KEEP
    probability: float | Keep | None = KEEP
    basis: str | Keep | None = KEEP
    drivers: tuple[str, ...] | Keep = KEEP
    indicators: tuple[str, ...] | Keep = KEEP
    triggers: tuple[str, ...] | Keep = KEEP


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a scenario ended, and the day that this was plain."""

    outcome: Outcome
    resolved_on: date
    evidence: str | None = None


def set_scenario(
    ledger: Ledger, known: Subjects, editing: Editing, change: ScenarioChange
) -> Event:
    """Keep a change to an open scenario; ``LedgerError`` says what is wrong with it."""
    subject = subject_of(ledger, known, editing.subject_id, ("scenario",))
    fields = _fields(change)
    if change.horizon_on is not KEEP and change.horizon_on:
        require_since(subject, "horizon", change.horizon_on)

    def decide(standing: Standing) -> Mapping[str, Value]:
        changed = standing.changes(fields)
        if changed and standing.text("outcome"):
            raise LedgerError(
                f"{subject.subject_id} is resolved: reopen it first, since what is said afterwards "
                "is no forecast."
            )
        return changed

    return ledger.record(act_on(subject, editing, "scenario.set"), decide)


def resolve_scenario(
    ledger: Ledger, known: Subjects, editing: Editing, resolution: Resolution
) -> Event:
    """Keep how a scenario ended; ``LedgerError`` says what is missing or wrong."""
    subject = subject_of(ledger, known, editing.subject_id, ("scenario",))
    if resolution.outcome not in get_args(Outcome):
        allowed = ", ".join(get_args(Outcome))
        raise LedgerError(f"There is no outcome {resolution.outcome}; there are: {allowed}.")
    require_since(subject, "day it was resolved", resolution.resolved_on)
    require_past("day it was resolved", resolution.resolved_on)
    evidence = passage("evidence", resolution.evidence)
    words = label("outcome", resolution.outcome)
    if resolution.outcome in WITH_EVIDENCE and not evidence:
        raise LedgerError(f"“{words}” needs evidence.")
    if resolution.outcome not in WITH_EVIDENCE and not passage("reason", editing.reason):
        raise LedgerError(f"“{words}” needs a reason.")

    def decide(standing: Standing) -> Mapping[str, Value]:
        before = standing.text("outcome")
        if before:
            raise LedgerError(
                f"{subject.subject_id} is resolved already (“{label('outcome', before)}”): reopen "
                "it first."
            )
        return {
            "outcome": resolution.outcome,
            "resolved_on": resolution.resolved_on.isoformat(),
            "resolver": editing.person.name,
            "evidence": evidence,
        }

    return ledger.record(act_on(subject, editing, "scenario.resolve"), decide)


def reopen_scenario(ledger: Ledger, known: Subjects, editing: Editing) -> Event:
    """Take back how a scenario ended, with a reason."""
    subject = subject_of(ledger, known, editing.subject_id, ("scenario",))
    if not passage("reason", editing.reason):
        raise LedgerError("Reopening needs a reason.")

    def decide(standing: Standing) -> Mapping[str, Value]:
        if not standing.text("outcome"):
            raise LedgerError(f"{subject.subject_id} is not resolved.")
        return standing.changes(dict.fromkeys(_RESOLUTION))

    return ledger.record(act_on(subject, editing, "scenario.reopen"), decide)


def scenario_state(standing: Standing) -> ScenarioState:
    """Return what was decided about a scenario."""
    outcome = standing.text("outcome")
    setter = standing.setter("outcome")
    if outcome not in {None, *get_args(Outcome)}:
        raise LedgerError(f"{standing.subject_id} has an outcome that is none: {outcome}.")
    return ScenarioState(
        scenario_id=standing.subject_id,
        last=standing.last,
        horizon_on=standing.day("horizon_on"),
        probability=standing.number("probability"),
        probability_at=standing.since("probability"),
        basis=standing.text("basis"),
        drivers=standing.texts("drivers"),
        indicators=standing.texts("indicators"),
        triggers=standing.texts("triggers"),
        outcome=cast("Outcome | None", outcome),
        resolved_on=standing.day("resolved_on"),
        first_resolved_at=standing.first("outcome"),
        resolver=standing.text("resolver"),
        evidence=standing.text("evidence"),
        reason=setter.reason if setter else None,
        note=standing.newest.note if standing.newest else None,
    )


def _fields(change: ScenarioChange) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if change.horizon_on is not KEEP:
        found["horizon_on"] = change.horizon_on.isoformat() if change.horizon_on else None
    if change.probability is not KEEP:
        found["probability"] = _share(change.probability)
    if change.basis is not KEEP:
        found["basis"] = passage("basis", change.basis)
    for name, texts in (
        ("drivers", change.drivers),
        ("indicators", change.indicators),
        ("triggers", change.triggers),
    ):
        if texts is not KEEP:
            found[name] = lines(name, texts) or None
    return found


def _share(probability: float | None) -> float | None:
    if probability is None:
        return None
    if math.isnan(probability) or not 0 <= probability <= 1:
        raise LedgerError(
            f"A probability of {probability * 100:g} % cannot be: it is from 0 % to 100 %."
        )
    return round(float(probability), 6)
