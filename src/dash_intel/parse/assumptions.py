"""Reads Key Assumptions and Red Flags: assumptions, red flags, gaps, biases."""

import re
from typing import NamedTuple, cast

from dash_intel.model.items import Assumption, AssumptionKind
from dash_intel.model.span import Span
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.document import Document
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, label_at
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import split
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import labels

_HYPOTHESIS = re.compile(
    r"hypothesis\s?(?:[a-z]|\d{1,2})\**(?:\s{0,2}[–—-]\s[^\n]{1,60})?", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:there\s(?:are|is|were)\s)?(?:currently\s)?(?:none|nil|nothing|n/?a|not\sapplicable"
    r"|no\s(?:[\w-]{1,20}\s){0,3}(?:assumptions?|flags?|gaps?|spots?|bias(?:es)?|inconsistenc\w{1,3}"
    r"|data|risks?|indicators?))"
    r"(?:\s(?:(?:is|are|was|were|have\sbeen|has\sbeen)\s)?(?:known|identified|stated|noted|listed"
    r"|found|specified|reported|apparent|observed|detected))?"
    r"(?:\s(?:so\sfar|yet|to\sdate|currently|at\s(?:present|this\s(?:time|stage))))?\W{0,3}",
    re.IGNORECASE,
)
LONGEST = 120
"""Characters of a bare label, or of a sentence that says that there is none."""
MOST_WORDS = 5
_SMALL = frozenset(("and", "or", "of", "the", "to", "in", "for", "&", "/"))


class _Heading(NamedTuple):
    """The label that items stand under; ``shape`` is that of its block, None before any."""

    kind: str = "other"
    span: Span | None = None
    shape: tuple[bool, int, bool] | None = None


def read_assumptions(notes: Notes, body: Span) -> tuple[Assumption, ...]:
    """Return the assumptions, red flags, gaps and biases of ``body``.

    A sentence that says that there is none is no item, and left unread.
    """
    document = notes.document
    found: list[Assumption] = []
    heading = _Heading()
    for block in blocks(document, body):
        label = known_label(document, block.span, labels("assumption"))
        own = label or label_at(document, block.span)
        where = block.span
        if label is not None:
            heading = _Heading(labels("assumption")[label.key], label.span, _shape(block, label))
            notes.claim(label.span)
            where = label.rest
        elif _stands_alone(document, block, own):
            notes.claim(block.span)
            heading = _Heading(span=block.span)
            continue
        elif own is not None and (
            _names_hypothesis(own) or _is_sibling(document, block, own, heading)
        ):
            if not _names_hypothesis(own):
                heading = _Heading("other", own.span, heading.shape)
            notes.claim(own.span)
            where = own.rest
        for span in _items(document, block, where, is_labelled=where != block.span):
            notes.claim(span)
            kind = cast("AssumptionKind", heading.kind)
            found.append(Assumption(kind, document.words(span), span, heading.span))
    return tuple(found)


def _items(document: Document, block: Block, where: Span, *, is_labelled: bool) -> tuple[Span, ...]:
    if is_labelled and ";" in document.words(where):
        spans = split(document, where, ";")
    elif block.bulleted and not is_labelled:
        spans = (where,)
    else:
        spans = sentences(document, where)
    return tuple(span for span in spans if not _says_none(document, span))


def _says_none(document: Document, span: Span) -> bool:
    return span.end - span.start <= LONGEST and _NONE.fullmatch(document.words(span)) is not None


def _stands_alone(document: Document, block: Block, label: Label | None) -> bool:
    """Tell whether ``block`` is only a label that no vocabulary has, or names a hypothesis."""
    if label is None:
        words = document.words(block.span).strip("*# ")
        return len(words) <= LONGEST and _HYPOTHESIS.fullmatch(words) is not None
    empty = label.rest.start == label.rest.end
    return empty and (_names_hypothesis(label) or _looks_like_label(document, label))


def _names_hypothesis(label: Label) -> bool:
    return _HYPOTHESIS.fullmatch(label.name) is not None


def _shape(block: Block, label: Label) -> tuple[bool, int, bool]:
    in_list = block.bulleted and label.rest.start == label.rest.end
    return block.bulleted, block.indent, in_list


def _is_sibling(document: Document, block: Block, label: Label, heading: _Heading) -> bool:
    """Tell whether an unknown label takes the place of the one in force, standing as that does.

    A bullet under a label that has a line of its own does not: it is an item with a name.
    """
    return heading.shape == _shape(block, label) and _looks_like_label(document, label)


def _looks_like_label(document: Document, label: Label) -> bool:
    words = label.name.split()
    capital = all(word[:1].isupper() or word in _SMALL for word in words)
    return document.words(label.span).startswith("**") or (capital and len(words) <= MOST_WORDS)
