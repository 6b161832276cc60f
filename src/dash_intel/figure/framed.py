"""A figure under the words that stand around it on the page, as one picture."""

from base64 import b64encode
from textwrap import wrap

import plotly.graph_objects as go

from dash_intel.design.ramps import ramp
from dash_intel.design.tokens import Palette
from dash_intel.figure.drawn import figure
from dash_intel.figure.template import SANS, plain
from dash_intel.view.chart import GridChart, MapChart, MatrixChart
from dash_intel.view.charted import ChartView

WIDTH = 1040
"""Pixels, as wide as the page's content at 1440."""

SERIF = "'Source Serif', Georgia, serif"
_EDGE = 24
_SPACE = "\N{NO-BREAK SPACE}" * 2
_TITLE_CHARACTERS, _TITLE_SIZE, _TITLE_STEP = 84, 22, 29
_CHARACTERS, _SIZE, _STEP = 150, 13, 18


def framed(view: ChartView, palette: Palette, scope: str) -> go.Figure:
    """Return the figure of a chart below its title, measure, key and foot, at its full height.

    ``scope`` is the sentence of the filters that stands above the page: it follows the title.
    They stand above it together: below it, labels of an axis need room that nobody knows before.
    """
    found = figure(view, palette)
    said = view.caption
    title = wrap(said.title, _TITLE_CHARACTERS)
    looked_at, measure, foot = (
        _lines(words, palette) for words in (scope, said.measure, said.foot)
    )
    below = [*looked_at, *measure, *_key(view, palette), *foot]
    words = _EDGE + _STEP + _TITLE_STEP * len(title) + _STEP * len(below)
    margin = found.layout.margin
    height = (found.layout.height or 380) + words + 2 * _EDGE
    found.update_layout(
        width=WIDTH,
        height=height,
        margin={
            "l": (margin.l or 0) + _EDGE,
            "r": (margin.r or 0) + _EDGE,
            "t": (margin.t or 0) + words + _EDGE,
            "b": (margin.b or 0) + _EDGE,
        },
        title={
            "text": "<br>".join([*map(plain, title), *below]),
            "font": {"family": SERIF, "size": _TITLE_SIZE, "color": palette.ink, "weight": 600},
            "xref": "container",
            "yref": "container",
            "x": _EDGE / WIDTH,
            "xanchor": "left",
            "y": 1 - _EDGE / height,
            "yanchor": "top",
        },
    )
    return found


def pictured(svg: bytes, size: dict[str, int]) -> go.Figure:
    """Return a figure that is nothing but a drawing, over all of its ``width`` and ``height``."""
    found = go.Figure()
    found.update_layout(
        **size,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={"visible": False},
        yaxis={"visible": False},
        images=[
            {
                "source": f"data:image/svg+xml;base64,{b64encode(svg).decode()}",
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 1,
                "sizex": 1,
                "sizey": 1,
                "sizing": "stretch",
            }
        ],
    )
    return found


def _key(view: ChartView, palette: Palette) -> list[str]:
    """Return the lines that say what steps and marks mean, of charts that have such."""
    if isinstance(view, GridChart):
        return _lines(view.key, palette)
    if not isinstance(view, MatrixChart | MapChart):
        return []
    levels = ramp(palette, view.ramp if isinstance(view, MatrixChart) else "risk")
    steps = [
        f"{_small('■', step.fill)} {_small(words, palette.muted)}"
        for words, step in zip(view.steps, levels, strict=False)
    ]
    return [*([_SPACE.join(steps)] if steps else []), *_lines(view.key, palette)]


def _lines(words: str, palette: Palette) -> list[str]:
    return [_small(line, palette.muted) for line in wrap(words, _CHARACTERS)]


def _small(line: str, colour: str) -> str:
    style = f"font-family:{SANS};font-size:{_SIZE}px;font-weight:400;color:{colour}"
    return f'<span style="{style}">{plain(line)}</span>'
