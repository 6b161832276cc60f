"""Risk on a map of the world, drawn."""

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.risk_map import risk_map
from dash_intel.ui import charts, data, draw, risk_cell
from dash_intel.view import risk_map as views
from dash_intel.view.chosen_cell import area_name, cell_key
from dash_intel.vocab.areas import Area


def headline(filters: Filters) -> str | None:
    """Return what the map of the chosen category says, None where it says nothing clearly."""
    category = risk_cell.chosen().category
    return views.headline(data.chosen(risk_map, filters, category), category, filters.unit)


def draw_map(filters: Filters) -> None:
    """Draw the map of the chosen category; a country that is chosen leads to its sentences."""
    about = risk_cell.chosen()
    found = data.chosen(risk_map, filters, about.category)
    held = [Area("country", one.code) for one in found if one.code]
    with st.container(horizontal=True, key="map-choices"):
        risk_cell.draw_areas("Country", sorted(held, key=area_name), "All countries")
        risk_cell.draw_categories()
    view = views.risk_map_chart(found, about.category, filters.unit, risk_cell.reached(filters))
    charts.draw_chart(
        view, "risk-map", risk_cell.choose, chosen=cell_key(about.area, about.category)
    )
    if view.undrawn:
        draw.aside(f"Too small for the map, or without a shape on it: {'; '.join(view.undrawn)}.")
    draw.aside(views.BORDERS)
