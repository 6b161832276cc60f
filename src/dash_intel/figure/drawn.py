"""Which figure a chart becomes."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.bands import bands
from dash_intel.figure.bars import bars
from dash_intel.figure.calibration import calibration
from dash_intel.figure.grid import grid
from dash_intel.figure.lines import lines
from dash_intel.figure.map import world_map
from dash_intel.figure.matrix import matrix
from dash_intel.figure.panels import panels
from dash_intel.view.bands import BandChart
from dash_intel.view.calibration import CalibrationChart
from dash_intel.view.chart import (
    BarChart,
    GridChart,
    LineChart,
    MapChart,
    MatrixChart,
    PanelChart,
)
from dash_intel.view.charted import ChartView

_FIGURES: dict[type[Any], Callable[[Any, Palette, str | None], go.Figure]] = {
    BandChart: bands,
    BarChart: bars,
    CalibrationChart: calibration,
    GridChart: grid,
    LineChart: lines,
    MapChart: world_map,
    MatrixChart: matrix,
    PanelChart: panels,
}


def figure(view: ChartView, palette: Palette, chosen: str | None = None) -> go.Figure:
    """Return the figure of a chart; the mark whose key is ``chosen`` is outlined."""
    return _FIGURES[type(view)](view, palette, chosen)
