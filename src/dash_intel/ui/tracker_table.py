"""Recommendations as a table that is written in, a part at a time."""

import hashlib
from collections.abc import Callable

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ButtonColumnResult, ColumnConfig

from dash_intel.query import tracker as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.tracker import Wanted
from dash_intel.ui import data, draw, paging, tracker_bulk, tracker_forms, tracker_saving
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.ui.state import tracker as state
from dash_intel.view.quotes import total
from dash_intel.view.tracker import DUE_SOON, Row, rows
from dash_intel.view.tracker_edits import CHOOSE, chosen
from dash_intel.view.words import count
from dash_intel.vocab.decisions import keys, label

ROWS = 12
ROW_HEIGHT = 62
"""Of two lines: above 4 rem (60 pixels) long words go on in the next one."""
PART = "rows"
HUES = {"Overdue": "red", DUE_SOON: "orange", "Stale": "yellow", "Recurring": "blue"}
READ_ONLY = ("Recommendation", "Flags", "Region", "Report of")


def draw_table(filters: Filters, wanted: Wanted, choose: str) -> None:
    """Draw the wanted recommendations; "Open" has the address name one under ``choose``."""

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.listed, filters, today(), wanted, part)

    found = paging.asked(PART, ROWS, ask)
    shown = rows(found)
    if not shown:
        draw.aside("No recommendation is left by these choices.")
        return
    _draw_editor(shown, choose)
    said = f"{len(shown):,} of {count(total(found), 'recommendation')}."
    if tracker_saving.may_write():
        said += " Write in a cell to change it; tick rows to change many at once."
    draw.aside(said)
    paging.draw(PART, ROWS, total(found), (filters, wanted))


def draw_changes(filters: Filters) -> None:
    """Draw what is not written yet, and the form that changes what was ticked."""
    tracker_forms.draw_drafts(())
    ids = tuple(sorted(state.chosen()))
    now, later = ids[: tracker_bulk.MOST], ids[tracker_bulk.MOST :]
    if ids and tracker_saving.may_write():
        found = rows(data.chosen(query.several, filters, today(), now))
        tracker_bulk.draw(found, len(found) + len(later))


def frame(shown: tuple[Row, ...], ticked: frozenset[str]) -> pd.DataFrame:
    """Return rows as the cells of the table."""
    return pd.DataFrame(
        {
            CHOOSE: [row.recommendation_id in ticked for row in shown],
            "Item": ["Open" for _ in shown],
            "Recommendation": [row.short for row in shown],
            "Status": [label("status", row.status) for row in shown],
            "Due": [row.due_on for row in shown],
            "Flags": [[chip.text for chip in row.chips] for row in shown],
            "Owner": [row.owner or None for row in shown],
            "Priority": [
                label("priority", row.priority) if row.priority else None for row in shown
            ],
            "Addressee": [row.addressee or None for row in shown],
            "Region": [", ".join(row.regions) or None for row in shown],
            "Report of": [row.published_on for row in shown],
        }
    )


def _draw_editor(shown: tuple[Row, ...], choose: str) -> None:
    seen = repr([(row.recommendation_id, row.revision) for row in shown])
    digest = hashlib.sha256(seen.encode()).hexdigest()[:12]
    name = f"tracker-{state.turn()}-{digest}"
    ticked = state.once(name, state.chosen())
    columns = frame(shown, frozenset(ticked) if isinstance(ticked, frozenset) else frozenset())
    can_write = tracker_saving.may_write()

    def take() -> None:
        typed = page.entered(name)
        edited = typed.get("edited_rows", {}) if isinstance(typed, dict) else {}
        state.choose(chosen(shown, edited, state.chosen()))
        tracker_saving.save_typed(shown, edited)

    def open_item() -> None:
        clicked = page.entered(f"{name}-open")
        at = getattr(clicked, "row", None)
        if isinstance(at, int) and at < len(shown):
            page.show(choose, shown[at].recommendation_id)

    st.data_editor(
        columns if can_write else columns.drop(columns=[CHOOSE]),
        hide_index=True,
        height="content",
        row_height=ROW_HEIGHT,
        placeholder="–",
        disabled=READ_ONLY if can_write else tuple(columns.columns),
        column_config=_columns(f"page-{name}-open", open_item),
        key=f"page-{name}",
        on_change=take,
        alt="Recommendations with status, due day, owner and priority, one a row",
    )


def _columns(key: str, opened: Callable[[], None]) -> dict[str, ColumnConfig | ButtonColumnResult]:
    """Return how the columns are drawn; ``opened`` is called where a row's item is opened."""
    return {
        CHOOSE: st.column_config.CheckboxColumn("", width=40, help="Choose to change many"),
        "Recommendation": st.column_config.TextColumn(width=316),
        "Status": st.column_config.SelectboxColumn(
            options=[label("status", one) for one in keys("status")], required=True, width=172
        ),
        "Due": st.column_config.DateColumn(format="YYYY-MM-DD", width=98),
        "Flags": st.column_config.MultiselectColumn(
            options=list(HUES), color=list(HUES.values()), width=158
        ),
        "Owner": st.column_config.TextColumn(width=116, max_chars=200),
        "Priority": st.column_config.SelectboxColumn(
            options=[label("priority", one) for one in keys("priority")], width=92
        ),
        "Addressee": st.column_config.TextColumn(width=132, max_chars=200),
        "Region": st.column_config.TextColumn(width=150),
        "Report of": st.column_config.DateColumn(format="YYYY-MM-DD", width=105),
        "Item": st.column_config.ButtonColumn(
            "", type="tertiary", width=56, on_click=opened, key=key
        ),
    }
