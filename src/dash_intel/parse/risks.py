"""Reads Implications and Strategic Risks: one risk a sentence or labelled bullet."""

import re

from dash_intel.model.items import Risk
from dash_intel.model.span import Span
from dash_intel.parse.absence import is_absent
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.label import Label
from dash_intel.parse.labels import label_at
from dash_intel.parse.notes import Notes
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import labels

MOST_WORDS = 6
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")
_OPPORTUNITY = {"opportunity", "opportunities"}


def read_risks(notes: Notes, body: Span) -> tuple[Risk, ...]:
    """Return the risks of ``body``. A label with nothing behind it heads the bullets below it."""
    found: list[Risk] = []
    heading: Label | None = None
    for block in blocks(notes.document, body):
        label = _label(notes, block)
        if label is not None and label.rest.start == label.rest.end:
            notes.claim(block.span)
            heading = label
        elif label is not None:
            heading = None
            if not is_absent(notes.document.words(label.rest)):
                found.append(_risk(notes, label.rest, label))
        elif (heading is not None and block.bulleted) or (
            heading is not None and _is_first_under(notes, heading, block)
        ):
            found.append(_risk(notes, block.span, heading))
        else:
            heading = None
            found.extend(
                _risk(notes, span, None)
                for span in sentences(notes.document, block.span)
                if not is_absent(notes.document.words(span))
            )
    return tuple(found)


def _is_first_under(notes: Notes, heading: Label, block: Block) -> bool:
    between = Span(heading.span.end, block.span.start)
    return not _WORD.search(notes.document.words(between))


def _label(notes: Notes, block: Block) -> Label | None:
    label = label_at(notes.document, block.span)
    if label is None:
        return None
    words = label.name.split()
    bold = notes.document.words(label.span).startswith("**")
    whole_line = label.rest.start == label.rest.end
    if bold or block.bulleted or whole_line:
        return label if len(words) <= MOST_WORDS + 2 else None
    subjects = set(_WORDS.findall(label.key))
    return label if subjects <= set(labels("subject")) and len(words) <= MOST_WORDS else None


def _risk(notes: Notes, span: Span, label: Label | None) -> Risk:
    notes.claim(span, label.span if label else None)
    return Risk(
        risk_id="",
        text=notes.document.words(span),
        label=label.name if label else None,
        polarity="opportunity" if label and label.key in _OPPORTUNITY else "risk",
        span=span,
        heading=label.span if label else None,
    )
