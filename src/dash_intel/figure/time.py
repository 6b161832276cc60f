"""What charts over time share: which days are labelled, which values, and the strokes of a line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, groupby
from types import MappingProxyType

import plotly.graph_objects as go

from dash_intel.figure.template import hover
from dash_intel.view.chart import Point, Scale, Unit

STEPS: Mapping[Unit, tuple[float, ...]] = MappingProxyType(
    {"share": (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0), "number": (1, 2, 5)}
)
"""Between values that are labelled; those of numbers go on in tens."""
EDGE = timedelta(days=4)


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
    steps = STEPS[unit]
    step = next(one for one in _grown(steps) if one * (most - 1) >= highest)
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
    points: Sequence[Point], colour: str, *, width: float, is_last_partial: bool
) -> list[go.Scatter]:
    """Return the strokes of a line: whole ones, and a dotted one to a period not complete."""
    found = []
    whole = points[:-1] if is_last_partial else points
    for is_held, run in groupby(whole, key=lambda one: one.value is not None):
        if is_held:
            found.append(_stroke(list(run), colour, width, "solid"))
    if is_last_partial and len(points) > 1 and None not in (points[-1].value, points[-2].value):
        found.append(_stroke(points[-2:], colour, width, "dot"))
    return found


def marks(
    points: Sequence[Point], colour: str, size: float, paper: str, *, is_last_partial: bool
) -> go.Scatter:
    """Return the marks that are hovered over and clicked; hollow where a period is not complete."""
    held = [one for one in points if one.value is not None]
    is_hollow = [is_last_partial and one is points[-1] for one in held]
    return go.Scatter(
        x=[one.on for one in held],
        y=[one.value for one in held],
        mode="markers",
        marker={
            "size": size,
            "color": [paper if hollow else colour for hollow in is_hollow],
            "line": {"color": colour, "width": [1.5 if hollow else 0 for hollow in is_hollow]},
        },
        customdata=[one.key for one in held],
        hovertext=[hover(one.hover) for one in held],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        unselected={"marker": {"opacity": 1}},
    )


def _grown(steps: Sequence[float]) -> Iterator[float]:
    for power in count():
        yield from (one * 10**power for one in steps)


def _stroke(points: Sequence[Point], colour: str, width: float, dash: str) -> go.Scatter:
    return go.Scatter(
        x=[one.on for one in points],
        y=[one.value for one in points],
        mode="lines",
        line={"color": colour, "width": width, "dash": dash},
        hoverinfo="skip",
    )


def _every(count: int, scale: Scale, most: int) -> int:
    nice = {"week": (1, 2, 4, 8, 13, 26), "month": (1, 3, 6, 12), "quarter": (1, 2, 4)}[scale]
    return next((one for one in nice if count / one <= most), nice[-1])


def _label(one: date, scale: Scale) -> str:
    if scale == "quarter":
        return f"Q{(one.month + 2) // 3}"
    return f"{one.day} {one:%b}" if scale == "week" else f"{one:%b}"
