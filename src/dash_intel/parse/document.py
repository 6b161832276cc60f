"""A text as profiles see it: lines that are not blank, and what they begin with."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

from dash_intel.model.report import Section
from dash_intel.model.span import Span
from dash_intel.parse.label import Opening
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
_BULLET = re.compile(r"(?:[-–—−•*‣▪▫◦·●○■□➤→]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[ivx]{1,4}[.)])\s{1,20}")
_ROMAN = "ivx"
"""What a bullet of letters begins with; no other two letters begin one."""
_OPENS = re.compile(r"\**(?:#{1,6}\s|[A-Z][^\n:.]{1,40}:)|TLP:")
_DASH = re.compile(r"[-–—−](?=[A-Z*“\"])")


class Line(NamedTuple):
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
        self.openings: dict[Span, Opening] = {}
        """The labels of spans, once they were looked for."""
        self.parts_left = MOST_PARTS
        self._bare: dict[Span, Span] = {}

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
        previous, position = 0, 0
        for number, whole in enumerate(self.text.split("\n"), start=1):
            words = whole.strip()
            if words:
                is_bare = len(words) == len(whole)
                indent = 0 if is_bare else len(whole) - len(whole.lstrip())
                start = position + indent
                span = Span(start, start + len(words))
                found.append(Line(number, span, indent, number > previous + 1))
                previous = number
            position += len(whole) + 1
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

    @cached_property
    def folded_text(self) -> str:
        """The text without its case: to tell what it lacks, not where something stands."""
        return self.text.casefold()

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """Return the lines of ``span``, the first and last cut to it."""
        found = []
        for line in self.lines[bisect_right(self._line_ends, span.start) :]:
            start, end = line.span
            if start >= span.end:
                break
            if span.start <= start and end <= span.end:
                found.append(line)
                continue
            cut = self.trimmed(Span(max(start, span.start), min(end, span.end)))
            if cut.start < cut.end:
                found.append(Line(line.number, cut, line.indent, line.after_blank))
        return tuple(found)

    def trimmed(self, span: Span) -> Span:
        """Return ``span`` without white space at its ends."""
        start, end = span
        if start < end and not (self.text[start].isspace() or self.text[end - 1].isspace()):
            return span
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

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
        start, end = span
        opening = self.text[start : start + 2]
        if opening.isalpha() and opening[0] not in _ROMAN:
            return span
        bare = self._bare.get(span)
        if bare is None:
            match = _BULLET.match(self.text, start, end) or _DASH.match(self.text, start, end)
            bare = self.trimmed(Span(match.end(), end)) if match else span
            self._bare[span] = bare
        return bare

    def lines_at(self, positions: Iterable[int]) -> tuple[Line, ...]:
        """Return the lines that hold these positions, each once, in order."""
        numbers = {bisect_right(self._line_ends, position) for position in positions}
        return tuple(self.lines[number] for number in sorted(numbers) if number < len(self.lines))

    @cached_property
    def _line_ends(self) -> tuple[int, ...]:
        return tuple(line.span.end for line in self.lines)
