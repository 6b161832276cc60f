"""Stated chances by day, and what states none."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure import figure
from dash_intel.view.bands import Band, BandChart
from dash_intel.view.chart import Caption
from dash_intel.view.table import TableView

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

LIKELY = Band("a", "likely", date(2026, 1, 3), 0.55, 0.8, ("<b>Likely</b>",))
SILENT = Band("b", "worst", date(2026, 2, 5), None, None, ("Worst",))
FIGURE = Band("c", "worst", date(2026, 2, 5), 0.1, 0.1, ("Worst",))
VIEW = BandChart(
    Caption("Title", "Measure", "Foot", "Method", "Alt"),
    TableView("Alt", (), (), ()),
    (("worst", "<i>Worst case</i>"), ("likely", "Most likely")),
    (LIKELY, SILENT, FIGURE),
)


def marks(palette: Palette) -> dict[str, tuple[float, str, str]]:
    return {
        key: (y, fill, trace.marker.line.color)
        for trace in figure(VIEW, palette).data
        if trace.mode == "markers"
        for key, y, fill in zip(trace.customdata, trace.y, trace.marker.color, strict=True)
    }


@both
def test_mark_stands_in_the_middle_of_its_band(palette: Palette) -> None:
    found = marks(palette)
    assert found["a"] == (pytest.approx(0.675), palette.muted, palette.muted)
    assert found["c"] == (0.1, palette.worse, palette.worse)


@both
def test_what_states_none_is_hollow_and_under_the_scale(palette: Palette) -> None:
    y, fill, edge = marks(palette)["b"]
    assert y < 0
    assert (fill, edge) == (palette.paper, palette.worse)


def test_only_bands_have_a_bar() -> None:
    bars = [trace for trace in figure(VIEW, LIGHT).data if trace.mode == "lines"]
    assert sorted(list(trace.y) for trace in bars) == [[0.1, 0.1, None], [0.55, 0.8, None]]


def test_kinds_of_one_day_stand_beside_each_other() -> None:
    best = replace(FIGURE, key="d", row="best")
    view = replace(VIEW, bands=(*VIEW.bands, best), rows=(*VIEW.rows, ("best", "Best")))
    at = {
        key: x
        for trace in figure(view, LIGHT).data
        if trace.mode == "markers"
        for key, x in zip(trace.customdata, trace.x, strict=True)
    }
    assert at["c"] < at["d"]


def test_only_what_is_one_area_is_joined() -> None:
    later = replace(FIGURE, key="d", on=date(2026, 3, 1), low=0.3, high=0.3)
    view = replace(VIEW, bands=(*VIEW.bands, later))
    paths = [list(trace.y) for trace in figure(replace(view, is_joined=True), LIGHT).data]
    assert [0.1, 0.3] in paths
    assert [0.1, 0.3] not in [
        list(trace.y) for trace in figure(view, LIGHT).data if trace.mode == "lines"
    ]


def test_rows_of_silence_are_named() -> None:
    (said,) = figure(VIEW, LIGHT).layout.annotations
    assert said.text == "No probability stated"
    assert figure(replace(VIEW, bands=(LIKELY,)), LIGHT).layout.annotations == ()


def test_words_are_no_markup() -> None:
    found = figure(VIEW, LIGHT)
    assert "&lt;i&gt;Worst case&lt;/i&gt;" in found.layout.yaxis.ticktext
    hovers = [words for trace in found.data for words in trace.hovertext or ()]
    assert "<b>&lt;b&gt;Likely&lt;/b&gt;</b>" in hovers


def test_chosen_band_has_a_ring() -> None:
    assert len(figure(VIEW, LIGHT, "a").data) == len(figure(VIEW, LIGHT).data) + 1


@both
def test_every_figure_is_one_that_plotly_draws(palette: Palette) -> None:
    go.Figure(figure(VIEW, palette, "a").to_dict())


def test_nothing_is_an_empty_figure() -> None:
    none = BandChart(VIEW.caption, VIEW.table, (), ())
    assert len(figure(none, LIGHT).data) == 0
