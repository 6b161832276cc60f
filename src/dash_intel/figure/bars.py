"""Values side by side as dumbbells: an interval, a hollow mark before, a full one now."""

import math
from collections.abc import Mapping, Sequence
from textwrap import wrap

import plotly.graph_objects as go

from dash_intel.design.tokens import Palette
from dash_intel.figure.template import NAME_SIZE, TEXT_SIZE, empty, hover, plain
from dash_intel.view.chart import Bar, BarChart

ROW = 34
TOP = 30
INTERVAL = 8
FAINT = 0.18
MARK = 11
LINE = 2
LONGEST_NAME = 26
"""Characters after which a name goes on in the next line, so that a phone has room for bars."""
NOTE_ROOM, LETTER = 78, 6.6

Row = tuple[int, Bar]


def bars(view: BarChart, palette: Palette, chosen: str | None) -> go.Figure:
    """Return the bars, the first on top; the mark of ``chosen`` is outlined."""
    figure = empty(palette, TOP + ROW * max(1, len(view.bars)))
    rows = list(enumerate(view.bars))
    _intervals(figure, rows, palette)
    _lines(figure, rows, palette)
    _marks(figure, [(at, bar, bar.before) for at, bar in rows], palette, palette.paper)
    _marks(figure, [(at, bar, bar.now) for at, bar in rows], palette, chosen=chosen)
    figure.update_layout(
        barmode="overlay",
        bargap=0,
        margin={"r": _note_room(view), "t": TOP, "b": 0},
        annotations=[_note(at, bar, palette) for at, bar in rows],
    )
    figure.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=[at for at, _ in rows],
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


def _note_room(view: BarChart) -> float:
    """Return the pixels that the longest note takes, with its arrow."""
    longest = max((len(bar.note) for bar in view.bars), default=0)
    return max(NOTE_ROOM, 26 + LETTER * longest)


def _intervals(figure: go.Figure, rows: Sequence[Row], palette: Palette) -> None:
    known = [(at, bar, bar.low, bar.high) for at, bar in rows]
    shown = [
        (at, bar, low, high) for at, bar, low, high in known if low is not None and high is not None
    ]
    figure.add_bar(
        x=[high - low for _, _, low, high in shown],
        base=[low for _, _, low, _ in shown],
        y=[at for at, *_ in shown],
        width=INTERVAL / ROW,
        orientation="h",
        marker={
            "color": [_colour(bar, palette) for _, bar, *_ in shown],
            "opacity": FAINT,
            "line": {"width": 0},
            "pattern": {
                "shape": ["/" if bar.is_thin else "" for _, bar, *_ in shown],
                "solidity": 0.25,
                "size": 6,
            },
        },
        unselected={"marker": {"opacity": FAINT}},
        **_said([bar for _, bar, *_ in shown]),
    )


def _lines(figure: go.Figure, rows: Sequence[Row], palette: Palette) -> None:
    known = [(at, bar, bar.before, bar.now) for at, bar in rows]
    shown = [one for one in known if one[2] is not None and one[3] is not None]
    figure.add_bar(
        x=[(now or 0) - (before or 0) for *_, before, now in shown],
        base=[before for *_, before, _ in shown],
        y=[at for at, *_ in shown],
        width=LINE / ROW,
        orientation="h",
        marker={"color": [_colour(bar, palette) for _, bar, *_ in shown], "line": {"width": 0}},
        unselected={"marker": {"opacity": 1}},
        **_said([bar for _, bar, *_ in shown]),
    )


def _marks(
    figure: go.Figure,
    values: Sequence[tuple[int, Bar, float | None]],
    palette: Palette,
    fill: str | None = None,
    chosen: str | None = None,
) -> None:
    shown = [(at, bar, value) for at, bar, value in values if value is not None]
    colours = [_colour(bar, palette) for _, bar, _ in shown]
    figure.add_scatter(
        x=[value for *_, value in shown],
        y=[at for at, *_ in shown],
        mode="markers",
        cliponaxis=False,
        marker={
            "size": MARK,
            "opacity": 1,
            "color": [fill or colour for colour in colours],
            "line": {
                "width": 2,
                "color": [
                    palette.ink if bar.key == chosen else colour
                    for (_, bar, _), colour in zip(shown, colours, strict=True)
                ],
            },
        },
        unselected={"marker": {"opacity": 1}},
        **_said([bar for _, bar, _ in shown]),
    )


def _said(bars: Sequence[Bar]) -> Mapping[str, object]:
    return {
        "hovertext": [hover(bar.hover) for bar in bars],
        "hoverinfo": "text",
        "customdata": [bar.key for bar in bars],
    }


def _colour(bar: Bar, palette: Palette) -> str:
    if bar.arrow == "deteriorated":
        return palette.worse
    return palette.better if bar.arrow == "improved" else palette.muted


def _name(bar: Bar) -> str:
    is_changed = bar.arrow in {"deteriorated", "improved"}
    name = "<br>".join(map(plain, wrap(bar.name, LONGEST_NAME, break_long_words=False)))
    return f"<b>{name}</b>" if is_changed else name


def _note(at: int, bar: Bar, palette: Palette) -> Mapping[str, object]:
    glyph = {"deteriorated": "▲ ", "improved": "▼ "}.get(bar.arrow or "", "")
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 10,
        "y": at,
        "text": f"{glyph}{plain(bar.note)}",
        "showarrow": False,
        "font": {"color": _colour(bar, palette), "size": TEXT_SIZE},
    }


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
