"""Reads Thematic Tags."""

import re
from itertools import islice

from dash_intel.model.items import Tag
from dash_intel.model.span import Span
from dash_intel.parse.absence import is_absent
from dash_intel.parse.notes import Notes

LONGEST = 80
MOST_WORDS = 6
MOST_TAGS = 300
_BETWEEN = re.compile(r"[,;|\n•]+|\s(?=#\w)")
_NO_TAG = re.compile(r"[:@?!]|\s[–—-]\s")
_AROUND = " \t\u00a0[]{}\"'“”‘’«»*#`"
_FULL_STOPS = ".。"


def read_tags(notes: Notes, body: Span) -> tuple[Tag, ...]:
    """Return the tags of ``body``, each once, without brackets, quotes and the closing full stop.

    They end where a line holds a part that is no tag, such as a sentence; that is left unread.
    """
    found: dict[str, Tag] = {}
    taken = {claim.start for claim in notes.claims}
    for line in notes.document.lines_in(body):
        if line.span.start in taken:
            continue
        parts = _parts(notes, notes.document.without_bullet(line.span))
        if not all(_is_tag(notes.document.words(part)) for part in parts):
            break
        notes.claim(*parts)
        for part in parts:
            words = notes.document.words(part)
            name = " ".join(words.casefold().split())
            found.setdefault(name, Tag(name, words, part))
    return tuple(found.values())


def _is_tag(words: str) -> bool:
    return (
        len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and not _NO_TAG.search(words)
        and not is_absent(words)
    )


def _parts(notes: Notes, span: Span) -> list[Span]:
    text, found, start = notes.document.text, [], span.start
    gaps = islice(_BETWEEN.finditer(text, *span), MOST_TAGS)
    ends = [(match.start(), match.end()) for match in gaps]
    for end, following in [*ends, (span.end, span.end)]:
        part = _bare(text, Span(start, end))
        if part.start < part.end:
            found.append(part)
        start = following
    return found[:MOST_TAGS]


def _bare(text: str, part: Span) -> Span:
    words = text[part.start : part.end]
    bare = words.strip().rstrip(_FULL_STOPS).strip(_AROUND).rstrip(_FULL_STOPS).strip(_AROUND)
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()").strip(_AROUND)
    elif bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip(_AROUND)
    start = part.start + words.index(bare)
    return Span(start, start + len(bare))
