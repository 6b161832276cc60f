"""A text as profiles see it: lines that are not blank, and what they begin with."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from dash_intel.model.report import Section
from dash_intel.model.span import Span
from dash_intel.vocab.labels import folded, standing_labels
from dash_intel.vocab.techniques import technique

LONGEST_HEADING = 90
FULL_WITHIN = 14
FEWEST_FULL = 5
MOST_PARTS = 10_000
"""Blocks and sentences taken from one text; what is beyond is left unread, and listed as such."""
WIDTHS = range(50, 131)
"""Widths that text is wrapped to."""
Part = TypeVar("Part")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—−•*‣▪▫◦·●○■□➤→]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[ivx]{1,4}[.)])\s{1,20}")
_OPENS = re.compile(r"\**(?:#{1,6}\s|[A-Z][^\n:.]{1,40}:)|TLP:")
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


def wrapping_width(lengths: list[int]) -> int | None:
    """Return the width that lines of these lengths were broken at, or None.

    In wrapped text no line is longer than the width and many nearly are as long.
    """
    longest = max(lengths, default=0)
    if longest not in WIDTHS:
        return None
    full = sum(length > longest - FULL_WITHIN for length in lengths)
    return longest if full >= FEWEST_FULL and full * 8 >= len(lengths) else None


class Document:
    """A text with its lines. Slices of it are spans, so nothing read from it loses its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: tuple[Section, ...] | None = None
        """The sections under the built-in headings, once they were looked for."""
        self.parts_left = MOST_PARTS

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in order; those broken at a width are one again."""
        found = self._lines_as_they_stand()
        width = wrapping_width([line.span.end - line.span.start for line in found])
        if width is None:
            return tuple(found)
        joined = found[:1]
        for before, line in pairwise(found):
            if self._is_broken(before, line, width):
                last = joined[-1]
                span = Span(last.span.start, line.span.end)
                joined[-1] = Line(last.number, span, last.indent, last.after_blank)
            else:
                joined.append(line)
        return tuple(joined)

    def _lines_as_they_stand(self) -> list[Line]:
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
        return found

    def _is_broken(self, before: Line, line: Line, width: int) -> bool:
        if line.after_blank or self.without_bullet(line.span) != line.span:
            return False
        if _OPENS.match(self.text, *line.span) or self._is_heading(line.span):
            return False
        word = self.text[line.span.start : line.span.start + width].split(maxsplit=1)[0]
        return before.indent + before.span.end - before.span.start + 1 + len(word) > width

    def _is_heading(self, span: Span) -> bool:
        if span.end - span.start > LONGEST_HEADING:
            return False
        bare = self.words(span).strip("#*: \t")
        return technique(bare) is not None or folded(bare) in standing_labels()

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
