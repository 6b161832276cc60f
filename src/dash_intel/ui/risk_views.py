"""The three views of the Risk page, and what stands under each of them."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.risk_grid import risk_fields
from dash_intel.query.sentences import About
from dash_intel.ui import data, evidence, risk_cell, risk_grid, risk_map, risk_time
from dash_intel.ui.state import page
from dash_intel.view.chosen_cell import cell_name
from dash_intel.view.risk_grid import field_name

VIEW = "view"
VIEWS: Mapping[str, str] = MappingProxyType({"matrix": "Matrix", "map": "Map", "time": "Over time"})
TITLE = "Where risk sits"

_HEADLINES: Mapping[str, Callable[[Filters], str | None]] = MappingProxyType(
    {"map": risk_map.headline, "time": risk_time.headline}
)


def shown() -> str:
    """Return the view that the address names, the matrix where it names none."""
    return page.shown(VIEW, tuple(VIEWS))


def headline(filters: Filters) -> str:
    """Return what the view that is shown finds, the page's subject where it finds nothing."""
    said = _HEADLINES.get(shown())
    return (said(filters) if said else None) or TITLE


def draw_choice() -> None:
    """Draw the choice of a view."""
    st.segmented_control(
        "View",
        list(VIEWS),
        format_func=VIEWS.__getitem__,
        key=page.choice(VIEW, shown()),
        on_change=page.take_choice,
        args=(VIEW,),
        label_visibility="collapsed",
        required=True,
    )


def ask_ahead(filters: Filters, about: About) -> None:
    """Begin to ask what is drawn below a view."""
    data.ahead(
        partial(data.chosen, risk_fields, filters, about),
        evidence.question(filters, risk_cell.behind(about)),
    )


def draw_below(filters: Filters, about: About) -> None:
    """Draw the sentences of a cell by likelihood and impact, and word for word."""
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        risk_grid.draw_grid(filters, about)
    with right:
        behind = risk_cell.behind(about)
        field = f", {field_name(behind)}" if behind.levels else ""
        evidence.draw_evidence(
            filters, behind, title=f"{cell_name(about)}{field}: the sentences behind it"
        )
