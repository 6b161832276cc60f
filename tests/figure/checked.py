"""Figures that Plotly has checked: what draws them leaves that out, as it takes longest."""

from typing import Any

import plotly.graph_objects as go

from dash_intel import figure as drawing


def figure(*parts: Any, **named: Any) -> go.Figure:
    """Return the figure of a chart as the page draws it; ``ValueError`` where Plotly refuses it."""
    found = drawing.figure(*parts, **named)
    go.Figure(found.to_plotly_json())
    return found
