"""A text as profiles see it: lines that are not blank, and what they begin with."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dash_intel.model.report import Section
from dash_intel.model.span import Span

MOST_PARTS = 10_000
"""Blocks and sentences taken from one text; what is beyond is left unread, and listed as such."""
WIDEST_WRAPPED = 130
Part = TypeVar("Part")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—−•*‣▪▫◦·●○■□➤→]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[ivx]{1,4}[.)])\s{1,20}")
_DASH = re.compile(r"[-–—−](?=[A-Z*“\"])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    ``number`` counts from 1; ``span`` leaves out white space at both ends; ``indent`` is the
    number of characters before it; ``after_blank`` tells whether a blank line stands before it.
    """

    number: int
    span: Span
    indent: int
    after_blank: bool


class Document:
    """A text with its lines. Slices of it are spans, so nothing read from it loses its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: tuple[Section, ...] | None = None
        """The sections under the built-in headings, once they were looked for."""
        self.parts_left = MOST_PARTS

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in order."""
        found = []
        number, previous, position = 1, 0, 0
        for match in _LINE.finditer(self.text):
            number += self.text.count("\n", position, match.start())
            position = match.start()
            span = self.trimmed(Span(match.start(), match.end()))
            if span.start == span.end:
                continue
            found.append(Line(number, span, span.start - match.start(), number > previous + 1))
            previous = number
        return tuple(found)

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether lines were broken at a width, so that a paragraph runs over several."""
        longest = max((line.span.end - line.span.start for line in self.lines), default=0)
        return longest <= WIDEST_WRAPPED

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """Return the lines of ``span``, the first and last cut to it."""
        found = []
        for line in self.lines[self._first_line(span.start) :]:
            if line.span.start >= span.end:
                break
            cut = Span(max(line.span.start, span.start), min(line.span.end, span.end))
            cut = self.trimmed(cut)
            if cut.start < cut.end:
                found.append(Line(line.number, cut, line.indent, line.after_blank))
        return tuple(found)

    def trimmed(self, span: Span) -> Span:
        """Return ``span`` without white space at its ends."""
        words = self.text[span.start : span.end]
        lead = len(words) - len(words.lstrip())
        return Span(span.start + lead, span.start + lead + len(words.strip()))

    def within_bounds(self, parts: list[Part]) -> list[Part]:
        """Return as many of ``parts`` as this text may still have."""
        taken = parts[: self.parts_left]
        self.parts_left -= len(taken)
        return taken

    def words(self, span: Span) -> str:
        """Return the characters of ``span``."""
        return self.text[span.start : span.end]

    def without_bullet(self, span: Span) -> Span:
        """Return ``span`` without the bullet or number it begins with."""
        match = _BULLET.match(self.text, span.start, span.end) or _DASH.match(
            self.text, span.start, span.end
        )
        return self.trimmed(Span(match.end(), span.end)) if match else span

    def _first_line(self, position: int) -> int:
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].span.end <= position:
                low = middle + 1
            else:
                high = middle
        return low
