"""The words around a figure in a picture of it."""

from dash_intel.design.tokens import LIGHT
from dash_intel.figure.framed import framed
from dash_intel.query.risk_map import CountryRisk
from dash_intel.query.sentences import About
from dash_intel.view.charted import ChartView
from dash_intel.view.risk_grid import KEY, risk_grid_chart
from dash_intel.view.risk_map import risk_map_chart
from dash_intel.view.risk_words import STEPS

ALL = CountryRisk(None, 100, 20, 5, 5, 0.2, 0.17, 0.24)


SCOPE = "All regions, tag " + ", ".join(["drones<b>"] * 30)


def words(view: ChartView) -> str:
    return str(framed(view, LIGHT, SCOPE).layout.title.text)


def test_picture_of_a_map_says_what_its_colours_mean() -> None:
    view = risk_map_chart((ALL,), None, "reports", "all dates")
    said = words(view)
    assert view.key in said
    swatches = [f'color:{step.fill}">■' for step in LIGHT.risk]
    at = [said.index(one) for pair in zip(swatches, STEPS, strict=True) for one in pair]
    assert at == sorted(at)


def test_picture_of_a_grid_says_what_its_marks_mean() -> None:
    said = words(risk_grid_chart((), About(), "all dates"))
    assert KEY.split(".")[0] in said
    assert "■" not in said


def test_picture_says_whole_which_filters_it_shows_and_not_what_to_click() -> None:
    view = risk_grid_chart((), About(), "all dates")
    said = words(view)
    lines = [line for line in said.split("<br>") if "drones" in line]
    assert len(lines) > 1
    assert " ".join(lines).count("drones&lt;b&gt;") == 30
    assert "Select a field" not in said
    assert "Select a field" in view.caption.hint
