"""Likelihood by impact: fields toned as a guide to the eye, a mark a sentence."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.template import NAME_SIZE, SMALLEST_SIZE, Trace, drawn, hover, plain
from dash_intel.view.chart import Field, GridChart, Mark

FIELD_HEIGHT = 64
ABOVE = 8
BELOW = 74
"""Room for the columns' names, in pixels."""
A_ROW = 4
LETTERS = ("VL", "L", "M", "H", "VH")

SYMBOLS: Mapping[Mark, str] = MappingProxyType(
    {
        "stated": "circle",
        "number": "diamond",
        "forecast_verb": "triangle-right",
        "hedge": "triangle-down",
        "asserted": "square",
        "present": "triangle-up",
        "none": "x-thin",
    }
)
SOLID: frozenset[Mark] = frozenset({"stated", "number"})

_X = (-0.3, -0.1, 0.1, 0.3)
_Y = (-0.08, 0.14, 0.36)
_CORNER = -0.33

Places = Mapping[str, tuple[int, int]]
"""Key of a field → its column and row."""


def grid(view: GridChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the field whose key is ``chosen`` is outlined."""
    rows = {key: at for at, (key, _) in enumerate(view.rows)}
    columns = {key: at for at, (key, _) in enumerate(view.columns)}
    places = {field.key: (columns[field.column], rows[field.row]) for field in view.fields}
    return drawn(
        palette,
        ABOVE + BELOW + FIELD_HEIGHT * len(view.rows),
        [
            _fields(view.fields, places, palette),
            *(_marks(view.fields, places, palette, is_solid=one) for one in (True, False)),
            _corners(view.fields, places, palette),
        ],
        barmode="overlay",
        margin={"l": 0, "r": 2, "t": ABOVE, "b": BELOW},
        xaxis=_columns(view),
        yaxis=_rows(view, palette),
        shapes=[_outline(*places[chosen], palette)]
        if chosen is not None and chosen in places
        else [],
    )


def _outline(column: int, row: int, palette: Palette) -> Trace:
    return {
        "type": "rect",
        "x0": column - 0.49,
        "x1": column + 0.49,
        "y0": row - 0.48,
        "y1": row + 0.48,
        "line": {"color": palette.ink, "width": 2.5},
    }


def _fields(fields: Sequence[Field], places: Places, palette: Palette) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [places[field.key][0] - 0.47 for field in fields],
        "x": [0.94] * len(fields),
        "y": [places[field.key][1] for field in fields],
        "width": 0.92,
        "hovertext": [hover(field.hover) for field in fields],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [field.key for field in fields],
        "marker": {
            "color": [_ground(field, palette) for field in fields],
            "line": {
                "color": palette.hair,
                "width": [1 if field.tone is None else 0 for field in fields],
            },
        },
        "unselected": {"marker": {"opacity": 1}},
    }


def _ground(field: Field, palette: Palette) -> str:
    return palette.paper if field.tone is None else palette.risk[field.tone].fill


def _marks(fields: Sequence[Field], places: Places, palette: Palette, *, is_solid: bool) -> Trace:
    found = [
        (field, mark, at)
        for field in fields
        for at, mark in enumerate(field.marks)
        if (mark in SOLID) == is_solid
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [places[field.key][0] + _X[at % A_ROW] for field, _, at in found],
        "y": [places[field.key][1] + _Y[at // A_ROW] for field, _, at in found],
        "marker": {
            "symbol": [SYMBOLS[mark] for _, mark, _ in found],
            "size": 9,
            "opacity": 1,
            "color": [(_ink if is_solid else _ground)(field, palette) for field, _, _ in found],
            "line": {
                "color": [_ink(field, palette) for field, _, _ in found],
                "width": 0 if is_solid else 1.25,
            },
        },
        "hovertext": [hover(field.hover) for field, _, _ in found],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [field.key for field, _, _ in found],
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def _corners(fields: Sequence[Field], places: Places, palette: Palette) -> Trace:
    """Return letters of tones at the left, and how many marks are not drawn at the right."""
    left = [field for field in fields if field.tone is not None]
    right = [field for field in fields if field.more]
    words = [LETTERS[field.tone or 0] for field in left] + [f"+{field.more:,}" for field in right]
    sides = ["middle right"] * len(left) + ["middle left"] * len(right)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [places[one.key][0] - 0.44 for one in left]
        + [places[one.key][0] + 0.44 for one in right],
        "y": [places[one.key][1] + _CORNER for one in (*left, *right)],
        "text": [plain(one) for one in words],
        "textposition": sides,
        "textfont": {
            "size": SMALLEST_SIZE,
            "color": [_ink(field, palette) for field in (*left, *right)],
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _ink(field: Field, palette: Palette) -> str:
    return palette.ink if field.tone is None else palette.risk[field.tone].text


def _columns(view: GridChart) -> dict[str, Any]:
    return {
        "automargin": False,
        "tickvals": list(range(len(view.columns))),
        "ticktext": ["<br>".join(map(plain, name.split("\n"))) for _, name in view.columns],
        "tickangle": 0,
        "ticklabelstandoff": 5,
        "range": [-0.5, len(view.columns) - 0.5],
    }


def _rows(view: GridChart, palette: Palette) -> dict[str, Any]:
    return {
        "showgrid": False,
        "tickvals": list(range(len(view.rows))),
        "ticktext": ["<br>".join(map(plain, name.split("\n"))) for _, name in view.rows],
        "tickfont": {"size": NAME_SIZE, "color": palette.ink},
        "ticklabelstandoff": 5,
        "range": [len(view.rows) - 0.5, -0.5],
    }
