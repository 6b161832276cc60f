"""The risk matrix, drawn: what its rows are, the matrix itself, and which cell is looked into."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import streamlit as st

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters
from dash_intel.query.risk import risk_levels, risk_matrix
from dash_intel.query.sentences import About
from dash_intel.ui import charts, data, draw, risk_cell
from dash_intel.ui.state import page
from dash_intel.view.chosen_cell import cell_key, cell_name
from dash_intel.view.risk import RiskView, risk_view
from dash_intel.view.risk_words import level_notice
from dash_intel.vocab.areas import AreaKind

MOST_ROWS = 20
"""Groups and countries that have rows; the regions of the world all have one."""

ROWS, RECENT = "rows", "recent"
_WEIGHED = "True"

_KINDS: Mapping[AreaKind, str] = MappingProxyType(
    {"region": "Regions", "group": "Groups", "country": "Countries"}
)


def read_matrix(filters: Filters) -> RiskView:
    """Return the matrix that the filters and the address choose."""
    kind, is_recent = _kind(), _is_recent()
    data.ahead(partial(data.chosen, risk_levels, filters))
    matrix = data.chosen(
        risk_matrix,
        filters,
        kind,
        None if kind == "region" else MOST_ROWS,
        is_recent=is_recent,
    )
    days, totals = data.chosen(query.days_of, filters), data.chosen(query.totals, filters)
    return risk_view(matrix, filters, days, totals, is_recent=is_recent)


def draw_matrix(view: RiskView, filters: Filters, about: About) -> None:
    """Draw the ways to lay it out, what to know of its levels, and the matrix."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-layout"):
        st.segmented_control(
            "Rows",
            list(_KINDS),
            format_func=_KINDS.__getitem__,
            key=page.choice(ROWS, _kind()),
            on_change=page.take_choice,
            args=(ROWS,),
        )
        st.toggle(
            "Recent reports weigh more",
            key=page.choice(RECENT, _is_recent()),
            on_change=page.take_choice,
            args=(RECENT,),
            help="A report weighs half as much every 45 days before the end of the period.",
        )
    draw.notice(level_notice(data.chosen(risk_levels, filters)))
    charts.draw_chart(
        view.chart, "risk-matrix", risk_cell.choose, cell_key(about.area, about.category)
    )


def draw_choice(view: RiskView, about: About) -> None:
    """Draw the box that chooses a cell, for those who cannot click one."""
    labels = {cell_key(about.area, about.category): cell_name(about)} | dict(view.choices)
    risk_cell.draw_cells("Cell", labels, "cell-any", about)


def _kind() -> AreaKind:
    found = page.shown(ROWS, list(_KINDS))
    return next(kind for kind in _KINDS if kind == found)


def _is_recent() -> bool:
    return page.shown(RECENT, ("", _WEIGHED)) == _WEIGHED
