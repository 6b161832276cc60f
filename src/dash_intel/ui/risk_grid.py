"""Likelihood by impact, drawn with what its bands and levels mean."""

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.risk_grid import risk_fields
from dash_intel.query.sentences import About
from dash_intel.ui import charts, data, risk_cell
from dash_intel.ui.state import page
from dash_intel.view.literal import literal
from dash_intel.view.risk_grid import field_choices, risk_grid_chart
from dash_intel.view.risk_terms import (
    Definition,
    band_definitions,
    level_definitions,
    yardstick_name,
)

ALL_FIELDS = ""


def draw_grid(filters: Filters, about: About) -> None:
    """Draw the sentences of a cell; a field that is chosen leads to its own."""
    found = data.chosen(risk_fields, filters, about)
    view = risk_grid_chart(found, about, risk_cell.reached(filters))
    now = page.named(risk_cell.FIELD)
    charts.draw_chart(view, "risk-grid", risk_cell.choose_field, now)
    names = {ALL_FIELDS: "All fields"} | field_choices(found, now)
    with st.container(horizontal=True, vertical_alignment="bottom", key="grid-choices"):
        st.selectbox(
            "Field",
            list(names),
            format_func=names.__getitem__,
            key=page.choice(risk_cell.FIELD, now if now in names else ALL_FIELDS),
            on_change=page.take_choice,
            args=(risk_cell.FIELD,),
        )
        with st.popover("What bands and levels mean", type="tertiary"):
            st.markdown(f"**Likelihood**, as {yardstick_name()} has it")
            st.markdown(_listed(band_definitions()))
            st.markdown("**Impact**, by what a sentence says would happen")
            st.markdown(_listed(level_definitions()))


def _listed(definitions: tuple[Definition, ...]) -> str:
    return "\n".join(
        f"- {literal(one.name)}"
        + (f": :small[:gray[{literal(', '.join(one.words))}]]" if one.words else "")
        for one in definitions
    )
