"""What was read from a report beside its text, with what people corrected."""

import streamlit as st

from dash_intel.model.report import Report
from dash_intel.ui import correcting, state
from dash_intel.ui import draw as drawing
from dash_intel.ui.components.reader import draw_reader
from dash_intel.view.reader import reader


@st.fragment
def draw(report: Report) -> None:
    """Draw the reader; a choice in it draws nothing else anew."""
    view = reader(report, overrides=correcting.in_force())
    chosen = state.chosen_item()
    with st.container(key="missed-item"):
        drawing.notice(view.missed(chosen))
    draw_reader(
        view,
        chosen=chosen,
        on_choice=lambda key: state.link_item(key, report.report_id),
    )
