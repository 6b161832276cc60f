"""Small pictures inside lines of text: a course of figures, without axes."""

from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 160, 36, 4


def sparkline(values: Sequence[float], colour: str) -> str:
    """Return an SVG of ``values`` from 0 up in ``colour``, with a dot on the last one."""
    points = _points(values)
    line = " ".join(f"{x:g},{y:g}" for x, y in points)
    dot = "".join(f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="{colour}"/>' for x, y in points[-1:])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}"><polyline points="{line}" fill="none"'
        f' stroke="{colour}" stroke-width="1.5" stroke-linejoin="round"/>{dot}</svg>'
    )


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    highest = max([*values, 1])
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    return [
        (
            round(EDGE + at * step, 1),
            round(HEIGHT - EDGE - value / highest * (HEIGHT - 2 * EDGE), 1),
        )
        for at, value in enumerate(values)
    ]
