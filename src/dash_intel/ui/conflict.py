"""Saving a decision when somebody else may have been first: their change is shown, and asked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dash_intel.errors import ConflictError, LedgerError
from dash_intel.model.ledger import Editing, Event
from dash_intel.ui import draw as drawing
from dash_intel.ui import state
from dash_intel.view.decisions import since, told

CHANGED = "Somebody else changed this meanwhile. Yours is not written:"
REMOVED = "Invented decisions about this were removed meanwhile. Yours is not written."


def attempt(
    save: Callable[[Editing], object], editing: Editing, about: str, wanted: Mapping[str, Any]
) -> None:
    """Save a decision; where that fails, keep why, and what was ``wanted``, for the next run."""
    try:
        save(editing)
    except ConflictError:
        state.end_deciding()
        state.keep_conflict(state.Conflict(about, editing.expected or 0, dict(wanted)))
    except LedgerError as error:
        state.keep_refusal(str(error))
    else:
        state.end_deciding()


def draw(
    about: str,
    aspect: str,
    events: tuple[Event, ...],
    keep_theirs: Callable[[], None] = state.end_deciding,
) -> state.Conflict | None:
    """Draw what others changed since, where something could not be written; return what.

    ``keep_theirs`` lets go of what was typed.
    """
    conflict = state.conflict(about)
    if conflict:
        theirs = since(events, aspect, conflict.seen)
        drawing.failure(CHANGED if theirs else REMOVED)
        for event in theirs:
            drawing.aside(told(event))
        st.button("Keep theirs", key=f"keep-{about}", on_click=keep_theirs)
    return conflict
