"""Overview: what came in, in numbers and newest first, and what the last load brought."""

import streamlit as st

from dash_intel.query import loads as load_query
from dash_intel.query import overview as query
from dash_intel.ui import brought, data, draw, listing, state, welcome
from dash_intel.view.loads import last_load
from dash_intel.view.overview import is_empty, overview, publisher_rows

PUBLISHERS = 10


def draw_page() -> None:
    """Choose, get, draw."""
    counts = data.answer(query.counts)
    if is_empty(counts):
        welcome.draw()
        draw.open_data("What was rejected so far, and why")
        return
    loads = data.answer(load_query.loads)
    last = int(loads["number"].max())
    chosen = state.chosen_listing(last)
    found = data.answer(
        query.newest, chosen.shown, load=chosen.load, has_remarks=chosen.has_remarks
    )
    view = overview(counts, data.answer(query.counts, until_load=last - 1), found, chosen)
    draw.head(view.headline, view.scope)
    draw.notice(view.notice)
    draw.kpis(view.kpis)
    reports, last_load_column = st.columns([1.55, 1], gap="medium")
    with reports:
        listing.draw(view, chosen, last)
    with last_load_column:
        summary = last_load(loads, data.answer(load_query.rejections))
        draw.title("What the last load brought", summary.scope)
        brought.load_summary(summary)
        draw.open_data("All loads, and files with a problem")
        draw.title("Publishers", "Most reports first, with the day of the newest.")
        brought.publisher_rows(publisher_rows(data.answer(query.publishers, PUBLISHERS)))


if data.build() is None:
    welcome.draw()
else:
    draw_page()
