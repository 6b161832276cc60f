"""Stated against observed shares, the line where both are the same, and intervals."""

from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.template import TEXT_SIZE, drawn, hover, plain
from dash_intel.view.calibration import BandMark, CalibrationChart

HEIGHT = 400
BAR, MARK = 8, 11
FAINT = 0.25
TICKS = (0, 0.25, 0.5, 0.75, 1)
EDGE = 0.02


def calibration(view: CalibrationChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the mark of the band whose key is ``chosen`` has a ring."""
    return drawn(
        palette,
        HEIGHT,
        [_same(palette), _intervals(view, palette), _marks(view, palette, chosen)],
        margin={"t": 14, "r": 20, "b": 44},
        xaxis={
            "range": [-EDGE, 1 + EDGE],
            "tickvals": list(view.borders),
            "ticktext": [
                f"{100 * one:.0f}{'%' * (one == view.borders[-1])}" for one in view.borders
            ],
            "tickangle": 0,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": palette.line,
            "showgrid": True,
            "gridcolor": palette.hair,
            "title": {
                "text": "Stated probability, with the borders of the bands",
                "font": {"size": TEXT_SIZE, "color": palette.muted},
                "standoff": 6,
            },
        },
        yaxis={
            "range": [-EDGE, 1 + EDGE],
            "tickvals": list(TICKS),
            "ticktext": [f"{100 * one:.0f}{'%' * (one == 1)}" for one in TICKS],
            "ticklabelstandoff": 6,
        },
        annotations=[
            _words("Occurred more often than stated", 0.01, palette),
            _words("Occurred less often", 0.99, palette),
            *(_number(one, palette) for one in view.marks),
        ],
    )


def _same(palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1],
        "y": [0, 1],
        "line": {"color": palette.line, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _intervals(view: CalibrationChart, palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for one in view.marks for x in (one.stated, one.stated, None)],
        "y": [y for one in view.marks for y in (one.low, one.high, None)],
        "line": {"color": palette.accent, "width": BAR},
        "opacity": FAINT,
        "hoverinfo": "skip",
    }


def _marks(view: CalibrationChart, palette: Palette, chosen: str | None) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.stated for one in view.marks],
        "y": [one.observed for one in view.marks],
        "marker": {
            "size": MARK,
            "color": palette.accent,
            "opacity": 1,
            "line": {
                "width": [2.5 if one.key == chosen else 1.5 for one in view.marks],
                "color": [
                    palette.ink if one.key == chosen else palette.paper for one in view.marks
                ],
            },
        },
        "customdata": [one.key for one in view.marks],
        "hovertext": [hover(one.hover) for one in view.marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _number(one: BandMark, palette: Palette) -> dict[str, Any]:
    is_last = one.stated > 0.9
    return {
        "x": one.stated,
        "y": one.observed,
        "xanchor": "right" if is_last else "left",
        "xshift": -10 if is_last else 10,
        "text": plain(one.small),
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": palette.ink},
    }


def _words(text: str, x: float, palette: Palette) -> dict[str, Any]:
    """Return words in the upper left corner, or the lower right one where ``x`` is beyond half."""
    is_left = x < 0.5
    return {
        "x": x,
        "y": 1 - x,
        "xanchor": "left" if is_left else "right",
        "yanchor": "top" if is_left else "bottom",
        "text": text,
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": palette.muted},
    }
