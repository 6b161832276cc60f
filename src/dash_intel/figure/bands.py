"""Stated chances by day as bands from 0 to 100 %, and what states none in rows under them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure import time
from dash_intel.figure.template import drawn, empty, hover, plain
from dash_intel.view.bands import Band, BandChart
from dash_intel.view.item import Edge

HEIGHT = 380
ROW = 0.11
"""Height of a row of what states no chance, as a share."""
GAP = 0.12
"""Room between the bands and those rows."""
ABOVE, BELOW = 12, 40
BAR, DOT = 7, 9
"""Width of a band and size of a mark, in pixels."""
SYMBOLS: Mapping[Edge, str] = MappingProxyType(
    {"best": "circle", "likely": "diamond", "worst": "square", "none": "triangle-up"}
)


SILENT = "No probability stated"
ASIDE: Mapping[Edge, int] = MappingProxyType({"worst": -1, "likely": 0, "best": 1, "none": 2})
APART = 160
"""Part of the axis by which kinds of one day stand beside each other."""


class Place(NamedTuple):
    """Where a band's mark is drawn: beside those of other kinds on the same day."""

    band: Band
    x: datetime
    y: float


def bands(view: BandChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the band whose key is ``chosen`` has a ring."""
    days = sorted({one.on for one in view.bands})
    if not days:
        return empty(palette, HEIGHT)
    below = {edge: -GAP - ROW * (at + 0.5) for at, (edge, _) in enumerate(view.rows)}
    step = (days[-1] - days[0]) / APART
    places = [Place(one, _x(one, step), _y(one, below)) for one in view.bands]
    months = sorted({one.replace(day=1) for one in days})
    marked, labels = time.days(_every_month(months), "month", 8)
    return drawn(
        palette,
        HEIGHT,
        _traces(view, palette, places, chosen),
        margin={"t": ABOVE, "b": BELOW},
        xaxis={
            "range": time.span([*months[:1], *days]),
            "tickvals": marked,
            "ticktext": labels,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": palette.line,
        },
        yaxis={
            "range": [min(below.values(), default=0) - ROW / 2, 1.02],
            "tickvals": [0, 0.25, 0.5, 0.75, 1, *below.values()],
            "ticktext": ["0", "25", "50", "75", "100%", *(plain(name) for _, name in view.rows)],
            "ticklabelstandoff": 6,
        },
        annotations=_silence(view.bands),
    )


def _silence(held: Sequence[Band]) -> list[dict[str, Any]]:
    """Return what the rows under the scale mean."""
    if all(one.low is not None for one in held):
        return []
    return [
        {
            "text": SILENT,
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": -GAP / 2,
            "showarrow": False,
        }
    ]


def _x(band: Band, step: timedelta) -> datetime:
    middle = datetime.combine(band.on, datetime.min.time())
    return middle + ASIDE[band.row] * step


def _y(band: Band, below: Mapping[Edge, float]) -> float:
    if band.low is None or band.high is None:
        return below[band.row]
    return (band.low + band.high) / 2


def _traces(
    view: BandChart, palette: Palette, places: list[Place], chosen: str | None
) -> list[dict[str, Any]]:
    colours = _colours(palette)
    found: list[dict[str, Any]] = []
    for edge, _ in view.rows:
        of_it = [place for place in places if place.band.row == edge]
        found += _bars(of_it, colours[edge])
        if view.is_joined and edge != "none":
            found += _path(of_it, colours[edge])
        if of_it:
            found.append(_marks(of_it, colours[edge], palette.paper))
    ringed = [place for place in places if chosen and place.band.key == chosen]
    return found + [_ring(place, palette.ink) for place in ringed]


def _bars(held: Sequence[Place], colour: str) -> list[dict[str, Any]]:
    ends = [
        (place.x, end)
        for place in held
        if place.band.low is not None
        for end in (place.band.low, place.band.high, None)
    ]
    return _stroke(ends, {"color": colour, "width": BAR}, 0.35)


def _path(held: Sequence[Place], colour: str) -> list[dict[str, Any]]:
    stated = sorted((place.x, place.y) for place in held if place.band.low is not None)
    return _stroke(stated, {"color": colour, "width": 1.25}, 0.6) if len(stated) > 1 else []


def _stroke(
    points: Sequence[tuple[datetime, float | None]], line: Mapping[str, Any], opacity: float
) -> list[dict[str, Any]]:
    if not points:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for x, _ in points],
            "y": [y for _, y in points],
            "line": dict(line),
            "opacity": opacity,
            "hoverinfo": "skip",
        }
    ]


def _marks(held: Sequence[Place], colour: str, paper: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [one.x for one in held],
        "y": [one.y for one in held],
        "marker": {
            "size": DOT,
            "symbol": SYMBOLS[held[0].band.row],
            "color": [paper if one.band.low is None else colour for one in held],
            "opacity": 1,
            "line": {"color": colour, "width": 1.5},
        },
        "customdata": [one.band.key for one in held],
        "hovertext": [hover(one.band.hover) for one in held],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _ring(place: Place, ink: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [place.x],
        "y": [place.y],
        "marker": {"size": 15, "symbol": "circle-open", "color": ink, "line": {"width": 2}},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _colours(palette: Palette) -> Mapping[Edge, str]:
    return {
        "best": palette.better,
        "likely": palette.muted,
        "worst": palette.worse,
        "none": palette.line,
    }


def _every_month(months: list[date]) -> list[date]:
    """Return the first days of all months from the first to the last."""
    first, last = months[0], months[-1]
    count = (last.year - first.year) * 12 + last.month - first.month
    found = [divmod(first.month - 1 + at, 12) for at in range(count + 1)]
    return [date(first.year + years, month + 1, 1) for years, month in found]
