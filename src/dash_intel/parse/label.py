"""A label at the start of a line, and what follows it."""

import re
from typing import NamedTuple

from dash_intel.model.span import Span
from dash_intel.vocab.labels import folded

LONGEST = 90
_PARENTHESIS = re.compile(r"\s*\(([^()\n]{1,60})\)\s*$")


class Label(NamedTuple):
    """A label and what follows it. ``name`` is as written, without bold marks and colon."""

    name: str
    span: Span
    rest: Span

    @property
    def key(self) -> str:
        """The name as labels are compared, without a closing parenthesis."""
        return key(self.name)

    @property
    def parenthesis(self) -> str | None:
        """What stands in parentheses at the end of the name."""
        match = _PARENTHESIS.search(self.name[-LONGEST:])
        return match.group(1) if match else None


class Opening(NamedTuple):
    """What a line begins with: its label, and all that may be one, the likeliest first.

    ``start`` is the line without its bullet; ``readings`` are keys, where their labels end, and
    the marks that their names leave out at the end.
    """

    start: Span
    label: Label | None
    readings: tuple[tuple[str, int, str], ...]


def key(name: str) -> str:
    """Return ``name`` as labels are compared, without a closing parenthesis."""
    end = name[-LONGEST:]
    return folded(_PARENTHESIS.sub("", end) if ")" in end else end)
