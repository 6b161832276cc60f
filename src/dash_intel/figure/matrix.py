"""A matrix: every cell is a horizontal bar, because only bars fill the width and take a hatch."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.marks import mixed
from dash_intel.design.ramps import Levels, is_dark, ramp
from dash_intel.design.tokens import Palette
from dash_intel.figure.template import (
    NAME_SIZE,
    SMALLEST_SIZE,
    TEXT_SIZE,
    Trace,
    drawn,
    hover,
    plain,
)
from dash_intel.view.chart import Arrow, Cell, MatrixChart

ROW_HEIGHT = 38
LINE_HEIGHT = 15
LONGEST_COLUMN = 12
LONGEST_ROW = 18
"""Characters after which names go on in the next line."""
NO_REPORTS = "–"
THIN = 0.22
"""How much of its colour a cell keeps behind which there are few reports."""

_ARROWS: Mapping[Arrow | None, str] = MappingProxyType({"deteriorated": " ▲", "improved": " ▼"})
_STRIPE_OPACITY = {True: 0.12, False: 0.28}
"""Of a hatch under light text, and under dark text, so that both stay legible on a stripe."""

Places = Mapping[str, tuple[int, int]]
"""Key of a cell → its column and row."""


def matrix(view: MatrixChart, palette: Palette, chosen: str | None = None) -> go.Figure:
    """Return the figure of a matrix, ``ROW_HEIGHT`` pixels a row, columns named above it."""
    names = [_wrapped(name, LONGEST_COLUMN) for _, name in view.columns]
    top = max((name.count("<br>") + 1 for name in names), default=1) * LINE_HEIGHT + 10
    places = _places(view)
    return drawn(
        palette,
        len(view.rows) * ROW_HEIGHT + top,
        _traces(view, places, palette),
        barmode="overlay",
        margin={"t": top, "b": 0},
        xaxis=_columns(names),
        yaxis=_rows(view, palette),
        shapes=[_outline(*places[chosen], palette)]
        if chosen is not None and chosen in places
        else [],
    )


def _traces(view: MatrixChart, places: Places, palette: Palette) -> list[Trace]:
    steps = ramp(palette, view.ramp)
    sides: tuple[list[Cell], list[Cell]] = ([], [])
    for cell in view.cells:
        sides[_has_light_text(cell, palette, steps)].append(cell)
    bars = [_bars(cells, places, palette, steps) for cells in sides if cells]
    peaked = [cell for cell in view.cells if cell.peak is not None]
    return [*bars, _rings(peaked, places, palette)] if peaked else bars


def _places(view: MatrixChart) -> Places:
    columns = {key: at for at, (key, _) in enumerate(view.columns)}
    rows = {key: at for at, (key, _) in enumerate(view.rows)}
    return {cell.key: (columns[cell.column], rows[cell.row]) for cell in view.cells}


def _has_light_text(cell: Cell, palette: Palette, steps: Levels) -> bool:
    return not is_dark(_text_colour(cell, palette, steps))


def _text_colour(cell: Cell, palette: Palette, steps: Levels) -> str:
    return palette.ink if cell.level is None or cell.is_thin else steps[cell.level].text


def _fill(cell: Cell, palette: Palette, steps: Levels) -> str:
    if cell.level is None:
        return palette.no_reports
    fill = steps[cell.level].fill
    return mixed(palette.paper, fill, THIN) if cell.is_thin else fill


def _bars(cells: Sequence[Cell], places: Places, palette: Palette, steps: Levels) -> Trace:
    is_light = _has_light_text(cells[0], palette, steps)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [places[cell.key][0] - 0.47 for cell in cells],
        "x": [0.94] * len(cells),
        "y": [places[cell.key][1] for cell in cells],
        "width": 0.88,
        "text": [_words(cell) for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {
            "size": TEXT_SIZE,
            "color": [_text_colour(cell, palette, steps) for cell in cells],
        },
        "hovertext": [hover(cell.hover) for cell in cells],
        "hoverinfo": "text",
        "customdata": [cell.key for cell in cells],
        "marker": _marker(cells, palette, steps, _STRIPE_OPACITY[is_light]),
        "unselected": {"marker": {"opacity": 1}},
    }


def _marker(
    cells: Sequence[Cell], palette: Palette, steps: Levels, opacity: float
) -> dict[str, Any]:
    return {
        "color": [_fill(cell, palette, steps) for cell in cells],
        "line": {
            "color": palette.line,
            "width": [1 if cell.level is None else 0 for cell in cells],
        },
        "pattern": {
            "shape": ["/" if cell.is_thin and cell.level is not None else "" for cell in cells],
            "fillmode": "overlay",
            "solidity": 0.25,
            "size": 6,
            "fgopacity": opacity,
        },
    }


def _words(cell: Cell) -> str:
    if cell.level is None:
        return NO_REPORTS
    large = f"<b>{plain(cell.text)}</b>{_ARROWS.get(cell.arrow, '')}"
    small = f'<span style="font-size:{SMALLEST_SIZE}px">{plain(cell.small)}</span>'
    return f"{large}<br>{small}" if cell.small else large


def _rings(cells: Sequence[Cell], places: Places, palette: Palette) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [places[cell.key][0] + 0.37 for cell in cells],
        "y": [places[cell.key][1] - 0.26 for cell in cells],
        "marker": {
            "size": 9,
            "color": [palette.risk[(cell.peak or 1) - 1].fill for cell in cells],
            "line": {"color": palette.paper, "width": 1.5},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _outline(column: int, row: int, palette: Palette) -> Trace:
    return {
        "type": "rect",
        "x0": column - 0.48,
        "x1": column + 0.48,
        "y0": row - 0.46,
        "y1": row + 0.46,
        "line": {"color": palette.ink, "width": 2.5},
    }


def _wrapped(name: str, longest: int) -> str:
    return "<br>".join(map(plain, wrap(name, longest, break_long_words=False)))


def _row_width(name: str) -> int:
    """Return after how many characters a row's name goes on, so that it takes two lines at most."""
    widths = range(LONGEST_ROW, max(LONGEST_ROW, len(name)) + 1)
    return next(at for at in widths if len(wrap(name, at, break_long_words=False)) <= 2)


def _columns(names: Sequence[str]) -> dict[str, Any]:
    return {
        "side": "top",
        "automargin": False,
        "tickvals": list(range(len(names))),
        "ticktext": list(names),
        "tickangle": 0,
        "ticklabelstandoff": 5,
        "range": [-0.5, len(names) - 0.5],
    }


def _rows(view: MatrixChart, palette: Palette) -> dict[str, Any]:
    return {
        "showgrid": False,
        "tickvals": list(range(len(view.rows))),
        "ticktext": [_wrapped(name, _row_width(name)) for _, name in view.rows],
        "tickfont": {"size": NAME_SIZE, "color": palette.ink},
        "ticklabelstandoff": 5,
        "range": [len(view.rows) - 0.5, -0.5],
    }
