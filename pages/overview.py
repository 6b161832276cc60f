"""Overview: what changed against the period before, and what the last load brought."""

from dash_intel.query import loads as load_query
from dash_intel.query import overview as query
from dash_intel.ui import (
    data,
    draw,
    filtering,
    listing,
    overview,
    overview_loads,
    overview_visit,
    state,
    welcome,
)
from dash_intel.ui.state.filters import filters
from dash_intel.view.overview import is_empty, is_recognised, sample_notice, set_aside


def draw_page() -> None:
    """Choose, get, draw."""
    counts = data.answer(query.counts)
    if is_empty(counts):
        welcome.draw()
        draw.open_data("What was rejected so far, and why")
        return
    loads = data.answer(load_query.loads)
    asked = state.chosen_listing(int(loads["number"].max()))
    listed = overview_loads.listed(asked)
    if is_recognised(counts):
        wanted = filters()
        found = overview.reading(wanted)
        is_left = filtering.head(found.headline, wanted)
        if is_left:
            overview.draw_compared(wanted)
        draw.notice(sample_notice(counts))
        listing.draw_way(listed, asked)
        if is_left:
            overview.draw_figures(found, wanted)
            overview_visit.draw_visit()
            judged = overview.draw_parts(found, wanted)
        overview_loads.draw_loads(listed, asked, loads)
        if is_left:
            overview.draw_judgements(judged, wanted)
        return
    draw.head("No report recognised yet", set_aside(counts))
    overview_loads.draw_loads(listed, asked, loads)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
