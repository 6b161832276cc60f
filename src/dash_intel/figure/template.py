"""What all figures share: fonts, axes, room, and words that stay words."""

from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette

Trace = dict[str, Any]
"""A trace or a shape, in Plotly's words."""

SANS = "'IBM Plex Sans', 'Source Sans', sans-serif"
TEXT_SIZE = 12
NAME_SIZE = 13
SMALLEST_SIZE = 10


def empty(palette: Palette, height: int) -> go.Figure:
    """Return a figure without marks, in the colours and type of the page; ``height`` in pixels."""
    return drawn(palette, height, ())


def drawn(palette: Palette, height: int, traces: Sequence[Any], **layout: Any) -> go.Figure:
    """Return a figure of ``traces`` in the colours and type of the page; ``height`` in pixels.

    What ``layout`` says of an axis or another part is added to what all figures say of it. Plotly
    checks nothing here, which takes it longer than all else; the tests check every figure.
    """
    said = _layout(palette, height)
    for part, values in layout.items():
        known = said.get(part)
        said[part] = {**known, **values} if isinstance(known, dict) else values
    return go.Figure(list(traces), said, _validate=False)


def _layout(palette: Palette, height: int) -> dict[str, Any]:
    axis = {"zeroline": False, "showline": False, "fixedrange": True, "automargin": True}
    return {
        "height": height,
        "margin": {"l": 0, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "font": {"family": SANS, "size": TEXT_SIZE, "color": palette.muted},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.line,
            "font": {"family": SANS, "size": NAME_SIZE, "color": palette.ink},
            "align": "left",
        },
        "dragmode": False,
        "modebar": {"remove": ["zoom", "pan", "select", "lasso", "zoomin", "zoomout", "autoscale"]},
        "xaxis": {"showgrid": False, **axis},
        "yaxis": {"gridcolor": palette.hair, **axis},
    }


def plain(words: str) -> str:
    """Return words that Plotly draws as they are, whatever markup they look like."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def hover(lines: Iterable[str]) -> str:
    """Return lines of words as hover text, the first one bold."""
    first, *rest = [plain(line) for line in lines] or [""]
    return "<br>".join([f"<b>{first}</b>", *rest])
