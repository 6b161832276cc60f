"""Finds the lines of a brief that name a category, and tells what other lines begin."""

import re
from collections.abc import Container
from enum import Enum, auto

from dash_intel.model.span import Span
from dash_intel.parse.document import Document, Line
from dash_intel.parse.labels import known_label, label_at
from dash_intel.vocab.labels import folded, labels

INSIGHT = re.compile(
    r"\**insight(?:\s{1,4}\d{1,3})?\**\s{0,4}\[(?P<inside>[^\]\n]{0,80})\]\**\s{0,4}:?\**\s{0,8}",
    re.IGNORECASE,
)
LONGEST_CATEGORY = 80
MOST_WORDS = 6
_SENTENCE_ENDS = frozenset(".!?…。؟")


class _Place(Enum):
    """What the line before belongs to."""

    HEAD = auto()
    NAMED = auto()
    INSIGHT = auto()
    CLOSING_LABEL = auto()
    CLOSING = auto()


def is_insight(document: Document, line: Line) -> bool:
    """Tell whether ``line`` begins an insight."""
    if document.text.find("[", *line.span) < 0:
        return False
    return INSIGHT.match(document.text, *document.without_bullet(line.span)) is not None


def is_series(document: Document, line: Line) -> bool:
    """Tell whether ``line`` is the title of a brief."""
    words = folded(document.words(line.span)[:120].lstrip("#* "))
    return any(words.startswith(series) for series in labels("series"))


def is_known_category(document: Document, line: Line) -> bool:
    """Tell whether ``line`` is nothing but the name of a category of the vocabulary."""
    if line.span.end - line.span.start > LONGEST_CATEGORY:
        return False
    return folded(category_name(document, line)) in labels("category")


def category_name(document: Document, line: Line) -> str:
    """Return the words of ``line`` without marks."""
    return document.words(line.span).strip("#*: \t")


def categories(document: Document, standing: Container[Span]) -> tuple[Line, ...]:
    """Return the lines that name a category.

    That is a name of the vocabulary on a line of its own, or a short bare line above an insight
    that begins something new: in the head, after a blank line, or after the text that closes a
    category. Of names that follow each other, as in a list of contents, the last. ``standing`` are
    the spans of lines that say nothing of the subject.
    """
    found: list[Line] = []
    place, previous = _Place.HEAD, None
    for line, following in zip(document.lines, [*document.lines[1:], None], strict=False):
        closing = known_label(document, line.span, labels("brief"))
        if is_known_category(document, line):
            if following is None or not is_known_category(document, following):
                found.append(line)
            place = _Place.NAMED
        elif closing is not None:
            is_empty = closing.rest.start == closing.rest.end
            place = _Place.CLOSING_LABEL if is_empty else _Place.CLOSING
        elif is_insight(document, line) or known_label(document, line.span, labels("insight")):
            place = _Place.INSIGHT
        elif (
            following is not None
            and is_insight(document, following)
            and line.span not in standing
            and _is_bare(document, line)
            and _may_begin(document, place, previous, line)
        ):
            found.append(line)
            place = _Place.NAMED
        elif place is _Place.CLOSING_LABEL:
            place = _Place.CLOSING
        previous = line
    return tuple(found)


def _may_begin(document: Document, place: _Place, previous: Line | None, line: Line) -> bool:
    """Tell whether ``line`` can begin something new at ``place``."""
    if place is _Place.CLOSING and previous is not None and not line.after_blank:
        return _ends_sentence(document, previous)
    return place in {_Place.HEAD, _Place.CLOSING} or (place is _Place.INSIGHT and line.after_blank)


def _ends_sentence(document: Document, line: Line) -> bool:
    return document.words(line.span).rstrip("*\"”’')")[-1:] in _SENTENCE_ENDS


def _is_bare(document: Document, line: Line) -> bool:
    if line.span.end - line.span.start > LONGEST_CATEGORY:
        return False
    label = label_at(document, line.span)
    return (
        (label is None or label.rest.start == label.rest.end)
        and len(document.words(line.span).split()) <= MOST_WORDS
        and not _ends_sentence(document, line)
        and document.without_bullet(line.span) == line.span
        and not is_series(document, line)
        and known_label(document, line.span, labels("insight")) is None
    )
