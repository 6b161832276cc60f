"""Values side by side as dumbbells: an interval, a hollow mark before, a full one now."""

import math
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.template import NAME_SIZE, TEXT_SIZE, empty, hover, plain
from dash_intel.view.chart import Bar, BarChart

ROW = 34
TOP = 30
INTERVAL = 8
FAINT = 0.18
MARK = 11
NOTE_ROOM = 78


def bars(view: BarChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the bars, the first on top; the mark of ``chosen`` is outlined."""
    figure = empty(palette, TOP + ROW * max(1, len(view.bars)))
    for at, bar in enumerate(view.bars):
        _draw(figure, at, bar, palette, is_chosen=bar.key == chosen)
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=10,
            y=at,
            text=_note(bar),
            showarrow=False,
            font={"color": _colour(bar, palette), "size": TEXT_SIZE},
        )
    figure.update_layout(barmode="overlay", bargap=0, margin={"r": NOTE_ROOM, "t": TOP, "b": 0})
    figure.update_yaxes(
        range=[len(view.bars) - 0.5, -0.5],
        tickvals=list(range(len(view.bars))),
        ticktext=[_name(bar) for bar in view.bars],
        tickfont={"size": NAME_SIZE, "color": palette.ink},
        ticklabelstandoff=8,
        showgrid=False,
    )
    ticks = _ticks(view)
    figure.update_xaxes(
        range=[-ticks[-1] * 0.02, ticks[-1] * 1.03],
        side="top",
        showgrid=True,
        gridcolor=palette.hair,
        tickvals=ticks,
        ticktext=_written(ticks, is_share=view.unit == "share"),
        tickangle=0,
    )
    return figure


def _draw(figure: go.Figure, at: int, bar: Bar, palette: Palette, *, is_chosen: bool) -> None:
    colour = _colour(bar, palette)
    said = {"hovertext": hover(bar.hover), "hoverinfo": "text", "customdata": [bar.key]}
    if bar.low is not None and bar.high is not None:
        figure.add_bar(
            x=[bar.high - bar.low],
            base=[bar.low],
            y=[at],
            width=[INTERVAL / ROW],
            orientation="h",
            marker={
                "color": colour,
                "opacity": FAINT,
                "line": {"width": 0},
                "pattern": {"shape": "/" if bar.is_thin else "", "solidity": 0.25, "size": 6},
            },
            unselected={"marker": {"opacity": FAINT}},
            **said,
        )
    if bar.before is not None and bar.now is not None:
        figure.add_scatter(
            x=[bar.before, bar.now],
            y=[at, at],
            mode="lines",
            line={"color": colour, "width": 2},
            hoverinfo="skip",
        )
    for value, is_now in ((bar.before, False), (bar.now, True)):
        if value is not None:
            _mark(figure, (value, at), colour if is_now else palette.paper, colour, said)
    if is_chosen and bar.now is not None:
        _mark(figure, (bar.now, at), colour, palette.ink, said)


def _mark(
    figure: go.Figure,
    place: tuple[float, int],
    fill: str,
    edge: str,
    said: Mapping[str, object],
) -> None:
    figure.add_scatter(
        x=[place[0]],
        y=[place[1]],
        mode="markers",
        marker={"size": MARK, "color": fill, "line": {"color": edge, "width": 2}},
        unselected={"marker": {"opacity": 1}},
        **said,
    )


def _colour(bar: Bar, palette: Palette) -> str:
    if bar.arrow == "deteriorated":
        return palette.worse
    return palette.better if bar.arrow == "improved" else palette.muted


def _name(bar: Bar) -> str:
    is_changed = bar.arrow in {"deteriorated", "improved"}
    return f"<b>{plain(bar.name)}</b>" if is_changed else plain(bar.name)


def _note(bar: Bar) -> str:
    glyph = {"deteriorated": "▲ ", "improved": "▼ "}.get(bar.arrow or "", "")
    return f"{glyph}{plain(bar.note)}"


def _ticks(view: BarChart) -> list[float]:
    values = [value for bar in view.bars for value in (bar.now, bar.before, bar.high) if value]
    highest = max(values, default=1)
    rough = highest / 4
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * one for one in (1, 2, 2.5, 5, 10) if size * one >= rough)
    count = min(math.ceil(highest / step), round(1 / step) if view.unit == "share" else 99)
    return [round(step * at, 6) for at in range(max(1, count) + 1)]


def _written(ticks: Sequence[float], *, is_share: bool) -> list[str]:
    if not is_share:
        return [f"{tick:,g}" for tick in ticks]
    last = len(ticks) - 1
    return [f"{tick * 100:g}{'%' if at == last else ''}" for at, tick in enumerate(ticks)]
