"""How recommendations stood on any day, folded from the events of the ledger.

A day begins and ends in UTC, as the times of events do. What no event was about is new.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from dash_intel.model.ledger import Event, Status, Value

CLOSED: frozenset[Status] = frozenset({"implemented", "not_implemented"})


@dataclass(frozen=True, slots=True)
class Stand:
    """How a recommendation stands from a day on.

    ``closed_on`` is the day it was implemented, or that it was closed without that; None while it
    is open.
    """

    since: date
    status: Status = "new"
    due_on: date | None = None
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.status not in CLOSED


History = tuple[Stand, ...]
"""How one recommendation stood, in order of days, the first being that of its first event."""


def histories(events: Iterable[Event]) -> Mapping[str, History]:
    """Return recommendation → how it stood, from all events in the order they were recorded."""
    found: dict[str, list[Stand]] = {}
    for event in events:
        if event.aspect == "recommendation":
            stands = found.setdefault(event.subject_id, [])
            before = stands[-1] if stands else Stand(event.at.date())
            stands.append(_after(before, event))
    return {subject_id: tuple(stands) for subject_id, stands in found.items()}


def stand_on(history: History, day: date) -> Stand | None:
    """Return how a recommendation stood when a day ended, None where nothing was decided yet."""
    at = bisect_right(history, day, key=lambda one: one.since)
    return history[at - 1] if at else None


def _after(before: Stand, event: Event) -> Stand:
    on, after = event.at.date(), event.after
    stand = replace(before, since=max(on, before.since))
    if "due_on" in after:
        stand = replace(stand, due_on=_day(after["due_on"]))
    if "status" in after:
        status = cast("Status", after["status"] or "new")
        done_on = _day(after.get("done_on"))
        stand = replace(
            stand, status=status, closed_on=(done_on or on) if status in CLOSED else None
        )
    return stand


def _day(value: Value) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
