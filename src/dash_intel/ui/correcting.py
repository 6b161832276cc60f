"""Correcting a reading of a report or an item, with a reason, and undoing that."""

from collections.abc import Collection

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger.overrides import FIELDS, NEVER_NONE, NONE, SEVERAL, choices
from dash_intel.model.ledger import Editing, Event, Override
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import conflict as conflicts
from dash_intel.ui import data, identity, state
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import page
from dash_intel.view.corrections import corrected_value
from dash_intel.view.decisions import Choice
from dash_intel.vocab.decisions import label

CORRECTING = "correct"
"""What the address calls the sentence that is being corrected."""


def in_force() -> tuple[Override, ...]:
    """Return the corrections in force; where the ledger cannot be used, say so and return none."""
    try:
        return data.decisions().overrides
    except (LedgerError, SettingError) as error:
        drawing.failure(f"Corrections cannot be shown. {error}")
        return ()


def draw(
    chosen: Choice, events: tuple[Event, ...], offered: Collection[str] = tuple(FIELDS)
) -> None:
    """Draw the form that corrects a reading, and the way to undo a correction.

    Of what can be corrected of such a thing it has what is ``offered``, in that order.
    """
    fields = [field for field in offered if chosen.kind in FIELDS[field]]
    field = st.selectbox(
        "Reading",
        fields,
        format_func=lambda one: label("reading", one),
        key=state.seeded(f"reading-{chosen.subject_id}", fields[0]),
    )
    about = f"override-{chosen.subject_id}"
    conflict = conflicts.draw(about, "override", events)
    seen = max((one.revision for one in events if one.aspect == "override"), default=0)
    name = f"{about}-{field}-{seen}"
    wanted = conflict.wanted if conflict else {}
    with st.form(name, border=False):
        _draw_value(field, f"{name}-value")
        st.text_input(
            "Reason", key=state.seeded(f"{name}-reason", wanted.get("reason", "")), max_chars=300
        )
        arguments = (chosen.subject_id, field, seen, name)
        st.form_submit_button(
            "Save over it" if conflict else "Correct it",
            type="primary",
            on_click=_correct,
            args=arguments,
        )
        in_force = {(one.subject_id, one.field) for one in data.decisions().overrides}
        if (chosen.subject_id, field) in in_force:
            st.form_submit_button("Undo the correction", on_click=_undo, args=arguments)


def draw_undo(key: str) -> None:
    """Say that a reading was just corrected, with the way to take that back; said once."""
    done = state.take_corrected()
    if done:
        with st.container(horizontal=True, vertical_alignment="center", key=f"corrected-{key}"):
            st.markdown(
                f":green-badge[Corrected] {label('reading', done.field)}: it counts as corrected"
                " now.",
                width="content",
            )
            st.button("Undo", key=f"undo-{key}", type="tertiary", on_click=_take_back, args=(done,))


def _draw_value(field: str, name: str) -> None:
    allowed = choices(field)

    def named(value: str) -> str:
        return corrected_value(field, () if value == NONE else (value,))

    if allowed and field in SEVERAL:
        st.multiselect(
            "What it should say, nothing for none",
            allowed,
            format_func=named,
            key=state.seeded(name, []),
        )
    elif allowed:
        offered = allowed if field in NEVER_NONE else (*allowed, NONE)
        st.selectbox(
            "What it should say",
            offered,
            index=None,
            placeholder="Choose what it should say",
            format_func=named,
            key=state.seeded(name, offered[0] if len(offered) == 1 else None),
        )
    else:
        st.text_input(
            "What it should say, parted by semicolons; nothing for none",
            key=state.seeded(name, ""),
        )


def _correct(subject_id: str, field: str, seen: int, name: str) -> None:
    typed = state.typed(f"{name}-value")
    if typed is None:
        state.keep_refusal("Choose what the reading should say.")
        return
    value = tuple(typed.split(";")) if isinstance(typed, str) else tuple(typed)
    editing = Editing(
        identity.person(), subject_id, seen, reason=state.typed(f"{name}-reason") or None
    )

    def save(editing: Editing) -> object:
        known = BuildSubjects(data.opened())
        event = ledgers.set_override(data.ledger(), known, editing, field, _stripped(value))
        state.keep_corrected(state.Corrected(subject_id, field, event))
        page.show(CORRECTING, None)
        return event

    conflicts.attempt(save, editing, f"override-{subject_id}", {"reason": editing.reason or ""})


def _stripped(value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.strip() for one in value if one.strip())


def _take_back(done: state.Corrected) -> None:
    """Put the correction before this one in its place, or the reading itself where none was."""
    before = done.event.replaced.get(done.field)

    def save(editing: Editing) -> object:
        known, ledger = BuildSubjects(data.opened()), data.ledger()
        if isinstance(before, tuple):
            return ledgers.set_override(ledger, known, editing, done.field, before)
        return ledgers.undo_override(ledger, known, editing, done.field)

    person, reason = identity.person(), "Taken back at once." if isinstance(before, tuple) else None
    editing = Editing(person, done.subject_id, done.event.revision, reason=reason)
    conflicts.attempt(save, editing, f"override-{done.subject_id}", {})


def _undo(subject_id: str, field: str, seen: int, name: str) -> None:
    reason = state.typed(f"{name}-reason") or None
    editing = Editing(identity.person(), subject_id, seen, reason=reason)

    def save(editing: Editing) -> object:
        return ledgers.undo_override(data.ledger(), BuildSubjects(data.opened()), editing, field)

    conflicts.attempt(save, editing, f"override-{subject_id}", {})
