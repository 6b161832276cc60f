"""Small forms for changes that need more than a cell: a note, evidence, a day, a reason."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import streamlit as st

from dash_intel.ledger import RecommendationChange, targets
from dash_intel.model.ledger import KEEP, Status
from dash_intel.ui import data, tracker_saving
from dash_intel.ui import draw as drawing
from dash_intel.ui.day import today
from dash_intel.ui.state import tracker as state
from dash_intel.view.decisions import since, told
from dash_intel.view.literal import literal
from dash_intel.view.tracker_edits import Draft, Edit, day_of, needs
from dash_intel.vocab.decisions import keys, label

LONGEST_LINE = 200
LONGEST_TEXT = 2_000
ASKED = {
    "owner": "Owner",
    "note": "Note on what is being done",
    "evidence": "Evidence of what was done",
    "done_on": "Day it was done",
    "closing_reason": "Reason for closing",
    "reason": "Reason for reopening",
}
LEAVE = "Leave it as it was"
SUCCESSOR = "Id of the other recommendation, for “Superseded” and “Duplicate”"


def draw_drafts(about: Iterable[str]) -> None:
    """Draw the changes that are not written yet, but for those of ``about``."""
    apart = set(about)
    found = [one for one in state.drafts() if one.edit.recommendation_id not in apart]
    for draft in found:
        draw_draft(draft)


def draw_draft(draft: Draft, *, is_in_card: bool = False) -> None:
    """Draw one change that is not written yet: what it lacks, and why it was refused.

    In a card, which has its words already, only that.
    """
    edit = draft.edit
    now = next(
        (
            one
            for one in data.decisions().recommendations
            if one.recommendation_id == edit.recommendation_id
        ),
        None,
    )
    seen = now.last.revision if now else 0
    before = now.status if now else "new"
    key = f"draft-{edit.recommendation_id}"
    with st.container(key=key, border=not is_in_card, gap="xsmall"):
        if not is_in_card:
            st.markdown(f"**{literal(draft.text)}**")
        drawing.aside(_asked(draft, before))
        if draft.said:
            drawing.failure(draft.said)
        if draft.has_conflict:
            for event in since(
                data.ledger().history([edit.recommendation_id]), "recommendation", edit.seen
            ):
                drawing.aside(told(event))
        target = edit.value("status")
        if target and target != before and target not in targets(before):
            _draw_ways(draft, before)
        else:
            _draw_form(draft, before, seen if draft.has_conflict else edit.seen)


def _asked(draft: Draft, before: Status) -> str:
    target = draft.edit.value("status")
    if target is None:
        return "Not written yet."
    return f"{label('status', before)} → {label('status', str(target))}"


def _draw_ways(draft: Draft, before: Status) -> None:
    """Draw the statuses that may follow, for a change to one that may not."""
    edit = draft.edit
    with st.container(horizontal=True, gap="small"):
        for target in targets(before):
            change = replace(edit.change, status=target)
            st.button(
                label("status", target),
                key=f"instead-{edit.recommendation_id}-{target}",
                on_click=tracker_saving.save,
                args=([replace(draft, edit=replace(edit, change=change), before=before)],),
            )
        st.button(
            LEAVE,
            key=f"leave-{edit.recommendation_id}",
            type="tertiary",
            on_click=_leave,
            args=(edit.recommendation_id,),
        )


def _draw_form(draft: Draft, before: Status, seen: int) -> None:
    edit = draft.edit
    name = f"draft-{edit.recommendation_id}-{draft.turn}"
    target = cast("Status | None", edit.value("status"))
    wanted = [*needs(before, target)] if target else []
    if "owner" in wanted and draft.owner and edit.change.owner is KEEP:
        wanted.remove("owner")
    wanted += [one for one in ("owner",) if edit.change.owner is not KEEP and one not in wanted]
    with st.form(f"form-{name}", border=False):
        for field in wanted:
            draw_field(field, name, edit.value(field))
        if "closing_reason" in wanted:
            key = state.seeded(f"{name}-successor_id", edit.value("successor_id") or "")
            st.text_input(SUCCESSOR, key=key, max_chars=LONGEST_LINE)
        for field, words in (("due_on", "Due"), ("priority", "Priority"), ("addressee", "To")):
            value = getattr(edit.change, field)
            if value is not KEEP:
                drawing.aside(f"{words}: {label('priority', str(value)) if value else '–'}")
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button(
                "Save over it" if draft.has_conflict else "Save",
                type="primary",
                on_click=_save,
                args=(draft, before, seen, name, tuple(wanted)),
            )
            st.form_submit_button(
                "Keep theirs" if draft.has_conflict else LEAVE,
                type="tertiary",
                on_click=_leave,
                args=(edit.recommendation_id,),
            )


def draw_field(field: str, name: str, value: object = None) -> None:
    """Draw one field of a form of this name, with what it begins with."""
    words = ASKED[field]
    if field == "done_on":
        key = state.seeded(f"{name}-{field}", value or today())
        st.date_input(words, value=None, format="YYYY-MM-DD", key=key)
    elif field == "closing_reason":
        offered = keys("closing_reason")
        key = state.seeded(f"{name}-{field}", value if value in offered else offered[0])
        st.selectbox(words, offered, format_func=lambda one: label("closing_reason", one), key=key)
    elif field == "owner":
        key = state.seeded(f"{name}-{field}", value or "")
        st.text_input(words, key=key, max_chars=LONGEST_LINE)
    else:
        key = state.seeded(f"{name}-{field}", value or "")
        st.text_area(words, key=key, max_chars=LONGEST_TEXT, height=80)


def entered(name: str, field: str) -> str | None:
    """Return what was typed into a field of a form, None where it is empty; for callbacks."""
    return str(state.typed(f"{name}-{field}") or "").strip() or None


def _save(draft: Draft, before: Status, seen: int, name: str, asked: tuple[str, ...]) -> None:
    edit = draft.edit
    change: dict[str, object] = {
        field: getattr(edit.change, field)
        for field in ("status", "owner", "addressee", "priority", "due_on")
    }
    if change["status"] == before:
        change["status"] = KEEP
    if "owner" in asked:
        change["owner"] = entered(name, "owner")
    if "evidence" in asked:
        change["evidence"] = entered(name, "evidence")
    if "done_on" in asked:
        change["done_on"] = day_of(state.typed(f"{name}-done_on")) or KEEP
    successor = entered(name, "successor_id")
    if "closing_reason" in asked and successor:
        change["successor_id"] = successor
    reason = entered(name, "closing_reason") or entered(name, "reason") or edit.reason
    typed = Edit(
        edit.recommendation_id,
        seen,
        RecommendationChange(**change),  # type: ignore[arg-type]
        entered(name, "note") or edit.note,
        reason,
    )
    tracker_saving.save([Draft(typed, draft.text, before, draft.owner, turn=draft.turn)])


def _leave(recommendation_id: str) -> None:
    state.drop_draft(recommendation_id)
    state.renew()
