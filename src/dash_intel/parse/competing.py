"""Reads Competing Hypotheses and the assessment on them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from dash_intel.model.items import Hypothesis, Statement
from dash_intel.model.span import Span
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.document import Document
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, label_at
from dash_intel.parse.notes import Notes
from dash_intel.parse.preference import (
    compares,
    concludes,
    is_reported,
    opens_conclusion,
    preferred,
)
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import folded

_HYPOTHESIS = re.compile(
    r"hypothesis\s?(?P<label>[a-z]|\d{1,2})\**(?:\s{0,2}$|\s{0,2}[–—:(-]\s{0,2}\**(?P<own>.{1,80}))",
    re.IGNORECASE,
)
_BARE = {f"hypothesis {label}": "" for label in (*"abcdefghij", *map(str, range(1, 21)))}
_MERGED = re.compile(
    r"(?<=[.;:!?*])\s{1,4}(?:[-–•]\s|\(?\d{1,2}[.)]\s)?"
    r"(?=\**(?:Hypothesis\s?(?:[A-Z]|\d{1,2})\b[^.;:\n]{0,60}|(?:Overall\s)?Assessment)\**\s?:)"
)
MOST_MERGED = 50
_ASSESSMENT = {"assessment", "overall assessment"}
_OWN_NAME = re.compile(r"\**(?P<own>[^.:;,\n*]{1,60})[.:]")
_ORDINALS = ("first", "second", "third")
MOST_NAMED = 50


class _Start(NamedTuple):
    """Where a hypothesis or the assessment begins; ``called`` is its label, ``own`` its name."""

    label: Label
    called: str | None
    own: Span | None = None


def read_hypotheses(notes: Notes, body: Span) -> tuple[tuple[Hypothesis, ...], Statement | None]:
    """Return the hypotheses of ``body`` and what it concludes on them."""
    document = notes.document
    parts = [piece for block in blocks(document, body) for piece in _apart(document, block)]
    starts = [(i, start) for i, block in enumerate(parts) if (start := _start(notes, block))]
    found: list[Hypothesis] = []
    assessment: Statement | None = None
    for (i, start), following in zip(starts, [*starts[1:], None], strict=False):
        stop = following[0] if following else _described_until(notes, parts, i)
        label = start.label
        own = document.trimmed(
            Span(label.rest.start, max(parts[stop - 1].span.end, label.rest.end))
        )
        notes.claim(label.span, own)
        if start.called is None:
            assessment = Statement(document.words(own), own, label.span)
        else:
            own = start.own if start.own is not None and own.start == own.end else own
            found.append(Hypothesis(start.called, document.words(own), None, own, label.span))
        if following is None:
            assessment = assessment or _unlabelled(notes, parts, stop)
    if len(found) < 2 and body.start < body.end:
        notes.warn("few_hypotheses", f"Hypotheses found: {len(found)}; two are expected.", body)
    before = starts[0][0] if starts else 0
    lead = Span(parts[0].span.start, parts[before - 1].span.end) if before else None
    return _concluded(notes, lead, tuple(found), assessment)


def _apart(document: Document, block: Block) -> Iterator[Block]:
    """Yield ``block``, or what was merged onto its one line."""
    cuts = list(islice(_MERGED.finditer(document.text, *block.span), MOST_MERGED))
    starts = [block.span.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), block.span.end]
    for start, end in zip(starts, ends, strict=True):
        yield Block(Span(start, end), block.bulleted, block.indent)


def _start(notes: Notes, block: Block) -> _Start | None:
    document = notes.document
    label = label_at(document, block.span)
    if label is not None:
        if _runs_on(document, label):
            return None
        if label.key in _ASSESSMENT:
            return _Start(label, None)
        if (named := _HYPOTHESIS.match(label.name)) is not None:
            return _Start(label, named["label"].upper(), _own_name(document, label, named))
        bold = document.words(label.span).startswith("**")
        numbered = document.text[max(0, block.span.start - 4) : block.span.start]
        if bold and any(character.isdigit() for character in numbered):
            return _Start(label, label.name)
    bare = known_label(document, block.span, _BARE)
    return None if bare is None else _Start(bare, bare.key.removeprefix("hypothesis ").upper())


def _runs_on(document: Document, label: Label) -> bool:
    """Tell whether a label in bold is the beginning of a sentence."""
    colon = ":" in document.words(label.span)[-4:] or "：" in document.words(label.span)[-4:]
    return not colon and document.text[label.rest.start : label.rest.end][:1].islower()


def _own_name(document: Document, label: Label, named: re.Match[str]) -> Span | None:
    if named["own"] is None:
        return None
    own = named["own"].strip("*: )")
    at = document.text.find(own, *label.span) if own else -1
    return Span(at, at + len(own)) if at >= 0 else None


def _described_until(notes: Notes, parts: list[Block], start: int) -> int:
    """Return the first part after ``start`` that no longer describes the last hypothesis."""
    for i in range(start + 1, len(parts)):
        if not parts[i].bulleted and concludes(notes.document.words(parts[i].span)):
            return i
    return len(parts)


def _unlabelled(notes: Notes, parts: list[Block], stop: int) -> Statement | None:
    """Return what follows the hypotheses and weighs them; what others say of them is not it."""
    while stop < len(parts) and is_reported(notes.document.words(parts[stop].span)):
        stop += 1
    if stop == len(parts):
        return None
    rest = Span(parts[stop].span.start, parts[-1].span.end)
    notes.claim(rest)
    return Statement(notes.document.words(rest), rest)


def _concluded(
    notes: Notes, lead: Span | None, found: tuple[Hypothesis, ...], assessment: Statement | None
) -> tuple[tuple[Hypothesis, ...], Statement | None]:
    names = _names(notes.document, found)
    hits: list[tuple[Span, set[str]]] = []
    unclear = False
    for sentence in _weighing(notes.document, lead, found, assessment):
        words = notes.document.words(sentence)
        if told := preferred(words, names):
            hits.append((sentence, told))
        else:
            unclear = unclear or compares(words, names)
    labels = {label for _, told in hits for label in told}
    alike = [one for one in found if one.label in labels]
    if len(alike) > 1 or (unclear and not hits):
        message = "Two hypotheses are compared, and none is plainly better supported."
        notes.warn("unclear_preference", message, assessment.span if assessment else None)
        return found, assessment
    if not hits:
        return found, assessment
    spoken = tuple(replace(one, preferred=one.label in labels) for one in found)
    notes.claim(hits[0][0])
    return spoken, assessment or Statement(notes.document.words(hits[0][0]), hits[0][0])


def _weighing(
    document: Document,
    lead: Span | None,
    found: tuple[Hypothesis, ...],
    assessment: Statement | None,
) -> Iterator[Span]:
    """Yield the sentences that may say which hypothesis is better supported."""
    if assessment is not None:
        yield from sentences(document, assessment.span)
        return
    if lead is not None:
        yield from sentences(document, lead)
    for hypothesis in found:
        for sentence in sentences(document, hypothesis.span)[1:]:
            if opens_conclusion(document.words(sentence)):
                yield sentence


def _names(document: Document, found: tuple[Hypothesis, ...]) -> Mapping[str, str]:
    """Return every folded name of a hypothesis that is one's alone, and its label."""
    names: dict[str, str] = {}
    for at, one in enumerate(found[:MOST_NAMED]):
        called = [one.label]
        if at < len(_ORDINALS):
            called.append(_ORDINALS[at])
        heading = document.words(one.heading).strip("*: ") if one.heading else ""
        own = _HYPOTHESIS.match(heading)
        if own is not None and own["own"]:
            called.append(own["own"].strip("*: )"))
        if (told := _OWN_NAME.match(one.text)) is not None:
            called.append(told["own"])
        for name in map(folded, called):
            names[name] = one.label if names.get(name, one.label) == one.label else ""
    return {name: label for name, label in names.items() if label}
