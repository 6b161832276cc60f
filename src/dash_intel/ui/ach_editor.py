"""One matrix of competing hypotheses: its scores, its grid, and the ways to save and change it."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.export.table_csv import table_csv
from dash_intel.ledger.ach import LONGEST_ENTRY
from dash_intel.model.ach import AchMatrix
from dash_intel.model.ledger import Editing, Event
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import (
    ach_columns,
    ach_removing,
    ach_scores,
    ach_working,
    data,
    draw,
    identity,
    state,
)
from dash_intel.ui import conflict as conflicts
from dash_intel.ui.ach_working import Working
from dash_intel.view.ach import head
from dash_intel.view.ach_draft import CHOICES, EVIDENCE, column, opened
from dash_intel.view.ach_merge import clashes, merged
from dash_intel.view.ach_tables import matrix_heading, matrix_table, saved_note
from dash_intel.view.decisions import history_table
from dash_intel.view.literal import literal
from dash_intel.vocab.decisions import label

ROW_HEIGHT = 64
HEADER_HEIGHT = 35
MOST_ROWS = 12
WIDTHS = (240, 170)
ASPECT = "matrix"
HOW = (
    "One row a piece of evidence, one column a hypothesis: how well would you expect the evidence"
    " if the hypothesis were true? Double-click a cell, or press Enter on it, and choose; delete"
    " empties it."
)


def draw_editor(found: Working, saved: AchMatrix | None) -> None:
    """Draw a matrix, its scores first; who may not decide only reads it."""
    may = ledgers.may(identity.person(), "matrix.save")
    ach_scores.draw_scores(found.typed)
    events = _events(found)
    conflict = _draw_conflict(found, saved, events)
    if may:
        draw.part("The matrix", HOW, "ach-grid")
        _draw_grid(found)
        _draw_ways(found, saved, has_conflict=conflict)
        ach_columns.draw_changes(found)
    else:
        draw.aside("You may read matrices; filling one takes the role analyst.")
    ach_scores.draw_evidence(found.typed)
    if events:
        with st.expander("History"):
            draw.table(history_table(events))


def _events(found: Working) -> tuple[Event, ...]:
    if not data.decisions().has_any:
        return ()
    history = data.ledger().history([found.matrix_id])
    return tuple(event for event in history if event.aspect == ASPECT)


def _draw_grid(found: Working) -> None:
    drawn = found.drawn
    if not drawn.evidence:
        draw.aside("There is no evidence yet: add some below.")
        return
    names = [column(at) for at in range(len(drawn.hypotheses))]
    frame = pd.DataFrame(
        [(piece, *row) for piece, row in zip(drawn.evidence, drawn.marks, strict=True)],
        columns=[EVIDENCE, *names],
        index=pd.RangeIndex(1, len(drawn.evidence) + 1),
        dtype=object,
    )
    st.data_editor(
        frame,
        key=found.grid,
        height=HEADER_HEIGHT + ROW_HEIGHT * min(len(frame), MOST_ROWS) + 2,
        row_height=ROW_HEIGHT,
        column_config=_columns(found),
        placeholder="–",
        on_change=ach_working.take_grid,
        args=(found.matrix_id,),
        alt="Evidence by hypotheses; choose a mark in each cell",
    )


def _columns(found: Working) -> dict[str, Any]:
    marks = {
        column(at): st.column_config.SelectboxColumn(
            head(at, hypothesis),
            width=WIDTHS[1],
            help=literal(hypothesis),
            options=CHOICES,
            format_func=lambda one: label("consistency", str(one)),
        )
        for at, hypothesis in enumerate(found.drawn.hypotheses)
    }
    evidence = st.column_config.TextColumn(
        EVIDENCE, width=WIDTHS[0], required=True, max_chars=LONGEST_ENTRY
    )
    return {"_index": st.column_config.Column(width=40), EVIDENCE: evidence, **marks}


def _draw_ways(found: Working, saved: AchMatrix | None, *, has_conflict: bool) -> None:
    refusal = state.take_refusal()
    if refusal:
        draw.failure(refusal)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if found.is_changed:
            st.button(
                "Save over it" if has_conflict else "Save",
                key="ach-save",
                type="primary",
                on_click=_save,
                args=(found.matrix_id,),
            )
        if found.is_changed and saved:
            st.button(
                "Discard changes",
                key="ach-discard",
                type="tertiary",
                on_click=_keep_theirs,
                args=(found.matrix_id,),
            )
        st.download_button(
            "Download CSV",
            data=partial(table_csv, matrix_table(found.typed), *matrix_heading(found.typed, saved)),
            file_name="ach-matrix.csv",
            mime="text/csv",
            key="ach-csv",
            on_click="ignore",
            type="tertiary",
        )
        if saved:
            ach_removing.draw_way(saved)
        is_changed = found.is_changed and saved
        note = "There are changes that are not saved." if is_changed else saved_note(saved)
        st.markdown(f":small[:gray[{literal(note)}]]", width="content")


def _draw_conflict(found: Working, saved: AchMatrix | None, events: tuple[Event, ...]) -> bool:
    about = _about(found.matrix_id)

    def keep_theirs() -> None:
        _keep_theirs(found.matrix_id)

    if not conflicts.draw(about, ASPECT, events, keep_theirs):
        return False
    both = clashes(found.base, opened(saved), found.typed) if saved else ()
    if both:
        draw.aside("Marked differently by both; “Save over it” writes yours:")
        for one in both:
            draw.aside(one.words)
    elif saved:
        draw.aside("“Save over it” keeps their changes and adds yours: no mark is in dispute.")
    else:
        draw.aside("They removed it; “Save over it” brings it back as you see it.")
    return True


def _save(matrix_id: str) -> None:
    found = ach_working.current(matrix_id)
    if found is None:
        return
    now = next((one for one in data.decisions().matrices if one.matrix_id == matrix_id), None)
    draft, seen = found.typed, found.revision
    conflict = state.conflict(_about(matrix_id))
    if conflict:
        draft = merged(found.base, opened(now), draft) if now else draft
        seen = data.ledger().standing(ASPECT, matrix_id).revision

    def save(editing: Editing) -> None:
        ledgers.save_matrix(data.ledger(), BuildSubjects(data.opened()), editing, draft)
        ach_working.forget(matrix_id)

    editing = Editing(identity.person(), matrix_id, seen)
    conflicts.attempt(save, editing, _about(matrix_id), {})


def _keep_theirs(matrix_id: str) -> None:
    ach_working.forget(matrix_id)
    state.end_deciding()


def _about(matrix_id: str) -> str:
    return f"matrix-{matrix_id}"
