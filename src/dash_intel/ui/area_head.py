"""How much is reported on an area: figures, their course, and the reports behind them."""

from functools import partial

import streamlit as st

from dash_intel.design.sparkline import sparkline
from dash_intel.design.tokens import DARK, LIGHT
from dash_intel.query import regions as query
from dash_intel.query.chosen import days_of, totals
from dash_intel.query.filters import from_url
from dash_intel.query.regions import Behind
from dash_intel.ui import data, draw, quotes
from dash_intel.ui.area import Shown
from dash_intel.ui.state import filters as state
from dash_intel.view.literal import literal
from dash_intel.view.regions import Counted, Figure, Head, figures, head, nothing, period_with
from dash_intel.view.words import long_day


def ask_ahead(shown: Shown) -> None:
    """Begin to ask how much is reported on an area."""
    data.ahead(
        partial(data.chosen, query.area_totals, shown.filters, shown.area),
        partial(data.chosen, query.area_months, shown.filters, shown.area),
    )


def area_head(shown: Shown) -> Head:
    """Return how much is reported on an area."""
    return head(
        shown.area,
        shown.filters.unit,
        data.chosen(days_of, shown.filters),
        Counted(
            data.chosen(query.area_totals, shown.filters, shown.area),
            data.chosen(query.area_months, shown.filters, shown.area),
            data.chosen(totals, shown.filters),
        ),
    )


def draw_head(shown: Shown, view: Head) -> None:
    """Draw the figures of an area and the way to its reports, or that there is none."""
    if not view.number:
        _draw_nothing(shown, view)
        return
    if not shown.is_alone:
        draw.title(view.name)
    with st.grid(5 if shown.is_alone else 3, min_column_width=150):
        for at, figure in enumerate(figures(view)):
            with st.container(key=f"k-{shown.key('head')}-{at}", gap=None):
                _draw_figure(figure)
        with st.container(key=f"k-{shown.key('head')}-course", gap="xxsmall"):
            _draw_course(view)
    _draw_ways(shown, view)


def _draw_nothing(shown: Shown, view: Head) -> None:
    """Say that no report on an area is left, and offer the period that has some."""
    if not shown.is_alone:
        draw.title(view.name)
    days = data.chosen(days_of, shown.filters)
    st.markdown(literal(nothing(view, days)))
    wanted = period_with(view)
    if wanted and view.earlier_on:
        st.button(
            f"Show the year to {long_day(view.earlier_on)}",
            key=shown.key("earlier"),
            type="primary" if shown.is_alone else "secondary",
            on_click=state.apply,
            args=[from_url(shown.filters.to_url() | wanted)[0]],
        )


def _draw_figure(figure: Figure) -> None:
    st.metric(figure.label, figure.value)
    draw.aside(figure.note)


def _draw_course(view: Head) -> None:
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    picture = sparkline(palette, [month.number for month in view.months])
    st.markdown(":small[By month]")
    st.markdown(f"![{literal(view.trend)}]({picture})")


def _draw_ways(shown: Shown, view: Head) -> None:
    with st.container(horizontal=True, gap="small"):
        for subject, number, words in (
            ("report", view.number, "in this period"),
            ("before", view.before or 0, "before"),
        ):
            behind = Behind(subject, "")  # type: ignore[arg-type]
            if number:
                st.button(
                    f"List the {number:,} {words}",
                    key=f"ways-{shown.key(subject)}",
                    type="tertiary",
                    on_click=shown.show,
                    args=[None if shown.open == behind else behind],
                )
    if shown.open in {Behind("report"), Behind("before")}:
        quotes.draw_behind(shown)
