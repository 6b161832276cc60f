"""The likelihood strip: a line from 0 to 100 %, with the band filled that a report states."""

from urllib.parse import quote

from dash_intel.design.tokens import Palette

WIDTH, HEIGHT = 108, 12
_LEFT, _LENGTH = 4, 100


def strip(palette: Palette, band: tuple[float, float] | None) -> str:
    """Return the strip as the address of an SVG picture; ``band`` in shares from 0 to 1.

    Without a band the line is dashed and empty.
    """
    middle = HEIGHT / 2
    dashes = "" if band else ' stroke-dasharray="3 3"'
    ticks = "".join(
        f'<path d="M{_LEFT + at} {middle - 3}v6" stroke="{palette.line}"/>'
        for at in (0, _LENGTH // 2, _LENGTH)
    )
    return "data:image/svg+xml;utf8," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<path d="M{_LEFT} {middle}h{_LENGTH}" stroke="{palette.line}"{dashes}/>{ticks}'
        f"{_filled(palette, band) if band else ''}</svg>"
    )


def _filled(palette: Palette, band: tuple[float, float]) -> str:
    low, high = (round(share * _LENGTH, 1) for share in band)
    width = max(high - low, 2)
    start = min(low, _LENGTH - width) + _LEFT
    return f'<rect x="{start}" y="2" width="{width}" height="8" rx="1" fill="{palette.accent}"/>'
