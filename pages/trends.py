"""Tag trends: which tags rise and which fade, where, and the reports behind each number."""

import streamlit as st

from dash_intel.query import trends as query
from dash_intel.ui import data, draw, filtering, tagged, trending, welcome
from dash_intel.ui.charts import draw_chart
from dash_intel.ui.state.filters import filters
from dash_intel.view.trend_lines import trend_lines
from dash_intel.view.trends import headline, notices


def draw_page() -> None:
    """Choose, get, draw."""
    chosen, look = filters(), trending.look()
    found = data.chosen(query.trends, chosen, look)
    view = trending.ranking(found, look, chosen) if found else None
    if not filtering.head(headline(view), chosen):
        return
    if found is None or view is None:
        draw.aside("None of these reports has a date: there is nothing to draw over time.")
        return
    trending.draw_controls()
    for sentence in notices(view):
        draw.notice(sentence)
    picked = trending.picked(view)
    if picked is None:
        draw.aside("None of these reports carries a tag that is shown.")
        return
    trending.draw_astray(view)
    tagged.ask_ahead(view, picked, chosen, look)
    lines = trend_lines(view, found.counts, trending.axis(), picked.tag)
    draw_chart(lines, "tag-trends", trending.choose, picked.key)
    ranked, one = st.columns([1.7, 1], gap="medium")
    with ranked:
        trending.draw_ranking(view, look)
        tagged.draw_line(view, picked, found.counts)
    with one:
        tagged.draw_reports(view, picked, chosen, look)
    tagged.draw_areas(view, picked, chosen, found.counts)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
