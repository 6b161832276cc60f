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
        name = self.name[-LONGEST:]
        return folded(_PARENTHESIS.sub("", name) if ")" in name else name)

    @property
    def parenthesis(self) -> str | None:
        """What stands in parentheses at the end of the name."""
        match = _PARENTHESIS.search(self.name[-LONGEST:])
        return match.group(1) if match else None


class Opening(NamedTuple):
    """The label that a line begins with, and by key all it may be read as, the likeliest first."""

    label: Label | None
    readings: tuple[tuple[str, Label], ...]
