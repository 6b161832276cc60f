"""Takes the publisher off the end of a title, where there is one."""

import re
from collections import deque
from dataclasses import dataclass

from dash_intel.model.span import Span
from dash_intel.parse.document import Document

MOST_WORDS = 6
_DASH = re.compile(r"(?<=\s)[–—−|-](?=\s)")
_PROMOTED = re.compile(
    r"(?:^|(?<=[\s–—-]))(?:Promoted|Sponsored|Partner|Paid)[\s-](?:[Cc]ontent|[Pp]ost)$"
)
_NO_NAME = re.compile(
    r"\d|\b(?:what|how|why|who|when|where|analysis|opinion|explained|explainer|updates?"
    r"|photos?|video|killed|says?|will|amid|after)\b",
    re.IGNORECASE,
)
"""Words that end titles and stand in no outlet's name, or too rarely to tell."""
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "le", "el", "al", "der", "die"}
_DOMAIN = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title without its publisher; ``promoted`` spans a label such as ``Promoted content``."""

    title: Span
    publisher: Span | None = None
    promoted: Span | None = None


def titled(document: Document, line: Span) -> Titled:
    """Split ``line`` on its last spaced dash, if what follows looks like a publisher's name."""
    dash = next(iter(deque(_DASH.finditer(document.text, *line), maxlen=1)), None)
    if dash is None:
        return _without_label(document, line, None)
    title = document.trimmed(Span(line.start, dash.start()))
    tail = document.trimmed(Span(dash.end(), line.end))
    if title.start == title.end or not _is_name(document.words(tail)):
        return _without_label(document, line, None)
    return _without_label(document, title, tail)


def speaks_for(document: Document, one: Titled, other: Titled | None) -> bool:
    """Tell whether the other title line lets the tail of ``one`` be a publisher.

    A tail whose words all stand in the other line is part of the title.
    """
    if one.publisher is None or other is None:
        return one.publisher is not None
    tail, theirs = _words(document, one.publisher), set(_words(document, other.title))
    return not set(tail) <= theirs


def is_rewritten(document: Document, title: Span, headline: Span) -> bool:
    """Tell whether ``title`` shares less than half of its words with ``headline``."""
    words, theirs = _words(document, title), set(_words(document, headline))
    return sum(word in theirs for word in words) * 2 < len(words)


def _without_label(document: Document, title: Span, publisher: Span | None) -> Titled:
    tail_start = max(title.start, title.end - 40)
    match = _PROMOTED.search(document.text, tail_start, title.end)
    if match is None:
        return Titled(title, publisher)
    words = document.text[title.start : match.start()].rstrip(" –—-")
    return Titled(
        document.trimmed(Span(title.start, title.start + len(words))),
        publisher,
        Span(match.start(), match.end()),
    )


def _is_name(tail: str) -> bool:
    words = tail.split()
    if not 0 < len(words) <= MOST_WORDS or tail[-1] in ".?!…:;," or tail.isdigit():
        return False
    if _DOMAIN.match(tail):
        return True
    if _NO_NAME.search(tail):
        return False
    return all(word.casefold() in _SMALL or not word[0].islower() for word in words) and any(
        character.isalpha() for character in tail
    )


def _words(document: Document, span: Span) -> list[str]:
    return [word.casefold() for word in _WORD.findall(document.words(span))]
