"""Lines over time, each named at its end in its own colour."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure import time
from dash_intel.figure.template import NAME_SIZE, SMALLEST_SIZE, Trace, drawn, empty, plain
from dash_intel.view.chart import Line, LineChart

HEIGHT, SMALL = 370, 200
ABOVE, BELOW = 16, 46
"""Room over the highest value, and under the axis for its labels, in pixels."""
BESIDE = 138
"""Room for the names at the right, in pixels."""
UNDER = 16
"""Room for the words under points, in pixels."""
LETTERS = 19
ROW = 17
"""Height of a row of a name, in pixels."""


def lines(view: LineChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the point whose key is ``chosen`` has a ring."""
    height = SMALL if view.is_small else HEIGHT
    days = sorted({point.on for line in view.lines for point in line.points})
    if not days:
        return empty(palette, height)
    below = UNDER * any(point.small for line in view.lines for point in line.points)
    ticks, words = time.values(_highest(view), view.unit, 3 if view.is_small else 4)
    marked, labels = time.days(days, view.scale, 5 if view.is_small else 6)
    return drawn(
        palette,
        height,
        _traces(view, palette, chosen),
        margin={"r": BESIDE, "t": ABOVE, "b": BELOW + below},
        xaxis={
            "range": time.span(days),
            "tickvals": marked,
            "ticktext": labels,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": palette.line,
            "ticklabelstandoff": below,
        },
        yaxis={
            "range": [0, ticks[-1]],
            "tickvals": ticks,
            "ticktext": words,
            "ticklabelstandoff": 6,
        },
        annotations=[
            *_names(view, palette, (height - ABOVE - BELOW) / ticks[-1], height - BELOW),
            *_fact_words(view, palette),
            *_small_words(view),
        ],
        shapes=[_fact_line(fact.on, palette) for fact in view.facts],
    )


def _highest(view: LineChart) -> float:
    """Return the highest value of all points, of those with an interval its upper end."""
    held = (one for line in view.lines for one in line.points if one.value is not None)
    return max((one.value or 0.0 if one.high is None else one.high for one in held), default=0.0)


def _traces(view: LineChart, palette: Palette, chosen: str | None) -> list[Trace]:
    is_partial = view.is_last_partial
    grey = [time.spots(line) for line in view.lines if line.colour is None]
    coloured = [
        (time.spots(line), palette.tags[line.colour])
        for line in view.lines
        if line.colour is not None
    ]
    found = [bar for line, colour in coloured for bar in time.intervals(line, colour)]
    found += time.strokes(grey, palette.line, 1, is_last_partial=is_partial)
    for line, colour in coloured:
        found += time.strokes([line], colour, 2.25, is_last_partial=is_partial)
    parts = (([(line, palette.line) for line in grey], 4), (coloured, 6))
    found += [
        time.marks(part, size, palette.paper, is_last_partial=is_partial)
        for part, size in parts
        if part
    ]
    return found + time.ring([*(line for line, _ in coloured), *grey], chosen, palette.ink)[:1]


def _names(view: LineChart, palette: Palette, scale: float, ceiling: float) -> list[dict[str, Any]]:
    """Return the names of coloured lines at the right of the last day, none over another.

    ``scale`` are the pixels of a value of 1, ``ceiling`` those from 0 to the figure's upper edge.
    """
    named = [(line, _last(line)) for line in view.lines if line.colour is not None]
    words = [
        [
            *(f"<b>{plain(row)}</b>" for row in wrap(line.name, LETTERS, max_lines=2)),
            line.last_label,
        ]
        for line, _ in named
    ]
    heights = [ROW * len(rows) for rows in words]
    middles = _parted([value * scale for _, value in named], heights, ceiling)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": value,
            "yshift": middle - value * scale,
            "yanchor": "middle",
            "text": "<br>".join(rows),
            "align": "left",
            "showarrow": False,
            "font": {"size": NAME_SIZE, "color": palette.tags[line.colour or 0]},
        }
        for (line, value), rows, middle in zip(named, words, middles, strict=True)
    ]


def _last(line: Line) -> float:
    return next((one.value for one in reversed(line.points) if one.value is not None), 0.0)


def _parted(wanted: Sequence[float], heights: Sequence[float], ceiling: float) -> list[float]:
    """Return middles near those ``wanted``, none over another or, while there is room, too high."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    found = list(wanted)
    floor = -BELOW / 3
    for one in order:
        found[one] = max(found[one], floor + heights[one] / 2)
        floor = found[one] + heights[one] / 2
    for one in reversed(order):
        found[one] = min(found[one], ceiling - heights[one] / 2)
        ceiling = found[one] - heights[one] / 2
    return found


def _small_words(view: LineChart) -> list[dict[str, Any]]:
    """Return what stands under points, on the axis."""
    return [
        {
            "x": one.on,
            "y": 0,
            "yref": "paper",
            "yanchor": "top",
            "yshift": -4,
            "text": plain(one.small),
            "showarrow": False,
            "font": {"size": SMALLEST_SIZE},
        }
        for line in view.lines
        for one in line.points
        if one.small
    ]


def _fact_line(on: object, palette: Palette) -> dict[str, Any]:
    line = {"color": palette.line, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": on, "x1": on, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _fact_words(view: LineChart, palette: Palette) -> list[dict[str, Any]]:
    return [
        {
            "x": fact.on,
            "y": 1,
            "yref": "paper",
            "text": plain(fact.text),
            "xanchor": "right",
            "xshift": -4,
            "showarrow": False,
            "font": {"color": palette.muted},
        }
        for fact in view.facts
    ]
