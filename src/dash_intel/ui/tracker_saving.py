"""Writing changes to recommendations, one by one: what could not be written is kept, and said."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import ConflictError, LedgerError, SettingError
from dash_intel.model.ledger import Editing, Event
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import data, identity, tracker_grouping
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import tracker as state
from dash_intel.view.item import Chip
from dash_intel.view.literal import literal
from dash_intel.view.tracker import Row
from dash_intel.view.tracker_edits import (
    Draft,
    Edit,
    Saving,
    added,
    bulk_edits,
    edits,
    is_empty,
    lacking,
    refusals,
    reverse,
)
from dash_intel.view.words import count

REASONS_SHOWN = 5
OTHERS_FIRST = "Somebody else changed this meanwhile, so yours is not written."


def may_write() -> bool:
    """Tell whether whoever looks at the page may change recommendations."""
    return ledgers.may(identity.person(), "recommendation.set")


def write(edit: Edit) -> Event:
    """Write a change; raises ``LedgerError`` as ``set_recommendation`` does."""
    editing = Editing(identity.person(), edit.recommendation_id, edit.seen, edit.note, edit.reason)
    known = BuildSubjects(data.opened())
    return ledgers.set_recommendation(data.ledger(), known, editing, edit.change)


def save_typed(rows: Sequence[Row], typed: dict[object, dict[str, object]]) -> None:
    """Write what was typed into a table; what needs more, or is refused, becomes a draft."""
    by_id = {row.recommendation_id: row for row in rows}
    found = edits(rows, typed)
    if found:
        save([_draft(by_id[edit.recommendation_id], edit) for edit in found])


def save(drafts: Sequence[Draft]) -> None:
    """Write changes; what needs more, or is refused, is kept as a draft."""
    saved: list[tuple[str, Event]] = []
    refused: list[tuple[str, str]] = []
    for draft in drafts:
        if lacking(draft.edit, draft.before, draft.owner):
            state.keep_draft(replace(draft, said="", turn=draft.turn + 1))
            continue
        try:
            event = write(draft.edit)
        except (LedgerError, SettingError) as error:
            is_late = isinstance(error, ConflictError)
            said = OTHERS_FIRST if is_late else str(error)
            refused.append((draft.text, said))
            state.keep_draft(replace(draft, said=said, has_conflict=is_late, turn=draft.turn + 1))
        else:
            state.drop_draft(draft.edit.recommendation_id)
            saved.append((draft.text, event))
    state.keep_saving(Saving(tuple(saved), tuple(refused), has_drafts=True))


def save_many(rows: Sequence[Row], pattern: Edit) -> None:
    """Write one change to many recommendations; those that refuse it stay chosen."""
    if is_empty(pattern):
        state.keep_saving(Saving(refused=(("All of them", "Nothing was asked to change."),)))
        return
    saved: list[tuple[str, Event]] = []
    refused: list[tuple[str, str]] = []
    left = set(state.chosen())
    for row, edit in zip(rows, bulk_edits(rows, pattern), strict=True):
        try:
            saved.append((row.short, write(edit)))
            left.discard(row.recommendation_id)
        except ConflictError:
            refused.append((row.short, OTHERS_FIRST))
        except (LedgerError, SettingError) as error:
            refused.append((row.short, str(error)))
    state.choose(left)
    state.keep_saving(Saving(tuple(saved), tuple(refused)))


def undo(saving: Saving) -> None:
    """Take back what was written last, where the rules allow it."""
    saved: list[tuple[str, Event]] = []
    refused: list[tuple[str, str]] = []
    for text, event in reversed(saving.saved):
        try:
            taken_back = _take_back(event)
        except (LedgerError, SettingError) as error:
            refused.append((text, str(error)))
        else:
            saved.extend([(text, taken_back)] if taken_back else [])
    state.keep_saving(Saving(tuple(saved), tuple(refused), "Undone"))


def draw_saving_of(recommendation_id: str) -> None:
    """Draw what became of the last change where it was one of this recommendation."""
    found = state.saving() or Saving()
    if recommendation_id in {event.subject_id for _, event in found.saved}:
        _draw_saving(found, 0, "item")


def draw_saving() -> None:
    """Draw what became of the last changes, and the way to take them back."""
    _draw_saving(state.saving() or Saving(), len(state.drafts()), "page")


def _draw_saving(found: Saving, waiting: int, where: str) -> None:
    if not (found.saved or found.refused or waiting):
        return
    with st.container(key=f"tracker-saving-{where}", gap="xxsmall"):
        if found.saved:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.markdown(
                    f":green-badge[{found.deed}] {literal(found.sentence)}", width="content"
                )
                _draw_undo(found, f"tracker-undo-{where}")
        if waiting:
            verb = "is" if waiting == 1 else "are"
            said = f"{count(waiting, 'change')} of yours {verb} not written yet; see below why."
            drawing.notice(said, (Chip("To finish", "orange"),))
        reasons = () if found.has_drafts else refusals(found)
        for reason in reasons[:REASONS_SHOWN]:
            drawing.notice(reason, (Chip("Not written", "orange"),))
        if len(reasons) > REASONS_SHOWN:
            drawing.aside(f"and {len(reasons) - REASONS_SHOWN:,} other reasons")


def _draw_undo(found: Saving, key: str) -> None:
    if found.deed != "Saved":
        return
    ways = [event.aspect == "override" or reverse(event) for _, event in found.saved]
    if all(ways):
        st.button("Undo", key=key, type="tertiary", on_click=undo, args=(found,))
    elif any(ways):
        drawing.aside("Changes of status cannot be taken back, only followed by another.")
        st.button("Undo the others", key=key, type="tertiary", on_click=undo, args=(found,))
    elif any("status" in event.after for _, event in found.saved):
        drawing.aside("A status is not taken back, but followed by another.")


def _take_back(event: Event) -> Event | None:
    if event.aspect == "override":
        return tracker_grouping.take_back(event)
    edit = reverse(event)
    return write(edit) if edit else None


def draft(row: Row, edit: Edit) -> None:
    """Begin a change of one recommendation, and write it where it needs nothing more."""
    save([_draft(row, edit)])


def _draft(row: Row, edit: Edit) -> Draft:
    earlier = state.draft_of(row.recommendation_id)
    if earlier is None:
        return Draft(edit, row.short, row.status, row.owner)
    both = added(earlier.edit, edit)
    return Draft(both, row.short, row.status, row.owner, turn=earlier.turn)
