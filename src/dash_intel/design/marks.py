"""The colours in which a report's items are marked in its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dash_intel.design.tokens import Palette

TINT = 0.16
"""Share of the mark's colour in the tint behind marked text."""


@dataclass(frozen=True, slots=True)
class MarkColours:
    """How one kind of item is marked: the line under its text and the tint behind it."""

    line: str
    tint: str


_TAG_OF_KIND: Mapping[str, int] = MappingProxyType(
    {
        "recommendation": 0,
        "scenario": 1,
        "assumption": 2,
        "technique": 3,
        "insight": 3,
        "risk": 4,
        "hypothesis": 5,
        "entity": 6,
    }
)


def mark_colours(palette: Palette) -> Mapping[str, MarkColours]:
    """Return kind → colours.

    Some share a colour: insights and techniques, which no profile has both of; head and tags,
    which open and close a report; and what belongs together, such as scenarios and triggers.
    """
    found = {
        kind: MarkColours(palette.tags[tag], mixed(palette.paper, palette.tags[tag], TINT))
        for kind, tag in _TAG_OF_KIND.items()
    }
    quiet = MarkColours(palette.line, mixed(palette.paper, palette.line, TINT))
    found["assessment"], found["trigger"] = found["hypothesis"], found["scenario"]
    found["detail"] = found["insight"]
    found["gap"] = found["entity"]
    found["head"] = found["tag"] = quiet
    found["unread"] = MarkColours(palette.hues.orange.mark, palette.hues.orange.tint)
    found["warning"] = MarkColours(palette.hues.red.mark, palette.paper)
    return found


def mixed(ground: str, colour: str, share: float) -> str:
    """Return ``colour`` laid over ``ground``; ``share`` is its opacity from 0 to 1."""
    parts = (
        round(int(below, 16) * (1 - share) + int(above, 16) * share)
        for below, above in zip(_channels(ground), _channels(colour), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def _channels(colour: str) -> tuple[str, str, str]:
    return colour[1:3], colour[3:5], colour[5:7]
