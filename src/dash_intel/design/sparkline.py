"""Small pictures inside lines of text: a course of figures, without axes."""

from collections.abc import Sequence
from urllib.parse import quote

from dash_intel.design.tokens import Palette

WIDTH, HEIGHT = 160, 36
_EDGE = 4


def sparkline(
    palette: Palette,
    values: Sequence[float],
    *,
    colour: str | None = None,
    is_last_partial: bool = False,
    least_top: float = 1,
) -> str:
    """Return the course of ``values`` as the address of an SVG picture, a dot on the last one.

    The line starts at 0 at the bottom and reaches the highest value, or ``least_top``, at the top;
    it is muted where no ``colour`` is given. Where the last
    value is of a period that is not complete, the way to it is dotted and its dot hollow.
    """
    points = _points(values, least_top)
    stroke = colour or palette.muted
    whole = points[:-1] if is_last_partial else points
    parts = [_line(whole, stroke)]
    if is_last_partial:
        parts.append(_line(points[-2:], stroke, ' stroke-dasharray="2 3"'))
    fill = palette.paper if is_last_partial else stroke
    parts += [
        f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{fill}" stroke="{stroke}"/>'
        for x, y in points[-1:]
    ]
    return "data:image/svg+xml;utf8," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def _line(points: Sequence[tuple[float, float]], stroke: str, dashes: str = "") -> str:
    way = " ".join(f"{x:g},{y:g}" for x, y in points)
    return (
        f'<polyline points="{way}" fill="none" stroke="{stroke}" stroke-width="1.5"'
        f' stroke-linejoin="round"{dashes}/>'
    )


def _points(values: Sequence[float], least_top: float) -> list[tuple[float, float]]:
    highest = max([*values, least_top])
    across = (WIDTH - 2 * _EDGE) / max(1, len(values) - 1)
    up = (HEIGHT - 2 * _EDGE) / highest
    return [
        (round(_EDGE + at * across, 1), round(HEIGHT - _EDGE - value * up, 1))
        for at, value in enumerate(values)
    ]
