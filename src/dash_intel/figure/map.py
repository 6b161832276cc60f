"""A map of the world: countries in five classes, grey without reports, pale where thin."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.template import empty, hover
from dash_intel.view.chart import MapChart, Shape

HEIGHT = 470
THIN = 0.55
"""How much of its colour a country keeps of which there are few reports."""
LATITUDES = (-58, 84)


def world_map(view: MapChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the country whose key is ``chosen`` is outlined.

    Shapes come from the page's own files, so that nothing is asked of another host.
    """
    figure = empty(palette, HEIGHT)
    mine = [one for one in view.shapes if one.key == chosen]
    rest = [one for one in view.shapes if one.key != chosen]
    for is_thin in (False, True):
        of_kind = [one for one in rest if one.level is not None and one.is_thin == is_thin]
        figure.add_trace(_countries(of_kind, palette))
    figure.add_trace(_countries([one for one in rest if one.level is None], palette))
    if mine:
        figure.add_trace(_countries(mine, palette, width=2.5, line=palette.ink))
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
    shapes: Sequence[Shape], palette: Palette, width: float = 0.5, line: str | None = None
) -> go.Choropleth:
    is_held = any(shape.level is not None for shape in shapes)
    is_thin = any(shape.is_thin for shape in shapes)
    usual = palette.paper if is_held and not is_thin else palette.line
    return go.Choropleth(
        locations=[shape.code for shape in shapes],
        locationmode="ISO-3",
        z=[-1 if shape.level is None else shape.level for shape in shapes],
        zmin=-1.5,
        zmax=4.5,
        colorscale=_scale(palette),
        showscale=False,
        marker={
            "line": {"color": line or usual, "width": width},
            "opacity": THIN if is_thin and line is None else 1,
        },
        hovertext=[hover(shape.hover) for shape in shapes],
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=[shape.key for shape in shapes],
        unselected={"marker": {"opacity": THIN if is_thin and line is None else 1}},
    )


def _scale(palette: Palette) -> list[list[float | str]]:
    fills = [palette.no_reports, *(level.fill for level in palette.risk)]
    return [
        [edge / len(fills), fill]
        for at, fill in enumerate(fills)
        for edge in (at, at + 1)
    ]
