"""What a session remembers of the Recommendations page: what is chosen, and not written yet."""

from collections.abc import Iterable

import streamlit as st

from dash_intel.view.tracker_edits import Draft, Saving

_DRAFTS = "tracker_drafts"
_CHOSEN = "tracker_chosen"
_SAVING = "tracker_saving"
_TURN = "tracker_turn"


def drafts() -> tuple[Draft, ...]:
    """Return the changes that are not written yet, in order."""
    return tuple(_drafts().values())


def draft_of(recommendation_id: str) -> Draft | None:
    """Return the change of one recommendation that is not written yet."""
    return _drafts().get(recommendation_id)


def keep_draft(draft: Draft) -> None:
    """Keep a change that is not written yet, in place of an earlier one of the same item."""
    _drafts()[draft.edit.recommendation_id] = draft


def drop_draft(recommendation_id: str) -> None:
    """Let go of a change that is not written yet."""
    _drafts().pop(recommendation_id, None)


def chosen() -> frozenset[str]:
    """Return the recommendations that are chosen for a change of many."""
    found: frozenset[str] = st.session_state.get(_CHOSEN, frozenset())
    return found


def choose(recommendation_ids: Iterable[str]) -> None:
    """Have these recommendations chosen, and no others."""
    st.session_state[_CHOSEN] = frozenset(recommendation_ids)


def keep_saving(saving: Saving) -> None:
    """Keep what became of changes, until the next; tables show anew what holds."""
    st.session_state[_SAVING] = saving
    renew()


def keep_refusal(saving: Saving) -> None:
    """Keep why something was not written, until the next; what was typed stays."""
    st.session_state[_SAVING] = saving


def saving() -> Saving | None:
    """Return what became of the last changes."""
    found: Saving | None = st.session_state.get(_SAVING)
    return found


def renew() -> None:
    """Have tables show what holds, in place of what was typed."""
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Return a number that changes when tables are to show what holds; part of widget keys."""
    found: int = st.session_state.get(_TURN, 0)
    return found


def once(name: str, value: object) -> object:
    """Return what was first given under a name in this turn."""
    kept = st.session_state.setdefault("tracker_once", {})
    if kept.get("turn") != (turn(), name):
        kept.clear()
        kept.update(turn=(turn(), name), value=value)
    return kept["value"]


def seeded(name: str, value: object) -> str:
    """Return the key of a widget that shows ``value`` until somebody changes it."""
    key = f"tracker-{name}"
    st.session_state.setdefault(key, value)
    return key


def typed(name: str) -> object:
    """Return what stands in the widget of this name, None where there is none."""
    return st.session_state.get(f"tracker-{name}")


def _drafts() -> dict[str, Draft]:
    found: dict[str, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return found
