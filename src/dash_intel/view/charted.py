"""Every chart that there is."""

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

ChartView = (
    LineChart
    | PanelChart
    | MatrixChart
    | GridChart
    | MapChart
    | BarChart
    | CalibrationChart
    | BandChart
)
