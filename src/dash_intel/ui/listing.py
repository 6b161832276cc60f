"""The reports that the overview lists, and the choice of which."""

import streamlit as st

from dash_intel.ui import brought, state
from dash_intel.ui import draw as drawing
from dash_intel.view.listing import MOST_SHOWN, Listing, listings
from dash_intel.view.literal import literal
from dash_intel.view.overview import Newest

ANCHOR = "listed"


def draw_way(view: Newest, chosen: Listing) -> None:
    """Draw where on the page the reports are that an address asks for; nothing for the usual."""
    if chosen.load or chosen.has_remarks:
        st.markdown(f"[{literal(chosen.title)}](#{ANCHOR}) :small[:gray[{literal(view.scope)}]]")


def draw(view: Newest, chosen: Listing, last_load: int) -> None:
    """Draw the choice of listings, the reports of the chosen one, and the way to more of them."""
    drawing.title(chosen.title, view.scope, ANCHOR)
    st.segmented_control(
        "Reports to list",
        listings(chosen, last_load),
        format_func=lambda listing: listing.label,
        key=state.listing_choice(chosen),
        on_change=state.open_listing,
        required=True,
        label_visibility="collapsed",
    )
    drawing.report_rows(view.rows)
    if view.left_out and chosen.shown < MOST_SHOWN:
        brought.list_button("Show more", chosen.longer())
