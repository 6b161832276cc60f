"""What a file would change, in words and tables; and what of it was written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dash_intel.exchange.applying import Result
from dash_intel.exchange.fields import Value
from dash_intel.exchange.steps import Plan, Refused, Step
from dash_intel.view.decisions import told
from dash_intel.view.literal import opening
from dash_intel.view.recommendation_sheet import COLUMNS
from dash_intel.view.table import TableView
from dash_intel.view.words import count, listed
from dash_intel.vocab.decisions import label

LABEL = 90
THEIRS_STAYS = "Somebody else changed it meanwhile; theirs stays."
_NAMES = {column.field: column.name for column in COLUMNS}
_GROUPS = {column.field: column.kind for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that somebody else changed meanwhile: what the file says, and what they decided.

    ``theirs`` has the newest last; ``refusal`` is why the file could not be written over it.
    """

    number: int
    title: str
    ours: str
    theirs: tuple[str, ...]
    refusal: str | None


def summary(plan: Plan) -> str:
    """Return what a file would do, in a sentence."""
    parts = (
        f"{count(len(plan.changes), 'row')} would change something",
        f"{len(plan.conflicts):,} would change what somebody else changed meanwhile",
        f"{len(plan.refused):,} cannot be written",
        f"{plan.unchanged:,} {'stays as it is' if plan.unchanged == 1 else 'stay as they are'}",
    )
    numbers = (len(plan.changes), len(plan.conflicts), len(plan.refused), plan.unchanged)
    said = tuple(part for part, number in zip(parts, numbers, strict=True) if number)
    return f"{listed(said)}." if said else "It has no row below its header."


def left_out(plan: Plan) -> str:
    """Return which columns are left out, in a sentence, nothing where none is."""
    names = tuple(f"“{name[:40]}”" for name in plan.unknown[:6])
    more = len(plan.unknown) - len(names)
    if not names:
        return ""
    said = listed((*names, f"{more} more") if more else names)
    return f"Columns that the exported sheet does not have are left out: {said}."


def change_table(steps: Iterable[Step]) -> TableView:
    """Return one row a field that would change: before and after."""
    rows = tuple(
        (
            step.number,
            _item(step.text, step.recommendation_id),
            _NAMES[change.field],
            _shown(change.field, change.before),
            _shown(change.field, change.after),
        )
        for step in steps
        for change in step.changes
    )
    columns = ("Row", "Recommendation", "Field", "Now", "In the file")
    return TableView(
        "What the file would change", columns, rows, (60, 340, 110, 250, 260), wraps=True
    )


def conflicts(steps: Iterable[Step]) -> tuple[Conflict, ...]:
    """Return the rows that others changed since the file was taken away, in words."""
    return tuple(
        Conflict(
            number=step.number,
            title=f"Row {step.number}: {_item(step.text, step.recommendation_id)}",
            ours=said(step),
            theirs=tuple(told(event) for event in step.meanwhile),
            refusal=step.refusal,
        )
        for step in steps
    )


def refused_table(rows: Iterable[Refused]) -> TableView:
    """Return one row a row that cannot be written, and why."""
    found = tuple((row.number, row.reason, _item(row.text, row.recommendation_id)) for row in rows)
    columns = ("Row", "Why", "Recommendation")
    return TableView("Rows that cannot be written", columns, found, (60, 620, 340), wraps=True)


def result_table(results: Iterable[Result], left: Iterable[Refused]) -> TableView:
    """Return one row a row of the file that was tried or left, and what became of it."""
    tried = [
        (
            one.number,
            "Written" if one.event else "Not written",
            one.refusal,
            _item(one.text, one.recommendation_id),
        )
        for one in results
    ]
    others = [
        (one.number, "Not written", one.reason, _item(one.text, one.recommendation_id))
        for one in left
    ]
    columns = ("Row", "Result", "Why", "Recommendation")
    rows = tuple(sorted((*tried, *others), key=lambda row: row[0]))
    return TableView("What became of each row", columns, rows, (60, 120, 500, 340), wraps=True)


def outcome(results: Sequence[Result], left: int = 0) -> str:
    """Return what was written, in a sentence; ``left`` counts rows that were not tried."""
    written = sum(one.event is not None for one in results)
    lost = len(results) - written + left
    said = f"{count(written, 'row')} written"
    return f"{said}, {lost:,} not." if lost else f"{said}."


def said(step: Step) -> str:
    """Return the changes of a row in a line."""
    return "; ".join(
        f"{_NAMES[one.field]}: {_shown(one.field, one.before) or '–'} → "
        f"{_shown(one.field, one.after) or '–'}"
        for one in step.changes
    )


def _item(text: str, recommendation_id: str) -> str:
    return opening(text, 1, LABEL) if text else recommendation_id[:LABEL]


def _shown(field: str, value: Value) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    return label(_GROUPS[field], value)
