"""What a session remembers of a sheet that is brought back: its preview, what is to be written."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

_TURN = "sheet_turn"
_KEPT = "sheet_preview"
_WANTED = "sheet_wanted"
_DONE = "sheet_done"

T = TypeVar("T")


def turn() -> int:
    """Return a number that changes when a sheet is done with; part of widget keys."""
    number: int = st.session_state.setdefault(_TURN, 0)
    return number


def kept(about: Hashable, make: Callable[[], T]) -> T:
    """Return what ``make`` gave for the same before, or make and keep it; one is kept."""
    held = st.session_state.get(_KEPT)
    if held is None or held[0] != about:
        held = (about, make())
        st.session_state[_KEPT] = held
    found: T = held[1]
    return found


def uploaded(name: str) -> tuple[str, bytes] | None:
    """Return the name and the bytes of the file in the field of this name, None without one."""
    file = st.session_state.get(name)
    return (file.name, file.getvalue()) if file else None


def is_ticked(name: str) -> bool:
    """Tell whether the box of this name is ticked; for callbacks."""
    return bool(st.session_state.get(name))


def want(wanted: object) -> None:
    """Keep for the next run what is to be written; for callbacks."""
    st.session_state[_WANTED] = wanted


def take_wanted() -> object:
    """Return what is to be written, once; None where nothing is."""
    return st.session_state.pop(_WANTED, None)


def end(done: object) -> None:
    """Empty the field for the sheet, and keep what became of it."""
    st.session_state[_TURN] = turn() + 1
    st.session_state.pop(_KEPT, None)
    st.session_state[_DONE] = done


def done() -> object:
    """Return what became of the last sheet, None where there is none."""
    return st.session_state.get(_DONE)


def forget() -> None:
    """Let go of what became of the last sheet."""
    st.session_state.pop(_DONE, None)
