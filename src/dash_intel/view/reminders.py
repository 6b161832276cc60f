"""When open recommendations are due, as entries of a calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.literal import opening
from dash_intel.vocab.decisions import label

LONGEST_SUMMARY = 90
NONE_DUE = "No open recommendation among these has a due day."
_CLOSED = ("implemented", "not_implemented")


@dataclass(frozen=True, slots=True)
class Reminder:
    """A recommendation that is due on a day, and the ``revision`` of its last decision.

    ``is_invented`` where what was decided, or a part of it, is for trying out.
    """

    recommendation_id: str
    due_on: date
    summary: str
    description: str
    revision: int
    is_invented: bool = False


def reminders(
    found: pd.DataFrame, today: date, owner: str | None = None, within: int | None = None
) -> tuple[Reminder, ...]:
    """Return the open ones of ``query.exchanged`` that have a due day, the earliest first.

    Those of an ``owner`` only, in any case, and those due ``within`` so many days, or overdue.
    """
    last = None if within is None else today + timedelta(days=within)
    rows = [
        (row, due)
        for row in cells.records(found)
        if (due := cells.day(row["due_on"]))
        and row["status"] not in _CLOSED
        and (owner is None or cells.text(row["owner"]).casefold() == owner.casefold())
        and (last is None or due <= last)
    ]
    return tuple(sorted((_reminder(row, due) for row, due in rows), key=_order))


def _order(reminder: Reminder) -> tuple[date, str]:
    return reminder.due_on, reminder.recommendation_id


def _reminder(row: cells.Row, due: date) -> Reminder:
    text = " ".join(cells.text(row["text"]).split())
    is_invented = bool(row["is_invented"])
    owner, priority = cells.text(row["owner"]), cells.text(row["priority"])
    facts = (
        f"Status: {label('status', cells.text(row['status']))}",
        f"Owner: {owner}" if owner else "",
        f"Priority: {label('priority', priority)}" if priority else "",
        "Invented, for trying out." if is_invented else "",
    )
    return Reminder(
        recommendation_id=cells.text(row["recommendation_id"]),
        due_on=due,
        summary=f"{'Invented, due' if is_invented else 'Due'}: {opening(text, 1, LONGEST_SUMMARY)}",
        description="\n".join((text, *(fact for fact in facts if fact))),
        revision=cells.number(row["revision"]),
        is_invented=is_invented,
    )
