"""Risk: where risk sits, by region and category."""

import streamlit as st

from dash_intel.query import chosen as query
from dash_intel.ui import (
    data,
    evidence,
    filtering,
    risk_cell,
    risk_grid,
    risk_map,
    risk_time,
    welcome,
)
from dash_intel.ui.state import page
from dash_intel.ui.state.filters import filters
from dash_intel.view import cells

VIEWS = {"matrix": "Matrix", "map": "Map", "time": "Over time"}


def draw_page() -> None:
    """Choose, get, draw."""
    view = page.shown("view", tuple(VIEWS))
    said = {"map": risk_map.headline, "time": risk_time.headline}.get(view)
    if not filtering.head((said and said(filters())) or "Risk", filters()):
        return
    totals = data.chosen(query.totals, filters())
    last_on = cells.day(next(cells.records(totals))["last_on"])
    st.segmented_control(
        "View",
        list(VIEWS),
        format_func=VIEWS.__getitem__,
        key=page.choice("view", view),
        on_change=page.take_choice,
        args=("view",),
        label_visibility="collapsed",
        required=True,
    )
    if view == "map":
        risk_map.draw_map(filters(), last_on)
    if view == "time":
        risk_time.draw_time(filters())
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        risk_grid.draw_grid(filters(), last_on)
    with right:
        evidence.draw_evidence(filters(), risk_cell.behind())


if data.build() is None:
    welcome.draw()
else:
    draw_page()
