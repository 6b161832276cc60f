"""The words around a figure in a picture of it."""

from dash_intel.design.tokens import LIGHT
from dash_intel.figure.framed import framed
from dash_intel.query.risk_map import CountryRisk
from dash_intel.query.sentences import About
from dash_intel.view.chart import ChartView
from dash_intel.view.risk_grid import KEY, risk_grid_chart
from dash_intel.view.risk_map import risk_map_chart
from dash_intel.view.risk_words import STEPS

ALL = CountryRisk(None, 100, 20, 5, 5, 0.2, 0.17, 0.24)


def words(view: ChartView) -> str:
    return str(framed(view, LIGHT).layout.title.text)


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
