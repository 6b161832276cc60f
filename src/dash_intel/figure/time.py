"""What charts over time share: which days are labelled, which values, and the strokes of lines.

Strokes and marks are few traces with gaps, however many lines there are: Plotly takes long to
check a trace.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from dash_intel.figure.template import Trace, hover
from dash_intel.view.chart import Line, Point, Scale, Unit

STEPS: Mapping[Unit, tuple[float, ...]] = MappingProxyType(
    {"share": (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0), "number": (1, 2, 5)}
)
"""Between values that are labelled; those of numbers go on in tens."""

EDGE = timedelta(days=4)

BAR = 8
"""Width of the bar of an interval, in pixels."""


class Spot(NamedTuple):
    """Where a point is drawn; ``y`` is None where nothing is."""

    x: object
    y: float | None
    point: Point


def spots(line: Line) -> list[Spot]:
    """Return where the points of a line are on a chart that has its axes to itself."""
    return [Spot(one.on, one.value, one) for one in line.points]


def days(points: Sequence[date], scale: Scale, most: int) -> tuple[list[date], list[str]]:
    """Return at most about ``most`` days to label, and their labels; a year where it changes."""
    every = _every(len(points), scale, most)
    if scale == "week":
        marked = list(points[::every])
    else:
        months = every * (3 if scale == "quarter" else 1)
        marked = [one for one in points if (one.month - 1) % min(months, 12) == 0]
        marked = marked if len(marked) > 1 else list(points[::every])
        marked = marked[:: -(-len(marked) // (2 * most))]
    years = [0, *(one.year for one in marked)]
    return marked, [
        _label(one, scale) + (f"<br>{one.year}" if one.year != year else "")
        for one, year in zip(marked, years, strict=False)
    ]


def values(highest: float, unit: Unit, most: int = 4) -> tuple[list[float], list[str]]:
    """Return the values to label from 0 to the top of the axis; only the topmost has its unit."""
    step = next(one for one in _grown(STEPS[unit]) if one * (most - 1) >= highest)
    intervals = max(1, -int(-highest // step))
    marked = [step * one for one in range(intervals + 1)]
    if unit == "number":
        return marked, [f"{one:,.0f}" for one in marked]
    last = len(marked) - 1
    return marked, [f"{100 * one:.0f}{'%' * (at == last)}" for at, one in enumerate(marked)]


def span(points: Sequence[date]) -> list[date]:
    """Return the first and the last day of an axis on which no point touches the edge."""
    edge = max(EDGE, (points[-1] - points[0]) / 40)
    return [
        max(points[0], date.min + edge) - edge,
        min(points[-1], date.max - edge) + edge,
    ]


def strokes(
    lines: Iterable[Sequence[Spot]], colour: str, width: float, *, is_last_partial: bool
) -> list[Trace]:
    """Return the strokes of lines: whole ones, and a dotted one to a period not complete."""
    whole: list[tuple[object, float | None]] = []
    dotted: list[tuple[object, float | None]] = []
    for line in lines:
        shown = line[:-1] if is_last_partial else line
        whole += [(one.x, one.y) for one in shown]
        whole += [(line[-1].x, None)]
        if is_last_partial and len(line) > 1:
            dotted += [(one.x, one.y) for one in line[-2:]]
            dotted += [(line[-1].x, None)]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for x, _ in drawn],
            "y": [y for _, y in drawn],
            "line": {"color": colour, "width": width, "dash": dash},
            "hoverinfo": "skip",
        }
        for drawn, dash in ((whole, "solid"), (dotted, "dot"))
        if any(y is not None for _, y in drawn)
    ]


def marks(
    lines: Iterable[tuple[Sequence[Spot], str]], size: float, paper: str, *, is_last_partial: bool
) -> Trace:
    """Return the marks that are hovered over and clicked, of lines in their colours.

    They are hollow where a period is not complete.
    """
    held = [
        (one, colour, is_last_partial and one is line[-1])
        for line, colour in lines
        for one in line
        if one.y is not None
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.x for one, _, _ in held],
        "y": [one.y for one, _, _ in held],
        "marker": {
            "size": size,
            "color": [paper if is_hollow else colour for _, colour, is_hollow in held],
            "opacity": 1,
            "line": {
                "color": [colour for _, colour, _ in held],
                "width": [1.5 if is_hollow else 0 for _, _, is_hollow in held],
            },
        },
        "customdata": [one.point.key for one, _, _ in held],
        "hovertext": [hover(one.point.hover) for one, _, _ in held],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def intervals(line: Sequence[Spot], colour: str) -> list[Trace]:
    """Return the bars behind points from the low to the high end of what they may be."""
    held = [one.point for one in line if one.point.low is not None and one.point.high is not None]
    if not held:
        return []
    ends = [(one.on, end) for one in held for end in (one.low, one.high, None)]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [on for on, _ in ends],
            "y": [end for _, end in ends],
            "line": {"color": colour, "width": BAR},
            "opacity": 0.18,
            "hoverinfo": "skip",
        }
    ]


def ring(lines: Iterable[Sequence[Spot]], chosen: str | None, ink: str) -> list[Trace]:
    """Return the ring round the point that is chosen, nothing where none is."""
    held = [one for line in lines for one in line if one.y is not None and one.point.key]
    found = [one for one in held if one.point.key == chosen]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.x],
            "y": [one.y],
            "marker": {"size": 13, "symbol": "circle-open", "color": ink, "line": {"width": 2}},
            "hoverinfo": "skip",
            "unselected": {"marker": {"opacity": 1}},
        }
        for one in found
    ]


def _grown(steps: Sequence[float]) -> Iterator[float]:
    for power in count():
        yield from (one * 10**power for one in steps)


def _every(number: int, scale: Scale, most: int) -> int:
    nice = {"week": (1, 2, 4, 8, 13, 26), "month": (1, 3, 6, 12), "quarter": (1, 2, 4)}[scale]
    return next((one for one in nice if number / one <= most), nice[-1])


def _label(one: date, scale: Scale) -> str:
    if scale == "quarter":
        return f"Q{(one.month + 2) // 3}"
    return f"{one.day} {one:%b}" if scale == "week" else f"{one:%b}"
