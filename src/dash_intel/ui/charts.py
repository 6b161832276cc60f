"""A chart on a page: its words, its figure, its table, and the ways to take it away."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash_intel.design.ramps import ramp
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure import figure
from dash_intel.ui import draw, taking
from dash_intel.ui.state import page
from dash_intel.view.chart import GridChart, MapChart, MatrixChart
from dash_intel.view.charted import ChartView
from dash_intel.view.literal import fact_line, literal

Choose = Callable[[str], None]

_NARROWEST_COLUMN = 62
_NARROWEST_FIELD = 50
_NARROWEST_MAP = 780
_ROW_NAMES = 130
_LEVEL_NAMES = 100
"""Pixels under which a matrix scrolls sideways rather than shrinks."""

SIDEWAYS = "Scroll the figure sideways to see all of it →"
_APART = "\N{NO-BREAK SPACE} "

_LETTER = 7
"""Pixels of a letter of a column's name."""

_CONFIG = {
    "displaylogo": False,
    "showSendToCloud": False,
    "displayModeBar": False,
    "topojsonURL": "/app/static/topojson/",
}


def draw_chart(
    view: ChartView,
    key: str,
    choose: Choose | None = None,
    chosen: str | None = None,
) -> None:
    """Draw a chart with its words; a click on a mark, or on its row, calls ``choose`` with its key.

    ``key`` is unique on the page and good for a file name.
    """
    said = view.caption
    draw.title(said.title, f"{said.measure} {said.hint}".strip())
    with st.container(key=f"chart-{key}", gap="xsmall"):
        if page.shown(f"{key}-as", ("figure", "table")) == "table":
            draw.table(view.table, key, choose)
            _foot(view, key)
        else:
            _figure(view, key, choose, chosen)


def _figure(view: ChartView, key: str, choose: Choose | None, chosen: str | None) -> None:
    mark = f"figure-{key}"

    def clicked() -> None:
        found = page.marked(mark)
        if found and choose:
            choose(found)

    palette = DARK if st.context.theme.type == "dark" else LIGHT
    if isinstance(view, MatrixChart | MapChart | GridChart):
        _key(view, palette)
    if _narrowest(view):
        with st.container(key=f"sideways-{key}"):
            draw.aside(SIDEWAYS)
    with _room(view):
        st.plotly_chart(
            figure(view, palette, chosen),
            key=mark,
            theme=None,
            config=_CONFIG,
            on_select=clicked if choose else "ignore",
            selection_mode="points",
            alt=view.caption.alt,
        )
        _foot(view, key)


def _room(view: ChartView) -> DeltaGenerator:
    """Return where a figure and its foot are drawn.

    What scrolls sideways holds something that the keyboard reaches: the ways of the foot.
    """
    narrowest = _narrowest(view)
    if not narrowest:
        return st.container(gap="xsmall")
    return st.grid(1, wrap=False, min_column_width=narrowest)


def _narrowest(view: ChartView) -> int:
    """Return the pixels under which a chart scrolls sideways, 0 for one that shrinks."""
    if isinstance(view, MapChart):
        return _NARROWEST_MAP
    if isinstance(view, GridChart):
        return _LEVEL_NAMES + len(view.columns) * _NARROWEST_FIELD
    if not isinstance(view, MatrixChart):
        return 0
    letters = max((len(word) for _, name in view.columns for word in name.split()), default=0)
    return _ROW_NAMES + len(view.columns) * max(_NARROWEST_COLUMN, letters * _LETTER)


def _key(view: MatrixChart | MapChart | GridChart, palette: Palette) -> None:
    if isinstance(view, GridChart):
        st.markdown(f":small[:gray[{literal(view.key)}]]")
        return
    levels = ramp(palette, view.ramp if isinstance(view, MatrixChart) else "risk")
    steps = " ".join(
        f':color[**{literal(words)}**]{{foreground="{step.text}" background="{step.fill}"}}'
        for words, step in zip(view.steps, levels, strict=False)
    )
    st.markdown(f":small[{steps}{_APART}:gray[{literal(view.key)}]]")


def _foot(view: ChartView, key: str) -> None:
    is_table = page.shown(f"{key}-as", ("figure", "table")) == "table"
    with st.container(horizontal=True, vertical_alignment="center", key=f"foot-{key}"):
        st.markdown(f":small[:gray[{fact_line(view.caption.foot)}]]", width="stretch")
        with st.container(horizontal=True, width="content"):
            with st.popover("Method", type="tertiary"):
                st.markdown(literal(view.caption.method))
            st.button(
                "Show as figure" if is_table else "Show as table",
                key=f"as-{key}",
                type="tertiary",
                on_click=page.show,
                args=(f"{key}-as", None if is_table else "table"),
            )
            taking.draw_menu(view, key)
