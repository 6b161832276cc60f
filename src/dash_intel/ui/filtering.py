"""The filters in the sidebar, and the sentence that says them above every page."""

import streamlit as st

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters, from_url
from dash_intel.ui import data, draw
from dash_intel.ui.state import filters as state
from dash_intel.view.cells import number
from dash_intel.view.scope import PERIODS, scope


def draw_sidebar() -> None:
    """Draw the filters."""
    now = state.filters()
    with st.sidebar:
        st.selectbox(
            "Period",
            [key for key in PERIODS if key != "days"],
            format_func=PERIODS.__getitem__,
            key=state.shown("period", now.period),
            on_change=_apply,
        )


def head(title: str, filters: Filters) -> bool:
    """Draw a page's headline and what is looked at; False where no report is left to draw."""
    totals = data.chosen(query.totals, filters)
    draw.head(title, scope(filters, data.chosen(query.days_of, filters), totals))
    return bool(number(totals["reports"].iloc[0]))


def _apply() -> None:
    state.apply(from_url({"period": [str(state.entered("period"))]})[0])
