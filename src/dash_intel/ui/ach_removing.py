"""Removing a matrix of competing hypotheses, once that is confirmed."""

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError
from dash_intel.model.ach import AchMatrix
from dash_intel.model.ledger import Editing
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import ach_working, asking, data, draw, identity, state
from dash_intel.view.literal import TITLE, literal, opening

NOTE = "It leaves the list. Its history stays in the ledger, and can be read on the Audit page."


def draw_way(saved: AchMatrix) -> None:
    """Draw the button that asks whether to remove a matrix, and the question while it is open."""
    st.button(
        "Remove",
        key="ach-remove",
        type="tertiary",
        on_click=state.ask,
        args=("matrix", saved.matrix_id),
    )
    if state.asked("matrix") == saved.matrix_id:
        asking.draw("Remove this matrix?", lambda: _draw_question(saved))


def _draw_question(saved: AchMatrix) -> None:
    st.markdown(f"**{literal(opening(saved.question, 9, TITLE))}**")
    draw.aside(NOTE)
    with st.container(horizontal=True, gap="small"):
        is_removed = st.button("Remove it", key="ach-remove-it", type="primary")
        is_kept = st.button("Keep it", key="ach-keep-it")
    if is_kept:
        asking.end()
    if is_removed:
        _remove(saved)


def _remove(saved: AchMatrix) -> None:
    editing = Editing(identity.person(), saved.matrix_id, saved.last.revision)
    try:
        ledgers.remove_matrix(data.ledger(), BuildSubjects(data.opened()), editing)
    except LedgerError as error:
        draw.failure(str(error))
        return
    ach_working.forget(saved.matrix_id)
    asking.end()
