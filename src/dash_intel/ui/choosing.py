"""The choice of a report: a select box to search in, and one step newer or older."""

import streamlit as st

from dash_intel.ui import draw as drawing
from dash_intel.ui import state
from dash_intel.view.report import Choices


def draw(report_id: str, choices: Choices, neighbours: tuple[str | None, str | None]) -> None:
    """Draw the select box with ``report_id`` chosen, and the steps to its neighbours."""
    newer, older = neighbours
    select, steps = st.columns([6, 1], gap="xsmall", vertical_alignment="bottom")
    select.selectbox(
        "Report",
        choices.ids,
        format_func=choices.label,
        key=state.report_choice(report_id),
        on_change=state.open_choice,
        label_visibility="collapsed",
    )
    with steps.container(horizontal=True, gap="xsmall", horizontal_alignment="right"):
        _step("Newer", newer, "Left")
        _step("Older", older, "Right")
    if choices.left_out:
        drawing.aside(f"{choices.left_out:,} older reports are not listed; step or link to them.")


def draw_way_out(newest: str) -> None:
    """Draw the button that leaves a dead end for the newest report."""
    st.button(
        "Open the newest report", type="primary", on_click=state.choose_report, args=(newest,)
    )


def _step(label: str, report_id: str | None, shortcut: str) -> None:
    st.button(
        label,
        key=f"step-{label}",
        on_click=state.choose_report,
        args=(report_id,),
        disabled=report_id is None,
        shortcut=shortcut,
        help=f"The next {label.lower()} report by date of publication",
    )
