"""Cells of a matrix as bars."""

from dataclasses import replace

import pytest

from dash_intel.design.marks import mixed
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure.matrix import THIN
from dash_intel.view.chart import Caption, Cell, MatrixChart
from dash_intel.view.table import TableView
from tests.design.colour import contrast
from tests.figure.checked import figure

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

VIEW = MatrixChart(
    Caption("Title", "Measure", "Foot", "Method", "Alt"),
    TableView("Alt", (), (), ()),
    (("sahel", "Sahel"), ("gulf", "<b>Gulf</b>")),
    (("terrorism", "Terrorism"), ("health", "Human, animal and plant health")),
    (
        Cell(
            "a", "sahel", "terrorism", 4, "62%", "31", ("Sahel, <i>terror</i>", "from 31"), peak=5
        ),
        Cell("b", "sahel", "health", 0, "2%", "2", ("Thin",), is_thin=True),
        Cell("c", "gulf", "terrorism", 2, "20%", "9", ("Middle",), arrow="improved"),
        Cell("d", "gulf", "health", None, "", "", ("No reports",)),
    ),
    "Key",
)


def marks(view: MatrixChart, palette: Palette) -> dict[str, dict[str, object]]:
    """Return how each cell is drawn, by its key."""
    found = {}
    for bars in (trace for trace in figure(view, palette).data if trace.type == "bar"):
        for at, key in enumerate(bars.customdata):
            found[key] = {
                "at": (round(bars.base[at] + 0.47, 6), bars.y[at]),
                "fill": bars.marker.color[at],
                "hatch": bars.marker.pattern.shape[at],
                "stripes": bars.marker.pattern.fgopacity,
                "outline": bars.marker.line.width[at],
                "text": bars.text[at],
                "ink": bars.insidetextfont.color[at],
                "hover": bars.hovertext[at],
            }
    return found


@both
def test_every_cell_stands_in_its_row_and_column_in_its_colour(palette: Palette) -> None:
    found = marks(VIEW, palette)
    assert {key: one["at"] for key, one in found.items()} == {
        "a": (0, 0),
        "b": (1, 0),
        "c": (0, 1),
        "d": (1, 1),
    }
    steps = palette.risk
    assert [found[key]["fill"] for key in "abcd"] == [
        steps[4].fill,
        mixed(palette.paper, steps[0].fill, THIN),
        steps[2].fill,
        palette.no_reports,
    ]
    assert [found[key]["ink"] for key in "abc"] == [steps[4].text, palette.ink, steps[2].text]


@both
def test_thin_cell_of_the_highest_step_is_pale_with_legible_words(palette: Palette) -> None:
    thin = replace(VIEW.cells[0], is_thin=True)
    found = marks(replace(VIEW, cells=(thin,)), palette)["a"]
    assert found["fill"] == mixed(palette.paper, palette.risk[4].fill, THIN)
    assert contrast(str(found["fill"]), str(found["ink"])) >= 4.5


@both
def test_only_thin_cells_are_hatched_and_stripes_are_paler_under_light_text(
    palette: Palette,
) -> None:
    found = marks(VIEW, palette)
    assert [found[key]["hatch"] for key in "abcd"] == ["", "/", "", ""]
    light = {one["ink"]: one["stripes"] for one in found.values()}
    assert light[LIGHT.ink if palette is LIGHT else palette.paper] == 0.28
    assert 0.12 in light.values()


def test_cell_without_reports_is_an_outlined_dash() -> None:
    found = marks(VIEW, LIGHT)
    assert (found["d"]["text"], found["d"]["outline"]) == ("–", 1)
    assert [found[key]["outline"] for key in "abc"] == [0, 0, 0]


def test_cell_says_its_words_its_arrow_and_n_in_small() -> None:
    found = marks(VIEW, LIGHT)
    small = '<span style="font-size:10px">{}</span>'
    assert found["a"]["text"] == f"<b>62%</b><br>{small.format(31)}"
    assert found["c"]["text"] == f"<b>20%</b> ▼<br>{small.format(9)}"
    worse = replace(VIEW.cells[0], arrow="deteriorated", small="")
    assert marks(replace(VIEW, cells=(worse,)), LIGHT)["a"]["text"] == "<b>62%</b> ▲"


def test_ring_is_drawn_only_where_the_peak_is_higher() -> None:
    (rings,) = (trace for trace in figure(VIEW, LIGHT).data if trace.type == "scatter")
    assert list(rings.marker.color) == [LIGHT.risk[4].fill]
    assert (rings.x[0], rings.y[0]) == (0.37, -0.26)
    plain = replace(VIEW, cells=VIEW.cells[1:])
    assert {trace.type for trace in figure(plain, LIGHT).data} == {"bar"}


@both
def test_chosen_cell_is_outlined_in_ink(palette: Palette) -> None:
    (outline,) = figure(VIEW, palette, "c").layout.shapes
    assert (outline.x0 + outline.x1, outline.y0 + outline.y1) == (0, 2)
    assert outline.line.color == palette.ink
    assert figure(VIEW, palette, "gone").layout.shapes == ()
    assert figure(VIEW, palette).layout.shapes == ()


def test_names_are_words_and_stand_upright() -> None:
    layout = figure(VIEW, LIGHT).layout
    assert layout.xaxis.ticktext == ("Terrorism", "Human,<br>animal and<br>plant health")
    assert layout.yaxis.ticktext == ("Sahel", "&lt;b&gt;Gulf&lt;/b&gt;")
    assert (layout.xaxis.tickangle, layout.xaxis.side) == (0, "top")
    assert layout.yaxis.range == (1.5, -0.5)
    assert marks(VIEW, LIGHT)["a"]["hover"] == "<b>Sahel, &lt;i&gt;terror&lt;/i&gt;</b><br>from 31"


def test_height_grows_by_38_pixels_a_row() -> None:
    more = replace(VIEW, rows=(*VIEW.rows, ("x", "X")))
    assert figure(more, LIGHT).layout.height - figure(VIEW, LIGHT).layout.height == 38


@both
def test_other_shares_never_use_the_colours_of_risk(palette: Palette) -> None:
    found = marks(replace(VIEW, ramp="plain"), palette)
    risk = {step.fill for step in palette.risk}
    assert not risk & {one["fill"] for one in found.values()}
