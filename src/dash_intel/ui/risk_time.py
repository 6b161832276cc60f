"""A region's risk over time, drawn."""

from dataclasses import replace

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.risk_time import risk_time
from dash_intel.query.sentences import About
from dash_intel.ui import charts, data, draw, risk_cell
from dash_intel.ui.state.filters import apply
from dash_intel.view import risk_time as views
from dash_intel.view.chosen_cell import area_name
from dash_intel.vocab.areas import areas


def headline(filters: Filters) -> str | None:
    """Return how the chosen cell moved of late, None where it did not clearly move."""
    about = risk_cell.chosen()
    found = data.chosen(risk_time, filters, about)
    return views.headline(found, about) if found else None


def draw_time(filters: Filters) -> None:
    """Draw the share of reports with a grave consequence, month by month, of the chosen cell."""
    about = risk_cell.chosen()
    with st.container(horizontal=True, key="time-choices"):
        order = {"region": 0, "group": 1, "country": 2}
        risk_cell.draw_areas(
            "Area", sorted(areas(), key=lambda one: (order[one.kind], area_name(one)))
        )
        risk_cell.draw_categories()
    found = data.chosen(risk_time, filters, about)
    if found is None:
        draw.aside("No report of what is looked at has a date.")
        return

    def choose(month: str) -> None:
        span = views.month_span(found, month)
        if span:
            apply(replace(filters, period="days", since=span.since, until=span.until))

    everywhere = data.chosen(risk_time, filters, _everywhere(about)) if about.area else None
    view = views.risk_time_chart(found, about, filters.unit, everywhere)
    charts.draw_chart(view, "risk-time", choose)


def _everywhere(about: About) -> About:
    """Return the same category of all areas."""
    return About(category=about.category)
