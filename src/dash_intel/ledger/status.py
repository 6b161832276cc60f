"""What becomes of a recommendation: its status and who is to do it by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, require_past, require_since, subject_of
from dash_intel.ledger.text import line, lines, passage
from dash_intel.model.ledger import (
    KEEP,
    Editing,
    Event,
    Keep,
    Priority,
    RecommendationState,
    Status,
    Subject,
    Subjects,
    Value,
    Values,
)
from dash_intel.vocab.decisions import label

OPEN: frozenset[Status] = frozenset({"new", "accepted", "in_progress", "partially_addressed"})
CLOSED: frozenset[Status] = frozenset({"implemented", "not_implemented"})
CLOSING_REASONS = (
    "rejected",
    "no_longer_applicable",
    "superseded",
    "duplicate",
    "unacceptable_action",
)
WITH_SUCCESSOR = frozenset({"superseded", "duplicate"})


@dataclass(frozen=True, slots=True)
class Way:
    """A status that may follow others, and what has to be said then.

    ``owner`` may be known already; all else has to be said anew.
    """

    origins: frozenset[Status]
    target: Status
    needs: tuple[str, ...]


WAYS = (
    Way(frozenset({"new"}), "accepted", ("owner",)),
    Way(frozenset({"new", "accepted"}), "in_progress", ("owner", "note")),
    Way(frozenset({"in_progress"}), "partially_addressed", ("evidence",)),
    Way(frozenset({"in_progress", "partially_addressed"}), "implemented", ("evidence", "done_on")),
    Way(OPEN, "not_implemented", ("closing_reason",)),
    Way(CLOSED, "accepted", ("reason",)),
)
"""How a status may change: the words of GAO, the reasons of NTSB."""

WORDS: Mapping[str, str] = {
    "owner": "an owner",
    "note": "a note on what is being done",
    "evidence": "evidence of what was done",
    "done_on": "the day it was done",
    "closing_reason": f"a reason, one of {', '.join(CLOSING_REASONS)}",
    "reason": "a reason to reopen it",
}


@dataclass(frozen=True, slots=True)
class RecommendationChange:
    """What is to change; ``KEEP`` leaves a field, None empties it. ``links`` are ids."""

    status: Status | Keep = KEEP
    owner: str | Keep | None = KEEP
    addressee: str | Keep | None = KEEP
    priority: Priority | Keep | None = KEEP
    due_on: date | Keep | None = KEEP
    done_on: date | Keep = KEEP
    evidence: str | Keep | None = KEEP
    links: tuple[str, ...] | Keep = KEEP
    successor_id: str | Keep = KEEP


def targets(status: Status) -> tuple[Status, ...]:
    """Return what may follow a status."""
    return tuple(way.target for way in WAYS if status in way.origins)


def set_recommendation(
    ledger: Ledger, known: Subjects, editing: Editing, change: RecommendationChange
) -> Event:
    """Keep a change to a recommendation; ``LedgerError`` says what is missing or wrong."""
    subject = subject_of(ledger, known, editing.subject_id, ("recommendation",))
    _require_known(ledger, known, subject, change)

    def decide(standing: Standing) -> Values:
        return changed_recommendation(standing, subject, editing, change)

    return ledger.record(act_on(subject, editing, "recommendation.set"), decide)


def changed_recommendation(
    standing: Standing, subject: Subject, editing: Editing, change: RecommendationChange
) -> Values:
    """Return the fields that a change leaves with other values, without keeping anything.

    Raises ``LedgerError`` where something is missing or wrong. Whether other items that it names
    are there is not looked at.
    """
    fields = _fields(change)
    changed = dict(standing.changes(fields))
    if "status" in changed:
        changed |= standing.changes(_moved(standing, editing, change, fields))
    elif change.successor_id is not KEEP or change.done_on is not KEEP:
        raise LedgerError("A successor and the day it was done go with a change of status.")
    _require_dates(subject, change)
    status = str(changed.get("status") or standing.text("status") or "new")
    if "owner" in changed and not changed["owner"] and status in OPEN - {"new"}:
        raise LedgerError(f"{_label(status)} needs an owner: name another instead.")
    return changed


def recommendation_state(standing: Standing) -> RecommendationState:
    """Return what was decided about a recommendation."""
    setter = standing.setter("status")
    newest = standing.newest
    return RecommendationState(
        recommendation_id=standing.subject_id,
        last=standing.last,
        status=cast("Status", _one_of(standing, "status", get_args(Status)) or "new"),
        status_since=standing.since("status"),
        reason=setter.reason if setter else None,
        successor_id=standing.text("successor_id"),
        owner=standing.text("owner"),
        addressee=standing.text("addressee"),
        priority=cast("Priority | None", _one_of(standing, "priority", get_args(Priority))),
        due_on=standing.day("due_on"),
        done_on=standing.day("done_on"),
        evidence=standing.text("evidence"),
        links=standing.texts("links"),
        note=newest.note if newest else None,
    )


def _fields(change: RecommendationChange) -> dict[str, Value]:
    texts = {"owner": change.owner, "addressee": change.addressee}
    found: dict[str, Value] = {
        name: None if text is None else line(name, text)
        for name, text in texts.items()
        if text is not KEEP
    }
    if change.evidence is not KEEP:
        found["evidence"] = passage("evidence", change.evidence)
    if change.due_on is not KEEP:
        found["due_on"] = change.due_on.isoformat() if change.due_on else None
    if change.priority is not KEEP:
        found["priority"] = _allowed("priority", change.priority, get_args(Priority))
    if change.status is not KEEP:
        found["status"] = _allowed("status", change.status, get_args(Status))
    if change.links is not KEEP:
        found["links"] = lines("links", change.links) or None
    return found


def _moved(
    standing: Standing, editing: Editing, change: RecommendationChange, fields: Mapping[str, Value]
) -> dict[str, Value]:
    before = cast("Status", standing.text("status") or "new")
    way = next((w for w in WAYS if before in w.origins and w.target == change.status), None)
    if way is None:
        following = ", ".join(_label(one) for one in targets(before))
        raise LedgerError(
            f"{_label(before)} cannot become {_label(str(fields['status']))}. It can become: "
            f"{following}."
        )
    said = {
        "owner": fields["owner"] if "owner" in fields else standing.text("owner"),
        "note": passage("note", editing.note),
        "evidence": fields.get("evidence"),
        "done_on": None if change.done_on is KEEP else change.done_on,
        "closing_reason": editing.reason if editing.reason in CLOSING_REASONS else None,
        "reason": passage("reason", editing.reason),
    }
    lacking = [WORDS[need] for need in way.needs if not said[need]]
    if lacking:
        raise LedgerError(f"{_label(way.target)} needs {' and '.join(lacking)}.")
    return {
        "done_on": None if change.done_on is KEEP else change.done_on.isoformat(),
        "successor_id": _successor(editing, change),
        **({"evidence": fields["evidence"]} if fields.get("evidence") else {}),
    }


def _successor(editing: Editing, change: RecommendationChange) -> str | None:
    takes_one = change.status == "not_implemented" and editing.reason in WITH_SUCCESSOR
    if takes_one != (change.successor_id is not KEEP):
        raise LedgerError(
            f"“{label('closing_reason', editing.reason or '')}” needs the id of the other "
            "recommendation."
            if takes_one
            else "Only what is superseded or a duplicate names another recommendation."
        )
    return None if change.successor_id is KEEP else change.successor_id


def _require_known(
    ledger: Ledger, known: Subjects, subject: Subject, change: RecommendationChange
) -> None:
    if change.successor_id is not KEEP:
        other = subject_of(ledger, known, change.successor_id, ("recommendation",))
        if other.subject_id == subject.subject_id:
            raise LedgerError("A recommendation cannot supersede or repeat itself.")
    if change.links is not KEEP:
        for link in change.links:
            subject_of(ledger, known, link, ("risk", "scenario"))


def _require_dates(subject: Subject, change: RecommendationChange) -> None:
    if change.due_on is not KEEP and change.due_on:
        require_since(subject, "due date", change.due_on)
    if change.done_on is not KEEP:
        require_since(subject, "day it was done", change.done_on)
        require_past("day it was done", change.done_on)


def _allowed(name: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is None or value in allowed:
        return value
    raise LedgerError(f"There is no {name} {value}; there are: {', '.join(allowed)}.")


def _one_of(standing: Standing, field: str, allowed: tuple[str, ...]) -> str | None:
    return _allowed(field, standing.text(field), allowed)


def _label(status: str) -> str:
    return f"“{label('status', status)}”"
