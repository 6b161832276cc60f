"""The bullets and paragraphs of a section."""

import re
from typing import NamedTuple

from dash_intel.model.span import Span
from dash_intel.parse.document import Document, Line

_MERGED = re.compile(r"(?<=[.:;!?])\s{1,8}(?=[-–•]\s{1,8}[A-Z“\"*])")
_FIRST = re.compile(r"\(?1[.)]\s")
_MERGED_NUMBER = re.compile(r"(?<=[.:;!?])\s{1,8}(?=\(?\d{1,2}[.)]\s{1,8}[A-Z])")
_ENDS = frozenset(".:;!?。؟")
LONGEST_MERGED = 30_000
"""A report whose line breaks were lost is shorter than this; a longer line is not taken apart."""


class Block(NamedTuple):
    """A bullet or a paragraph: ``span`` without the bullet, over all lines it was wrapped to."""

    span: Span
    bulleted: bool
    indent: int


def blocks(document: Document, body: Span) -> tuple[Block, ...]:
    """Return the blocks of ``body``; wrapped lines are joined, merged bullets taken apart."""
    found: list[Block] = []
    previous: Line | None = None
    for line in document.lines_in(body):
        if previous is not None and (
            _continues(document, previous, line) or _hangs(document, found[-1], line)
        ):
            last = found[-1]
            found[-1] = Block(Span(last.span.start, line.span.end), last.bulleted, last.indent)
        else:
            found.extend(_blocks_of_line(document, line))
        previous = line
    filled = [block for block in found if block.span.start < block.span.end]
    return tuple(document.within_bounds(filled))


def _blocks_of_line(document: Document, line: Line) -> list[Block]:
    parts = []
    for whole in _apart(document, line.span):
        span = document.without_bullet(whole)
        if document.words(span).strip("-–—−•*·") == "":
            continue
        parts.append(Block(span, span.start > whole.start, line.indent))
    return parts or [Block(Span(line.span.start, line.span.start), False, 0)]


def _apart(document: Document, line: Span) -> list[Span]:
    words = document.text[line.start + 1 : line.end]
    if len(words) >= LONGEST_MERGED or not (
        "-" in words or "–" in words or "•" in words or "2" in words
    ):
        return [line]
    starts = [line.start, *(match.end() for match in _MERGED.finditer(document.text, *line))]
    if _FIRST.match(document.text, *line):
        numbers = _MERGED_NUMBER.finditer(document.text, *line)
        starts = sorted({*starts, *(match.end() for match in numbers)})
    ends = [*starts[1:], line.end]
    return [document.trimmed(Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _hangs(document: Document, last: Block, line: Line) -> bool:
    """Tell whether ``line`` is indented below the bullet ``last`` and has none of its own."""
    return (
        last.bulleted
        and not line.after_blank
        and line.indent > last.indent
        and document.text[line.span.start].isalnum()
        and document.text[last.span.end - 1 : last.span.end] != ":"
        and document.without_bullet(line.span) == line.span
    )


def _continues(document: Document, previous: Line, line: Line) -> bool:
    if line.after_blank or document.without_bullet(line.span) != line.span:
        return False
    before = document.words(previous.span)
    if before.rstrip("*\"”’')")[-1:] in _ENDS:
        return False
    return document.text[line.span.start].islower()
