"""Deciding about a report and its items: status, corrections, notes, history."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger import RecommendationChange
from dash_intel.model.ledger import Editing, Event, RecommendationState
from dash_intel.model.report import Report
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import conflict as conflicts
from dash_intel.ui import correcting, data, identity, state
from dash_intel.ui import draw as drawing
from dash_intel.view.decisions import Choice, history_table, subjects
from dash_intel.vocab.decisions import keys, label

SCOPE = "They stay when reports are loaded again, and are never overwritten silently."
LONGEST = 2_000

Fields = Mapping[str, Any]


def draw(report: Report) -> None:
    """Draw what is decided about a report, and the ways to decide."""
    drawing.part("Decisions", SCOPE)
    try:
        _draw(report)
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))


def _draw(report: Report) -> None:
    choices = {choice.subject_id: choice for choice in subjects(report)}
    linked = state.chosen_item()
    first = linked if linked in choices else next(iter(choices))
    subject_id = st.selectbox(
        "About",
        list(choices),
        format_func=lambda one: choices[one].label,
        key=state.seeded(f"about-{report.report_id}-{linked}", first),
    )
    chosen = choices[subject_id]
    events = data.ledger().history([subject_id]) if data.decisions().has_any else ()
    refusal = state.take_refusal()
    if refusal:
        drawing.failure(refusal)
    if ledgers.may(identity.person(), "note.add"):
        _draw_forms(chosen, events)
    else:
        drawing.aside("You may read what was decided; deciding takes the role analyst.")
    if events:
        drawing.table(history_table(events, _triggers(report, subject_id)))
    else:
        drawing.aside("Nothing was decided about this yet.")


def _triggers(report: Report, subject_id: str) -> tuple[str, ...]:
    scenarios = (one for one in report.contents.scenarios if one.scenario_id == subject_id)
    return tuple(trigger.text for one in scenarios for trigger in one.triggers)


def _draw_forms(chosen: Choice, events: tuple[Event, ...]) -> None:
    names = ["Correct a reading", "Note"]
    if chosen.kind == "recommendation":
        names.insert(0, "Status")
    tabs = dict(zip(names, st.tabs(names), strict=True))
    if "Status" in tabs:
        with tabs["Status"]:
            draw_status(chosen.subject_id, events)
    with tabs["Correct a reading"]:
        correcting.draw(chosen, events)
    with tabs["Note"], st.form(f"note-{chosen.subject_id}", border=False):
        st.text_area(
            "Note", max_chars=LONGEST, key=state.seeded(f"note-{chosen.subject_id}", ""), height=100
        )
        st.form_submit_button("Add the note", on_click=_add_note, args=(chosen.subject_id,))


def draw_status(subject_id: str, events: tuple[Event, ...]) -> None:
    """Draw the form that changes a recommendation; ``events`` are those about it."""
    found = {one.recommendation_id: one for one in data.decisions().recommendations}
    now = found.get(subject_id)
    seen = now.last.revision if now else 0
    seeds = _seeds(now)
    about = f"recommendation-{subject_id}"
    conflict = conflicts.draw(about, "recommendation", events)
    shown = {**seeds, **(conflict.wanted if conflict else {})}
    name = f"{about}-{seen}"

    def key(field: str) -> str:
        return state.seeded(f"{name}-{field}", shown[field])

    with st.form(name, border=False):
        _draw_plan(key)
        _draw_account(key)
        st.form_submit_button(
            "Save over it" if conflict else "Save",
            type="primary",
            on_click=_save_status,
            args=(subject_id, seen, seeds, name),
        )


def _draw_plan(key: Callable[[str], str]) -> None:
    status, owner, due, priority = st.columns(4)
    status.selectbox(
        "Status", keys("status"), format_func=lambda one: label("status", one), key=key("status")
    )
    owner.text_input("Owner", key=key("owner"))
    due.date_input("Due", value=None, format="YYYY-MM-DD", key=key("due_on"))
    priority.selectbox(
        "Priority",
        ("", *keys("priority")),
        format_func=lambda one: label("priority", one) or "–",
        key=key("priority"),
    )


def _draw_account(key: Callable[[str], str]) -> None:
    note, evidence, done, closing = st.columns(4)
    note.text_input("Note", key=key("note"))
    evidence.text_input("Evidence", key=key("evidence"))
    done.date_input("Done on", value=None, format="YYYY-MM-DD", key=key("done_on"))
    closing.selectbox(
        "Reason for closing",
        ("", *keys("closing_reason")),
        format_func=lambda one: label("closing_reason", one) or "–",
        key=key("closing_reason"),
    )
    reopening, other = st.columns(2)
    reopening.text_input("Reason for reopening", key=key("reason"))
    other.text_input("Id of the other recommendation", key=key("successor_id"))


def _seeds(now: RecommendationState | None) -> Fields:
    return {
        "status": now.status if now else "new",
        "owner": (now.owner if now else None) or "",
        "due_on": now.due_on if now else None,
        "priority": (now.priority if now else None) or "",
        "evidence": "",
        "done_on": None,
        "closing_reason": "",
        "reason": "",
        "successor_id": "",
        "note": "",
    }


def _save_status(subject_id: str, seen: int, seeds: Fields, name: str) -> None:
    typed: dict[str, Any] = {field: state.typed(f"{name}-{field}") for field in seeds}
    wanted = {field: value for field, value in typed.items() if value != seeds[field]}
    fields: dict[str, Any] = {
        field: value or None
        for field, value in wanted.items()
        if field not in {"note", "reason", "closing_reason"}
    }
    reason = wanted.get("closing_reason") or wanted.get("reason")

    def save(editing: Editing) -> object:
        return ledgers.set_recommendation(
            data.ledger(), BuildSubjects(data.opened()), editing, RecommendationChange(**fields)
        )

    editing = Editing(identity.person(), subject_id, seen, wanted.get("note"), reason)
    conflicts.attempt(save, editing, f"recommendation-{subject_id}", wanted)


def _add_note(subject_id: str) -> None:
    editing = Editing(identity.person(), subject_id, note=state.typed(f"note-{subject_id}"))

    def save(editing: Editing) -> object:
        return ledgers.add_note(data.ledger(), BuildSubjects(data.opened()), editing)

    conflicts.attempt(save, editing, f"note-{subject_id}", {})
