"""Small pictures inside lines of text: a course of figures, without axes."""

from collections.abc import Sequence
from urllib.parse import quote

from dash_intel.design.tokens import Palette

WIDTH, HEIGHT = 160, 36
_EDGE = 4


def sparkline(palette: Palette, values: Sequence[float]) -> str:
    """Return the course of ``values`` as the address of an SVG picture, a dot on the last one.

    The line starts at 0 at the bottom.
    """
    points = _points(values)
    line = " ".join(f"{x:g},{y:g}" for x, y in points)
    dot = "".join(
        f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{palette.muted}"/>' for x, y in points[-1:]
    )
    return "data:image/svg+xml;utf8," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<polyline points="{line}" fill="none" stroke="{palette.muted}" stroke-width="1.5"'
        f' stroke-linejoin="round"/>{dot}</svg>'
    )


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    highest = max([*values, 1])
    across = (WIDTH - 2 * _EDGE) / max(1, len(values) - 1)
    up = (HEIGHT - 2 * _EDGE) / highest
    return [
        (round(_EDGE + at * across, 1), round(HEIGHT - _EDGE - value * up, 1))
        for at, value in enumerate(values)
    ]
