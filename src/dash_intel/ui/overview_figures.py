"""The row of figures, and the tags that moved, each with its course and the way behind it."""

from dataclasses import replace

import streamlit as st

from dash_intel.design.sparkline import sparkline
from dash_intel.design.tokens import DARK, LIGHT
from dash_intel.query.filters import Filters
from dash_intel.query.trends import Trends
from dash_intel.ui import draw, overview_regions
from dash_intel.ui.state import filters as state
from dash_intel.view.literal import literal
from dash_intel.view.overview_figures import Figure, Subject
from dash_intel.view.overview_tags import TagFigure, tag_view
from dash_intel.view.tag_ranking import Ranking

TAGS_A_ROW = 3
NARROWEST = 165
LEAST_SHARE = 0.02
"""The share that a course reaches the top with, at least: less than that is drawn low."""

PAGES: dict[Subject, str] = {
    "reports": "search",
    "events": "search",
    "scenarios": "scenarios",
    "recommendations": "recommendations",
}
"""Where what is behind a figure is listed."""


def draw_figures(figures: tuple[Figure, ...], filters: Filters) -> None:
    """Draw the row of figures; the label of each leads to what it counts."""
    with st.grid(len(figures), min_column_width=NARROWEST):
        for figure in figures:
            with st.container(key=f"k-{figure.subject}", gap="xxsmall"):
                _draw_way(figure, filters)
                st.metric(
                    figure.label,
                    figure.value,
                    delta=figure.moved or None,
                    delta_color="inverse" if figure.tone == "more is worse" else "off",
                    delta_arrow="off" if figure.moved.startswith("±") else "auto",
                    delta_description=figure.before or None,
                    label_visibility="collapsed",
                )
                _draw_course(figure)


def draw_tags(view: Ranking, found: Trends, filters: Filters) -> None:
    """Draw the tags that tell most, three abreast; each leads to its line on Trends."""
    shown = tag_view(view, found.counts)
    draw.title(shown.title, shown.scope)
    if not shown.tags:
        draw.aside("None of these reports carries a tag that is counted.")
        return
    with st.grid(TAGS_A_ROW, min_column_width=NARROWEST):
        for at, tag in enumerate(shown.tags):
            with st.container(key=f"tag-{at}", gap="xxsmall"):
                _draw_tag(tag, filters, is_last_partial=shown.is_last_partial)


def _draw_way(figure: Figure, filters: Filters) -> None:
    with st.container(key=f"link-plain-figure-{figure.subject}"):
        if figure.subject == "high":
            st.button(
                figure.label,
                key="figure-high",
                type="tertiary",
                help=figure.help,
                on_click=overview_regions.choose,
                args=(overview_regions.HIGH,),
            )
            return
        wanted = replace(filters, unit="events") if figure.subject == "events" else filters
        st.page_link(
            draw.PAGES / f"{PAGES[figure.subject]}.py",
            label=figure.label,
            help=figure.help,
            query_params=dict(state.link(wanted)),
        )


def _draw_course(figure: Figure) -> None:
    if len(figure.months) > 1:
        palette = DARK if st.context.theme.type == "dark" else LIGHT
        picture = sparkline(
            palette,
            figure.months,
            is_last_partial=figure.is_last_partial,
            least_top=LEAST_SHARE if figure.subject == "high" else 1,
        )
        st.markdown(f"![{literal(figure.alt)}]({picture})")


def _draw_tag(tag: TagFigure, filters: Filters, *, is_last_partial: bool) -> None:
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    with st.container(key=f"link-tag-{tag.name}"):
        st.page_link(
            draw.PAGES / "trends.py",
            label=f"**{literal(tag.label)}**",
            query_params=dict(state.link(filters, topic=tag.name)),
        )
    st.markdown(f"{tag.mark} :small[:gray[{literal(tag.said)}]]" if tag.said else tag.mark)
    last = f":small[{literal(tag.last)}]"
    if len(tag.months) < 2:
        st.markdown(last)
        return
    colour = palette.accent if tag.tone == "moved" else palette.muted
    picture = sparkline(
        palette,
        tag.months,
        colour=colour,
        is_last_partial=is_last_partial,
        least_top=LEAST_SHARE,
    )
    st.markdown(f"![{literal(tag.alt)}]({picture})  \n{last}")
