"""Small multiples over time: one scale, so that a glance compares them.

All panels share one pair of axes, on which each has a place of its own: a pair for each would take
Plotly longer to check than all else of a page.
"""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure import time
from dash_intel.figure.template import TEXT_SIZE, Trace, drawn, empty, plain
from dash_intel.view.chart import Line, Panel, PanelChart

ACROSS = 3
HEIGHT = 160
"""Of a panel with its title, in pixels."""
TITLE = 0.36
FOOT = 0.08
"""Parts of a panel's height over its highest value, and under 0."""
BELOW = 36
WIDTH = 0.92
"""Part of a panel's place that it fills."""
LETTERS = 15


def panels(view: PanelChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the panel whose key is ``chosen`` has its title in the press colour."""
    rows = -(-len(view.panels) // ACROSS)
    height = rows * HEIGHT + BELOW
    lines = [line for panel in view.panels for line in panel.lines]
    days = sorted({one.on for line in lines for one in line.points})
    if not days:
        return empty(palette, height)
    held = [one.value for line in lines for one in line.points if one.value is not None]
    ticks, words = time.values(max(held, default=0), view.unit, 3)
    place = _Place(rows, time.span(days), ticks[-1])
    marked, labels = time.days(days, view.scale, 3)
    columns = range(min(ACROSS, len(view.panels)))
    return drawn(
        palette,
        height,
        _traces(view, palette, place, ticks, chosen),
        margin={"t": 0, "b": BELOW},
        xaxis={
            "range": [0, ACROSS - 1 + WIDTH],
            "tickvals": [place.x(one, column) for column in columns for one in marked],
            "ticktext": labels * len(columns),
        },
        yaxis={
            "range": [0, rows],
            "tickvals": [place.y(one, row) for row in range(rows) for one in ticks],
            "ticktext": words * rows,
            "showgrid": False,
        },
        annotations=[
            _title(panel, place.corner(at), palette, is_chosen=panel.key == chosen)
            for at, panel in enumerate(view.panels)
        ],
    )


class _Place:
    """Where things are on the axes that all panels share: one by one a panel, from below."""

    def __init__(self, rows: int, days: Sequence[date], top: float) -> None:
        self._rows = rows
        self._first = days[0]
        self._days = (days[1] - days[0]).days or 1
        self._top = top

    def x(self, on: date, column: int) -> float:
        return column + WIDTH * (on - self._first).days / self._days

    def y(self, value: float, row: int) -> float:
        return self._rows - 1 - row + FOOT + (1 - TITLE - FOOT) * value / self._top

    def corner(self, at: int) -> tuple[float, float]:
        return at % ACROSS, self._rows - at // ACROSS

    def spots(self, line: Line, at: int) -> list[time.Spot]:
        row, column = divmod(at, ACROSS)
        return [
            time.Spot(
                self.x(one.on, column), None if one.value is None else self.y(one.value, row), one
            )
            for one in line.points
        ]


def _traces(
    view: PanelChart, palette: Palette, place: _Place, ticks: Sequence[float], chosen: str | None
) -> list[Trace]:
    is_partial = view.is_last_partial
    numbered = [(at, line) for at, panel in enumerate(view.panels) for line in panel.lines]
    grey = [place.spots(line, at) for at, line in numbered if line.colour is None]
    colours = dict.fromkeys(line.colour for _, line in numbered if line.colour is not None)
    found = [_grid(len(view.panels), palette, place, ticks)]
    found += time.strokes(grey, palette.line, 1, is_last_partial=is_partial)
    marked = []
    for colour in colours:
        shade = palette.tags[colour]
        lines = [place.spots(line, at) for at, line in numbered if line.colour == colour]
        found += time.strokes(lines, shade, 2, is_last_partial=is_partial)
        marked += [(line, shade) for line in lines]
    found.append(time.marks(marked, 4.5, palette.paper, is_last_partial=is_partial))
    return found + time.ring([line for line, _ in marked], chosen, palette.ink)[:1]


def _grid(count: int, palette: Palette, place: _Place, ticks: Sequence[float]) -> Trace:
    grid: list[tuple[float | None, float | None]] = []
    for at in range(count):
        row, column = divmod(at, ACROSS)
        for tick in ticks:
            height = place.y(tick, row)
            grid += [(column, height), (column + WIDTH, height), (None, None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in grid],
        "y": [y for _, y in grid],
        "line": {"color": palette.hair, "width": 1},
        "hoverinfo": "skip",
    }


def _title(
    panel: Panel, corner: tuple[float, float], palette: Palette, *, is_chosen: bool
) -> dict[str, Any]:
    name, _, rest = panel.title.partition("\n")
    rows = [f"<b>{plain(row)}</b>" for row in wrap(name, LETTERS, max_lines=2, placeholder="…")]
    return {
        "x": corner[0],
        "y": corner[1],
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "text": "<br>".join([*rows, *([plain(rest)] if rest else [])]),
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": palette.accent if is_chosen else palette.ink},
    }
