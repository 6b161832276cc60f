"""Splitting a piece of advice out of its group, joining one to a group, and taking that back."""

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.model.ledger import Editing, Event
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import data, identity
from dash_intel.ui.state import tracker as state
from dash_intel.view.literal import opening
from dash_intel.view.tracker_edits import UNDONE, Saving

FIELD = "group"
LONGEST_REASON = 300


def draw_split(recommendation_id: str, text: str) -> None:
    """Draw the way to say that a piece of advice is not the same as the rest of its group."""
    _draw_question("Split out", "Why it is other advice", recommendation_id, (text, ()))


def draw_join(recommendation_id: str, text: str, other_id: str) -> None:
    """Draw the way to say that a piece of advice is the same as another."""
    _draw_question("Join", "Why it is the same advice", recommendation_id, (text, (other_id,)))


def take_back(event: Event) -> Event:
    """Put a piece of advice back where it was before a correction; ``LedgerError`` as writing."""
    known = BuildSubjects(data.opened())
    before = event.replaced.get(FIELD)
    editing = Editing(identity.person(), event.subject_id, event.revision, reason=UNDONE)
    if isinstance(before, tuple):
        return ledgers.set_override(data.ledger(), known, editing, FIELD, before)
    return ledgers.undo_override(data.ledger(), known, editing, FIELD)


def _draw_question(
    deed: str, why: str, recommendation_id: str, meant: tuple[str, tuple[str, ...]]
) -> None:
    name = f"{deed.lower().replace(' ', '-')}-{recommendation_id}-{state.turn()}"
    events = [
        one.last.revision
        for one in data.decisions().overrides
        if one.subject_id == recommendation_id
    ]
    seen = max(events, default=None)
    with (
        st.popover(deed, type="tertiary", key=f"ask-{name}"),
        st.form(f"form-{name}", border=False),
    ):
        st.text_input(why, key=state.seeded(f"{name}-why", ""), max_chars=LONGEST_REASON)
        st.form_submit_button(
            deed, type="primary", on_click=_save, args=(name, recommendation_id, meant, seen)
        )


def _save(
    name: str, recommendation_id: str, meant: tuple[str, tuple[str, ...]], seen: int | None
) -> None:
    text, value = meant
    reason = str(state.typed(f"{name}-why") or "").strip() or None
    editing = Editing(identity.person(), recommendation_id, seen, reason=reason)
    short = opening(text, 1, 110)
    try:
        known = BuildSubjects(data.opened())
        event = ledgers.set_override(data.ledger(), known, editing, FIELD, value)
    except (LedgerError, SettingError) as error:
        state.keep_refusal(Saving(refused=((short, str(error)),)))
    else:
        state.keep_saving(Saving(((short, event),)))
