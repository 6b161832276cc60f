"""The three views of the Hypotheses page."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.ui import ach, filtering, hypotheses_beside, hypotheses_time
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import page

VIEW = "view"
VIEWS: Mapping[str, str] = MappingProxyType(
    {"beside": "Side by side", "time": "Over time", "ach": "ACH matrix"}
)

_HEADLINES: Mapping[str, Callable[[Filters], str]] = MappingProxyType(
    {
        "beside": hypotheses_beside.headline,
        "time": hypotheses_time.headline,
        "ach": ach.headline,
    }
)
_VIEWS: Mapping[str, Callable[[Filters], None]] = MappingProxyType(
    {
        "beside": hypotheses_beside.draw_beside,
        "time": hypotheses_time.draw_time,
        "ach": ach.draw_ach,
    }
)


def headline(filters: Filters) -> str:
    """Return what the view that is shown finds."""
    return _HEADLINES[_shown()](filters)


def head(filters: Filters) -> bool:
    """Draw the page's head; False where the filters leave nothing. No filter narrows a matrix."""
    if _shown() != "ach" or not ach.is_open():
        return filtering.head(headline(filters), filters)
    drawing.head(headline(filters), ach.SCOPE)
    return True


def draw(filters: Filters) -> None:
    """Draw the choice of a view, and the view."""
    st.segmented_control(
        "View",
        list(VIEWS),
        format_func=VIEWS.__getitem__,
        key=page.choice(VIEW, _shown()),
        on_change=page.take_choice,
        args=(VIEW,),
        label_visibility="collapsed",
        required=True,
    )
    _VIEWS[_shown()](filters)


def _shown() -> str:
    return page.shown(VIEW, tuple(VIEWS))
