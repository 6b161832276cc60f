"""A map of the world: countries in five classes, grey without reports, outlined where thin."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dash_intel.design.marks import mixed
from dash_intel.design.tokens import Palette
from dash_intel.figure.template import empty, hover
from dash_intel.view.chart import MapChart, Shape

HEIGHT = 445
THIN = 0.22
"""How much of its colour the inside of a country keeps of which there are few reports."""
EDGE, THIN_EDGE, CHOSEN_EDGE = 0.5, 1.5, 2.5
"""Widths of outlines, in pixels."""
CLASSES = 5
LATITUDES = (-58, 84)


def world_map(view: MapChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the country whose key is ``chosen`` is outlined.

    Shapes come from the page's own files, so that nothing is asked of another host.
    """
    figure = empty(palette, HEIGHT)
    mine = [one for one in view.shapes if one.key == chosen]
    rest = [one for one in view.shapes if one.key != chosen]
    figure.add_trace(_countries([one for one in rest if one.level is None], palette, palette.line))
    held = [one for one in rest if one.level is not None]
    figure.add_trace(_countries([one for one in held if not one.is_thin], palette, palette.paper))
    for level, step in enumerate(palette.risk):
        thin = [one for one in held if one.is_thin and one.level == level]
        if thin:
            figure.add_trace(_countries(thin, palette, step.fill, THIN_EDGE))
    if mine:
        figure.add_trace(_countries(mine, palette, palette.ink, CHOSEN_EDGE))
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    figure.update_geos(
        resolution=50,
        fitbounds=False,
        projection={"type": "natural earth"},
        lataxis={"range": list(LATITUDES)},
        bgcolor=palette.paper,
        showframe=False,
        showcoastlines=False,
        showland=True,
        landcolor=palette.no_reports,
        showlakes=False,
        showcountries=False,
    )
    return figure


def _countries(
    shapes: Sequence[Shape], palette: Palette, line: str, width: float = EDGE
) -> go.Choropleth:
    return go.Choropleth(
        locations=[shape.code for shape in shapes],
        locationmode="ISO-3",
        z=[_value(shape) for shape in shapes],
        zmin=-0.5,
        zmax=2 * CLASSES + 0.5,
        colorscale=_scale(palette),
        showscale=False,
        marker={"line": {"color": line, "width": width}, "opacity": 1},
        hovertext=[hover(shape.hover) for shape in shapes],
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=[shape.key for shape in shapes],
        unselected={"marker": {"opacity": 1}},
    )


def _value(shape: Shape) -> int:
    """Return the place of a country's colour: none, five classes, and five pale ones."""
    if shape.level is None:
        return 0
    return 1 + shape.level + CLASSES * shape.is_thin


def _scale(palette: Palette) -> list[list[float | str]]:
    fills = [level.fill for level in palette.risk]
    colours = [palette.no_reports, *fills, *(mixed(palette.paper, one, THIN) for one in fills)]
    return [
        [edge / len(colours), colour] for at, colour in enumerate(colours) for edge in (at, at + 1)
    ]
