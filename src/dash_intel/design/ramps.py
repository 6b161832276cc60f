"""Ramps of five steps: that of risk, and one for every other share."""

from typing import Literal

from dash_intel.design.marks import mixed
from dash_intel.design.tokens import Level, Palette

Ramp = Literal["risk", "plain"]
Levels = tuple[Level, Level, Level, Level, Level]

_SHARES = (0.06, 0.3, 0.5, 0.7, 1.0)


def ramp(palette: Palette, name: Ramp) -> Levels:
    """Return the steps of a ramp, lowest first; ``plain`` is made of tints of the accent."""
    if name == "risk":
        return palette.risk
    one, two, three, four, five = (mixed(palette.paper, palette.accent, share) for share in _SHARES)
    return (
        _level(palette, one),
        _level(palette, two),
        _level(palette, three),
        _level(palette, four),
        _level(palette, five),
    )


def is_dark(colour: str) -> bool:
    """Tell whether a colour is nearer to black than to white, as eyes see it."""
    return _luminance(colour) < _MIDDLE


def _level(palette: Palette, fill: str) -> Level:
    is_light_ink = not is_dark(palette.ink)
    return Level(fill, palette.ink if is_dark(fill) == is_light_ink else palette.paper)


_MIDDLE = 0.179
"""The luminance from which black and white text are read equally well (WCAG 2)."""


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
