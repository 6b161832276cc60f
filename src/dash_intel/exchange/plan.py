"""What bringing a sheet back would change: worked out before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dash_intel.errors import InputError, LedgerError
from dash_intel.exchange.fields import Entry, Misread, Value, entry, header
from dash_intel.exchange.steps import FieldChange, Known, Plan, Refused, Step
from dash_intel.export.recommendations_xlsx import cell_text
from dash_intel.ledger import RecommendationChange, changed_recommendation, recommendation_state
from dash_intel.model.ledger import Editing, Person, RecommendationState
from dash_intel.model.sheet import Sheet

SAID_WITH_A_STATUS = {"reason": "A reason", "done_on": "The day", "successor_id": "Another id"}
"""Fields that are kept only together with a change of status, and what they are called."""
_SAID_ANEW = ("note", "evidence", "done_on", "reason")


def entries(sheet: Sheet) -> tuple[tuple[Entry | Misread, ...], tuple[str, ...]]:
    """Return what the rows of a sheet say, and the columns that nobody knows.

    Raises ``InputError`` where the sheet has no such header. Rows that name the same
    recommendation are all refused.
    """
    found = header(sheet)
    if isinstance(found, str):
        raise InputError(found)
    read = [entry(row, found.places) for row in sheet.rows]
    times = Counter(one.recommendation_id for one in read if one.recommendation_id)
    return tuple(_once(one, times, read) for one in read), found.unknown


def plan(rows: Iterable[Entry | Misread], known: Mapping[str, Known], person: Person) -> Plan:
    """Return what the rows would do to what is ``known`` now, if ``person`` applied them."""
    changes: list[Step] = []
    conflicts: list[Step] = []
    refused: list[Refused] = []
    unchanged = 0
    for one in rows:
        found = _planned(one, known, person)
        if found is None:
            unchanged += 1
        elif isinstance(found, Refused):
            refused.append(found)
        else:
            (conflicts if found.meanwhile else changes).append(found)
    return Plan(tuple(changes), tuple(conflicts), tuple(refused), unchanged)


def editing(step: Step, person: Person) -> Editing:
    """Return who changes what by a step; a conflict is written over what was there when planned."""
    return Editing(person, step.recommendation_id, step.now, step.note, step.reason)


def _once(
    one: Entry | Misread, times: Counter[str], read: list[Entry | Misread]
) -> Entry | Misread:
    if times[one.recommendation_id] < 2:
        return one
    numbers = [str(o.number) for o in read if o.recommendation_id == one.recommendation_id]
    shown = ", ".join(numbers[:4]) + (" …" if len(numbers) > 4 else "")
    return Misread(one.number, one.recommendation_id, f"Rows {shown} are of the same id: keep one.")


def _planned(
    one: Entry | Misread, known: Mapping[str, Known], person: Person
) -> Step | Refused | None:
    item = known.get(one.recommendation_id)
    text = item.text if item else ""
    if isinstance(one, Misread):
        return Refused(one.number, one.recommendation_id, text, one.reason)
    if item is None:
        reason = "There is no recommendation of this id: take the row out, or mend its id."
        return Refused(one.number, one.recommendation_id, text, reason)
    try:
        return _step(one, item, known, person)
    except LedgerError as error:
        return Refused(one.number, one.recommendation_id, text, str(error))


def _step(one: Entry, item: Known, known: Mapping[str, Known], person: Person) -> Step | None:
    if 0 < one.seen < item.gone:
        raise LedgerError(
            "Its row was taken away before invented decisions were removed, or others imported. "
            "Export it again."
        )
    if one.seen > item.revision:
        raise LedgerError(
            f"It was seen at revision {one.seen}, and the ledger has {item.revision}: the sheet is "
            "of another ledger, or invented decisions were removed since. Export it again."
        )
    seen, now = (_shown(item, revision) for revision in (one.seen, item.revision))
    changes = tuple(
        FieldChange(field, now[field], value)
        for field, value in one.values.items()
        if not _is_same(value, seen[field])
        and not _is_same(value, now[field])
        and not (field == "note" and value is None)
    )
    if not changes:
        return None
    step = _worked_out(one, item, changes)
    _require_other(step, known)
    try:
        values = changed_recommendation(
            item.standing(item.revision), item.subject, editing(step, person), step.change
        )
    except LedgerError as error:
        refusal = f"{error}{_hint(one, step, str(error))}"
        if not step.meanwhile:
            raise LedgerError(refusal) from error
        return replace(step, refusal=refusal)
    if not values and step.note is None:
        raise LedgerError("Nothing would change: an addressee that was read cannot be emptied.")
    return step


def _worked_out(one: Entry, item: Known, changes: tuple[FieldChange, ...]) -> Step:
    said: dict[str, Any] = {change.field: change.after for change in changes}
    note, reason = said.pop("note", None), said.pop("reason", None)
    has_status = "status" in said
    for field, name in SAID_WITH_A_STATUS.items():
        is_there = field in said or (field == "reason" and _has(changes, field))
        if is_there and not has_status:
            raise LedgerError(f"{name} goes with a change of status, and the status stays.")
        if field in said and said[field] is None:
            del said[field]
    return Step(
        number=one.number,
        recommendation_id=one.recommendation_id,
        text=item.text,
        seen=one.seen,
        now=item.revision,
        changes=changes,
        change=RecommendationChange(**said),
        note=note,
        reason=reason,
        meanwhile=item.since(one.seen),
    )


def _hint(one: Entry, step: Step, refusal: str) -> str:
    """Return that what stood in the row before does not count, where it may look as if it did."""
    stood = any(one.values.get(field) and not _has(step.changes, field) for field in _SAID_ANEW)
    if not (stood and _has(step.changes, "status") and " needs " in refusal):
        return ""
    return " What stood in the row before does not count: say it anew."


def _is_same(one: Value, other: Value) -> bool:
    """Tell whether two values are the same; white space alone makes no difference."""
    if isinstance(one, str) and isinstance(other, str):
        return cell_text(one).split() == cell_text(other).split()
    return one == other


def _has(changes: tuple[FieldChange, ...], field: str) -> bool:
    return any(change.field == field for change in changes)


def _require_other(step: Step, known: Mapping[str, Known]) -> None:
    other = step.change.successor_id
    if not isinstance(other, str):
        return
    if other == step.recommendation_id:
        raise LedgerError("A recommendation cannot supersede or repeat itself.")
    if other not in known:
        raise LedgerError(f"There is no recommendation {other[:60]}: copy the id from its row.")


def _shown(item: Known, revision: int) -> Mapping[str, Value]:
    """Return what a sheet of that revision says, by field."""
    standing = item.standing(revision)
    if standing.newest is None:
        return {**_NOTHING, "addressee": item.addressee}
    state: RecommendationState = recommendation_state(standing)
    return {
        "status": state.status,
        "owner": state.owner,
        "addressee": state.addressee or item.addressee,
        "priority": state.priority,
        "due_on": state.due_on,
        "note": state.note,
        "evidence": state.evidence,
        "done_on": state.done_on,
        "reason": state.reason,
        "successor_id": state.successor_id,
    }


_NOTHING: Mapping[str, str | date | None] = {
    "status": "new",
    "owner": None,
    "priority": None,
    "due_on": None,
    "note": None,
    "evidence": None,
    "done_on": None,
    "reason": None,
    "successor_id": None,
}
