"""Small multiples over time: one scale, so that a glance compares them."""

from textwrap import wrap

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure import time
from dash_intel.figure.template import TEXT_SIZE, empty, plain
from dash_intel.view.chart import Panel, PanelChart

ACROSS = 3
HEIGHT = 160
"""Of a panel with its title, in pixels."""
TITLE = 54
BELOW = 34
FOOT = 12
GAP = 0.05
LETTERS = 20


def panels(view: PanelChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the figure; the panel whose key is ``chosen`` has its title in the press colour."""
    rows = -(-len(view.panels) // ACROSS)
    height = rows * HEIGHT + BELOW
    figure = empty(palette, height)
    days = sorted({one.on for panel in view.panels for line in panel.lines for one in line.points})
    if not days:
        return figure
    held = [
        one.value
        for panel in view.panels
        for line in panel.lines
        for one in line.points
        if one.value is not None
    ]
    ticks, words = time.values(max(held, default=0), view.unit, 3)
    marked, labels = time.days(days, view.scale, 3)
    for at, panel in enumerate(view.panels):
        row, column = divmod(at, ACROSS)
        corner = (column * (1 + GAP) / ACROSS, 1 - row / rows)
        axes = (f"x{at + 1}", f"y{at + 1}")
        bottom = 1 - (row + 1) / rows + FOOT / (rows * HEIGHT)
        figure.update_layout(
            {
                f"xaxis{at + 1}": {
                    "domain": [corner[0], corner[0] + (1 - 2 * GAP) / ACROSS],
                    "anchor": axes[1],
                    "range": time.span(days),
                    "tickvals": marked,
                    "ticktext": labels,
                    "showticklabels": at + ACROSS >= len(view.panels),
                    "showgrid": False,
                },
                f"yaxis{at + 1}": {
                    "domain": [bottom, corner[1] - TITLE / (rows * HEIGHT)],
                    "anchor": axes[0],
                    "range": [0, ticks[-1] * 1.06],
                    "tickvals": ticks,
                    "ticktext": words,
                    "showticklabels": column == 0,
                    "gridcolor": palette.hair,
                },
            }
        )
        _draw(figure, panel, view, palette, axes)
        _title(figure, panel, corner, palette.accent if chosen == panel.key else palette.ink)
    figure.update_xaxes(zeroline=False, fixedrange=True)
    figure.update_yaxes(zeroline=False, fixedrange=True, automargin=True)
    figure.update_layout(margin={"l": 0, "r": 8, "t": 0, "b": BELOW})
    return figure


def _draw(
    figure: go.Figure, panel: Panel, view: PanelChart, palette: Palette, axes: tuple[str, str]
) -> None:
    is_partial = view.is_last_partial
    for line in sorted(panel.lines, key=lambda one: one.colour is not None):
        is_grey = line.colour is None
        colour = palette.line if line.colour is None else palette.tags[line.colour]
        drawn = time.strokes(
            line.points, colour, width=1.0 if is_grey else 2.0, is_last_partial=is_partial
        )
        if not is_grey:
            drawn.append(
                time.marks(line.points, colour, 4.5, palette.paper, is_last_partial=is_partial)
            )
        for trace in drawn:
            trace.update(xaxis=axes[0], yaxis=axes[1])
            figure.add_trace(trace)


def _title(figure: go.Figure, panel: Panel, corner: tuple[float, float], colour: str) -> None:
    name, _, rest = panel.title.partition("\n")
    rows = [f"<b>{plain(row)}</b>" for row in wrap(name, LETTERS, max_lines=2, placeholder="…")]
    figure.add_annotation(
        x=corner[0],
        y=corner[1],
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        align="left",
        text="<br>".join([*rows, *([plain(rest)] if rest else [])]),
        showarrow=False,
        font={"size": TEXT_SIZE, "color": colour},
    )
