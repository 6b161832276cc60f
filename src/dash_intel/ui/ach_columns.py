"""Hypotheses and evidence of a matrix: adding, wording, ordering and removing them."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dash_intel.ledger import MatrixDraft
from dash_intel.ledger.ach import LONGEST_ENTRY, LONGEST_QUESTION
from dash_intel.ui import ach_working, draw
from dash_intel.ui.ach_working import Working
from dash_intel.ui.state import page
from dash_intel.view.ach_draft import MOST, Side, added, asked, column, moved, removed, reworded
from dash_intel.view.literal import opening

LONGEST_LABEL = 90
WORDS: dict[Side, tuple[str, str]] = {
    "hypotheses": ("Hypotheses", "hypothesis"),
    "evidence": ("Evidence", "piece of evidence"),
}
NOTE = "Marks stay with what they are about. Nothing is kept before “Save”."


def draw_changes(found: Working) -> None:
    """Draw the ways to change the rows and columns of a matrix."""
    with st.expander(
        "Add, word, order or remove hypotheses and evidence", expanded=not found.typed.evidence
    ):
        draw.aside(NOTE)
        left, right = st.columns(2, gap="medium")
        with left:
            _draw_side(found, "hypotheses")
        with right:
            _draw_side(found, "evidence")
        _draw_question(found)


def _draw_side(found: Working, side: Side) -> None:
    title, one = WORDS[side]
    entries: tuple[str, ...] = getattr(found.typed, side)
    st.markdown(f"**{title}**")
    key = partial(_key, found, side)
    st.text_area(f"More {title.lower()}, one a line", key=key("more"), height=80)
    _button(found, "Add", key("add"), lambda draft: added(draft, side, _lines(key("more"))))
    if len(entries) >= MOST[side]:
        draw.aside(f"There are {MOST[side]}, the most that a matrix takes.")
    if not entries:
        return
    at = st.selectbox(
        f"Which {one}",
        range(len(entries)),
        format_func=lambda nth: _called(side, nth, entries[nth]),
        key=key("which"),
    )
    st.text_area(
        f"Words of the {one}",
        value=entries[at],
        max_chars=LONGEST_ENTRY,
        key=key(f"words-{at}"),
        height=80,
    )
    with st.container(horizontal=True, gap="small"):
        _button(
            found,
            "Use these words",
            key("reword"),
            lambda draft: reworded(draft, side, at, page.held(key(f"words-{at}")) or ""),
        )
        is_column = side == "hypotheses"
        back, on = ("Move left", "Move right") if is_column else ("Move up", "Move down")
        _button(found, back, key("back"), lambda draft: moved(draft, side, at, -1))
        _button(found, on, key("on"), lambda draft: moved(draft, side, at, 1))
        _button(found, "Remove", key("remove"), lambda draft: removed(draft, side, at))


def _draw_question(found: Working) -> None:
    key = _key(found, "evidence", "question")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("Question", value=found.typed.question, max_chars=LONGEST_QUESTION, key=key)
        _button(
            found,
            "Use this question",
            f"{key}-use",
            lambda draft: asked(draft, page.held(key) or ""),
        )


def _button(
    found: Working, label: str, key: str, changed: Callable[[MatrixDraft], MatrixDraft]
) -> None:
    def change() -> None:
        now = ach_working.current(found.matrix_id)
        if now:
            ach_working.change(found.matrix_id, changed(now.typed))

    st.button(label, key=key, on_click=change)


def _called(side: Side, at: int, words: str) -> str:
    name = column(at) if side == "hypotheses" else f"{at + 1}"
    return f"{name} · {opening(words, 1, LONGEST_LABEL)}"


def _lines(key: str) -> list[str]:
    return str(page.held(key) or "").splitlines()


def _key(found: Working, side: Side, name: str) -> str:
    return f"{found.grid}-{side}-{name}"
