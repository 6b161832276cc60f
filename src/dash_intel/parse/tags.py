"""Reads Thematic Tags."""

import re

from dash_intel.model.items import Tag
from dash_intel.model.span import Span
from dash_intel.parse.blocks import blocks
from dash_intel.parse.notes import Notes

LONGEST = 80
_BETWEEN = re.compile(r"[,;|\n•]+")
_AROUND = " \t\u00a0[](){}\"'“”‘’«»*#`"
_FULL_STOPS = ".。"


def read_tags(notes: Notes, body: Span) -> tuple[Tag, ...]:
    """Return the tags of ``body``, each once, without brackets, quotes and the closing full stop.

    A part too long for a tag is left unread.
    """
    found: dict[str, Tag] = {}
    for block in blocks(notes.document, body):
        for part in _parts(notes, block.span):
            words = notes.document.words(part)
            if len(words) > LONGEST:
                continue
            notes.claim(part)
            name = " ".join(words.casefold().split())
            found.setdefault(name, Tag(name, words, part))
    return tuple(found.values())


def _parts(notes: Notes, span: Span) -> list[Span]:
    text, found, start = notes.document.text, [], span.start
    ends = [(match.start(), match.end()) for match in _BETWEEN.finditer(text, *span)]
    for end, following in [*ends, (span.end, span.end)]:
        part = _bare(text, Span(start, end))
        if part.start < part.end:
            found.append(part)
        start = following
    return found


def _bare(text: str, part: Span) -> Span:
    words = text[part.start : part.end]
    stripped = words.strip().rstrip(_FULL_STOPS).strip(_AROUND).rstrip(_FULL_STOPS).strip(_AROUND)
    start = part.start + words.index(stripped)
    return Span(start, start + len(stripped))
