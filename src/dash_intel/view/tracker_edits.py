"""Changes to recommendations before they are written: what was typed, what is still needed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import cast

from dash_intel.ledger import RecommendationChange
from dash_intel.ledger.status import WAYS, WITH_SUCCESSOR
from dash_intel.model.ledger import KEEP, Event, Priority, Status
from dash_intel.view.decisions import change as told_change
from dash_intel.view.tracker import CLOSED, Row
from dash_intel.view.words import count
from dash_intel.vocab.decisions import keys, label

CHOOSE = "Choose"
UNDONE = "Undone"
"""The reason of a decision that takes back another."""
_REVERSIBLE = frozenset({"owner", "addressee", "priority", "due_on", "links"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one recommendation; ``seen`` is the revision of the decision that was shown."""

    recommendation_id: str
    seen: int
    change: RecommendationChange
    note: str | None = None
    reason: str | None = None

    def value(self, name: str) -> object:
        """Return what a field is to be, None where it stays or is emptied."""
        if name == "note":
            return self.note
        if name in {"reason", "closing_reason"}:
            return self.reason
        found = getattr(self.change, name)
        return None if found is KEEP else found


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that is not written yet: it lacks something, or was refused.

    ``said`` is why it was refused, empty where it only needs more. ``has_conflict`` where somebody
    else was first. ``turn`` counts how often it was tried.
    """

    edit: Edit
    text: str
    before: Status
    owner: str
    said: str = ""
    has_conflict: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Saving:
    """What became of changes: events that were written, and sentences on those that were not.

    ``has_drafts`` where those that were not written are kept, and say why themselves.
    """

    saved: tuple[tuple[str, Event], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    deed: str = "Saved"
    has_drafts: bool = False

    @property
    def sentence(self) -> str:
        """What happened, in a sentence."""
        if len(self.saved) == 1 and not self.refused:
            text, event = self.saved[0]
            return f"{told_change(event) or 'Note added'}. {text}"
        said = f"{len(self.saved):,} changed"
        if self.refused:
            said += f", {len(self.refused):,} not written"
        return f"{said}."


def edits(rows: Sequence[Row], edited: Mapping[object, Mapping[str, object]]) -> tuple[Edit, ...]:
    """Return what was typed into a table of ``rows``: row number → column → new value.

    Cells that say what holds already are no change.
    """
    found = []
    for at, cells in sorted(edited.items(), key=lambda pair: int(str(pair[0]))):
        place = int(str(at))
        if place < len(rows):
            edit = _edit(rows[place], cells)
            if edit:
                found.append(edit)
    return tuple(found)


def added(earlier: Edit, later: Edit) -> Edit:
    """Return a change that is not written yet with what was typed since; of both, the later."""
    names = [one.name for one in fields(RecommendationChange)]
    left = [name for name in names if getattr(later.change, name) is KEEP]
    kept = {name: getattr(earlier.change, name) for name in left}
    change = replace(later.change, **kept)
    note, reason = later.note or earlier.note, later.reason or earlier.reason
    return replace(later, change=change, note=note, reason=reason)


def chosen(
    rows: Sequence[Row], edited: Mapping[object, Mapping[str, object]], before: Iterable[str]
) -> frozenset[str]:
    """Return which recommendations are chosen after the boxes of a table were ticked."""
    found = set(before)
    for at, cells in edited.items():
        place = int(str(at))
        if CHOOSE in cells and place < len(rows):
            (found.add if cells[CHOOSE] else found.discard)(rows[place].recommendation_id)
    return frozenset(found)


def needs(before: Status, target: Status | None) -> tuple[str, ...]:
    """Return what has to be said for a status to follow another, nothing where it cannot."""
    return next((way.needs for way in WAYS if before in way.origins and way.target == target), ())


def lacking(edit: Edit, before: Status, owner: str) -> tuple[str, ...]:
    """Return what still has to be said before a change can be written."""
    status = edit.value("status")
    if status is None or status == before:
        return ()
    said = {"owner": edit.value("owner") or (owner if edit.change.owner is KEEP else None)}
    found = [
        need
        for need in needs(before, cast("Status", status))
        if not (said[need] if need in said else edit.value(need))
    ]
    if edit.reason in WITH_SUCCESSOR and edit.change.successor_id is KEEP:
        found.append("successor_id")
    return tuple(found)


def reverse(event: Event) -> Edit | None:
    """Return the change that takes an event back, None where the rules allow none.

    A status is taken back only by reopening what was accepted before.
    """
    changed = set(event.after)
    if changed and changed <= _REVERSIBLE:
        before = {name: event.replaced.get(name) for name in changed}
        return Edit(event.subject_id, event.revision, _change(before), None, UNDONE)
    reopens = (
        event.replaced.get("status") == "accepted"
        and event.after.get("status") in CLOSED
        and not changed & _REVERSIBLE
    )
    if reopens:
        change = RecommendationChange(status="accepted")
        return Edit(event.subject_id, event.revision, change, None, UNDONE)
    return None


def bulk_edits(rows: Iterable[Row], pattern: Edit) -> tuple[Edit, ...]:
    """Return one change for many recommendations; what a row has already stays out of it."""
    return tuple(
        Edit(
            row.recommendation_id,
            row.revision,
            _without_same(pattern.change, row),
            pattern.note,
            pattern.reason,
        )
        for row in rows
    )


def is_empty(edit: Edit) -> bool:
    """Tell whether a change would change nothing."""
    values = (getattr(edit.change, one.name) for one in fields(edit.change))
    return edit.note is None and all(value is KEEP for value in values)


def key_of(group: str, shown: object) -> str | None:
    """Return the id that a label stands for, None for no label."""
    return next((one for one in keys(group) if label(group, one) == shown), None)


def refusals(found: Saving) -> tuple[str, ...]:
    """Return why changes were not written: each reason once, with how many it holds for."""
    reasons: dict[str, list[str]] = {}
    for text, why in found.refused:
        reasons.setdefault(why, []).append(text)
    return tuple(
        f"{texts[0].rstrip('.')}: {why}"
        if len(texts) == 1
        else f"{count(len(texts), 'time')}: {why}"
        for why, texts in reasons.items()
    )


def _edit(row: Row, cells: Mapping[str, object]) -> Edit | None:
    wanted: dict[str, object] = {}
    if "Status" in cells:
        wanted["status"] = key_of("status", cells["Status"]) or row.status
    if "Due" in cells:
        wanted["due_on"] = day_of(cells["Due"])
    if "Priority" in cells:
        wanted["priority"] = key_of("priority", cells["Priority"])
    for column, name in (("Owner", "owner"), ("Addressee", "addressee")):
        if column in cells:
            wanted[name] = str(cells[column] or "").strip() or None
    changed = {name: value for name, value in wanted.items() if value != _now(row, name)}
    return Edit(row.recommendation_id, row.revision, _change(changed)) if changed else None


def day_of(value: object) -> date | None:
    """Return the day that a cell of a table holds."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _now(row: Row, name: str) -> object:
    return getattr(row, name) or None


def _without_same(change: RecommendationChange, row: Row) -> RecommendationChange:
    names = ("status", "owner", "addressee", "priority", "due_on")
    kept = {
        one.name: getattr(change, one.name)
        for one in fields(change)
        if one.name not in names or getattr(change, one.name) != _now(row, one.name)
    }
    return RecommendationChange(**kept)


def _change(values: Mapping[str, object]) -> RecommendationChange:
    """Return a change of fields as an event has them."""
    change: dict[str, object] = dict(values)
    if isinstance(change.get("due_on"), str):
        change["due_on"] = date.fromisoformat(str(change["due_on"]))
    if "links" in change:
        change["links"] = change["links"] or ()
    if "priority" in change:
        change["priority"] = cast("Priority | None", change["priority"])
    return RecommendationChange(**change)  # type: ignore[arg-type]
