"""Lines over time, each named at its end in its own colour."""

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure import time
from dash_intel.figure.template import NAME_SIZE, SMALLEST_SIZE, empty, plain
from dash_intel.view.chart import Line, LineChart, Point

HEIGHT, SMALL = 370, 200
ABOVE, BELOW = 16, 46
"""Room over the highest value, and under the axis for its labels, in pixels."""
BESIDE = 138
"""Room for the names at the right, in pixels."""
BAR = 8
"""Width of the bar of an interval, in pixels."""
LETTERS = 19
ROW = 17
"""Height of a row of a name, in pixels."""


def lines(view: LineChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the line or point whose key is ``chosen`` stands out."""
    height = SMALL if view.is_small else HEIGHT
    figure = empty(palette, height)
    points = [point.on for line in view.lines for point in line.points]
    days = sorted(set(points))
    if not days:
        return figure
    held = [
        one.value if one.high is None else one.high
        for line in view.lines
        for one in line.points
        if one.value is not None
    ]
    ticks, words = time.values(max(held, default=0), view.unit, 3 if view.is_small else 4)
    for line in sorted(view.lines, key=lambda one: one.colour is not None):
        _draw(figure, line, view, palette, chosen)
    has_small = any(point.small for line in view.lines for point in line.points)
    marked, labels = time.days(days, view.scale, 5 if view.is_small else 6)
    figure.update_xaxes(
        range=time.span(days),
        tickvals=marked,
        ticktext=labels,
        ticks="" if has_small else "outside",
        ticklen=4,
        tickcolor=palette.line,
        ticklabelstandoff=SMALLEST_SIZE if has_small else 0,
    )
    figure.update_yaxes(range=[0, ticks[-1]], tickvals=ticks, ticktext=words, ticklabelstandoff=6)
    _name(figure, view, palette, (height - ABOVE - BELOW) / ticks[-1])
    _mark_facts(figure, view, palette)
    below = BELOW + SMALLEST_SIZE * has_small
    figure.update_layout(margin={"l": 0, "r": BESIDE, "t": ABOVE, "b": below})
    return figure


def _draw(
    figure: go.Figure, line: Line, view: LineChart, palette: Palette, chosen: str | None
) -> None:
    is_partial = view.is_last_partial
    colour = palette.line if line.colour is None else palette.tags[line.colour]
    width = 1.0 if line.colour is None else 2.25
    _draw_intervals(figure, line.points, colour)
    figure.add_traces(time.strokes(line.points, colour, width=width, is_last_partial=is_partial))
    size = 4 if line.colour is None else 6
    figure.add_trace(
        time.marks(line.points, colour, size, palette.paper, is_last_partial=is_partial)
    )
    for one in line.points:
        if one.value is not None and one.key is not None and one.key == chosen:
            figure.add_scatter(
                x=[one.on],
                y=[one.value],
                mode="markers",
                marker={
                    "size": 13,
                    "color": "rgba(0,0,0,0)",
                    "line": {"color": palette.ink, "width": 2},
                },
                hoverinfo="skip",
            )


def _draw_intervals(figure: go.Figure, points: Sequence[Point], colour: str) -> None:
    for one in points:
        if one.value is not None and one.low is not None and one.high is not None:
            figure.add_scatter(
                x=[one.on, one.on],
                y=[one.low, one.high],
                mode="lines",
                line={"color": colour, "width": BAR},
                opacity=0.18,
                hoverinfo="skip",
            )
        if one.small:
            figure.add_annotation(
                x=one.on,
                y=0,
                yref="paper",
                yanchor="top",
                yshift=2,
                text=plain(one.small),
                showarrow=False,
                font={"size": SMALLEST_SIZE},
            )


def _name(figure: go.Figure, view: LineChart, palette: Palette, scale: float) -> None:
    """Name the coloured lines at the right of the last day, none over another."""
    named = [(line, _last(line)) for line in view.lines if line.colour is not None]
    words = [
        [
            *(f"<b>{plain(row)}</b>" for row in wrap(line.name, LETTERS, max_lines=2)),
            line.last_label,
        ]
        for line, _ in named
    ]
    heights = [ROW * len(rows) for rows in words]
    tops = _parted([value * scale for _, value in named], heights)
    for (line, value), rows, middle in zip(named, words, tops, strict=True):
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=value,
            yshift=middle - value * scale,
            yanchor="middle",
            text="<br>".join(rows),
            align="left",
            showarrow=False,
            font={"size": NAME_SIZE, "color": palette.tags[line.colour or 0]},
        )


def _last(line: Line) -> float:
    return next((one.value for one in reversed(line.points) if one.value is not None), 0.0)


def _parted(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return middles as near to those ``wanted`` as they can be without one over another."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    found = list(wanted)
    floor = -BELOW / 3
    for one in order:
        found[one] = max(found[one], floor + heights[one] / 2)
        floor = found[one] + heights[one] / 2
    return found


def _mark_facts(figure: go.Figure, view: LineChart, palette: Palette) -> None:
    for fact in view.facts:
        figure.add_vline(x=fact.on, line={"color": palette.line, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=fact.on,
            y=1,
            yref="paper",
            text=plain(fact.text),
            xanchor="right",
            xshift=-4,
            showarrow=False,
            font={"color": palette.muted},
        )
