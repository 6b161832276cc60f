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
from dash_intel.view.corrections import corrected_value
from dash_intel.view.decisions import Choice
from dash_intel.vocab.decisions import label


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

    Of what can be corrected of such a thing it has what is ``offered``.
    """
    fields = [field for field, kinds in FIELDS.items() if chosen.kind in kinds and field in offered]
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
            format_func=named,
            key=state.seeded(name, offered[0]),
        )
    else:
        st.text_input(
            "What it should say, parted by semicolons; nothing for none",
            key=state.seeded(name, ""),
        )


def _correct(subject_id: str, field: str, seen: int, name: str) -> None:
    typed = state.typed(f"{name}-value") or ()
    value = tuple(typed.split(";")) if isinstance(typed, str) else tuple(typed)
    editing = Editing(
        identity.person(), subject_id, seen, reason=state.typed(f"{name}-reason") or None
    )

    def save(editing: Editing) -> object:
        known = BuildSubjects(data.opened())
        return ledgers.set_override(data.ledger(), known, editing, field, _stripped(value))

    conflicts.attempt(save, editing, f"override-{subject_id}", {"reason": editing.reason or ""})


def _stripped(value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.strip() for one in value if one.strip())


def _undo(subject_id: str, field: str, seen: int, name: str) -> None:
    reason = state.typed(f"{name}-reason") or None
    editing = Editing(identity.person(), subject_id, seen, reason=reason)

    def save(editing: Editing) -> object:
        return ledgers.undo_override(data.ledger(), BuildSubjects(data.opened()), editing, field)

    conflicts.attempt(save, editing, f"override-{subject_id}", {})
