"""Reads Competing Hypotheses, the assessment on them, and Key Assumptions and Red Flags."""

import re
from dataclasses import replace
from typing import cast

from dash_intel.model.items import Assumption, AssumptionKind, Hypothesis, Statement
from dash_intel.model.span import Span
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, label_at
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import split
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import folded, labels

_HYPOTHESIS = re.compile(r"hypothesis\s?(?P<label>[a-z]|\d{1,2})\b")
_SUPPORTED = (
    r"(?:better|best|more strongly|more|most strongly|most)[ -]supported|more (?:likely|plausible"
    r"|credible|probable|consistent)|most (?:likely|plausible|credible)|preferred|favou?red"
    r"|stronger support|more support|better support"
)
_PREFERS = re.compile(
    rf"hypothesis\s?(?P<label>[a-z]|\d{{1,2}})\b[^.;]{{0,120}}?\b(?:{_SUPPORTED})\b", re.IGNORECASE
)
_PREFERS_ORDINAL = re.compile(
    rf"\b(?P<ordinal>first|second) hypothesis\b[^.;]{{0,120}}?\b(?:{_SUPPORTED})\b", re.IGNORECASE
)
_FAVOURS = re.compile(
    r"\b(?:favou?rs?|supports?|prefers?) hypothesis\s?(?P<label>[a-z]|\d{1,2})\b", re.IGNORECASE
)
_CONCLUSIONS = (_PREFERS, _FAVOURS, _PREFERS_ORDINAL)
_ON_BOTH = re.compile(r"\b(?:both|neither|either|the two|hypotheses)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|neither|less|hardly|cannot|no longer|n't|would be|could be|if)\b", re.IGNORECASE
)
_ASSESSMENT = {"assessment", "overall assessment"}


def read_hypotheses(notes: Notes, body: Span) -> tuple[tuple[Hypothesis, ...], Statement | None]:
    """Return the hypotheses of ``body`` and what it concludes on them."""
    document = notes.document
    parts = blocks(document, body)
    starts = [(i, label) for i, block in enumerate(parts) if (label := _start(notes, block))]
    found: list[Hypothesis] = []
    assessment: Statement | None = None
    for (i, label), following in zip(starts, [*starts[1:], None], strict=False):
        stop = following[0] if following else _conclusion_at(notes, parts, i)
        own = document.trimmed(
            Span(label.rest.start, max(parts[stop - 1].span.end, label.rest.end))
        )
        notes.claim(label.span, own)
        if label.key in _ASSESSMENT:
            assessment = Statement(document.words(own), own, label.span)
        else:
            found.append(_hypothesis(notes, label, own))
        if following is None and stop < len(parts):
            rest = Span(parts[stop].span.start, parts[-1].span.end)
            notes.claim(rest)
            assessment = assessment or Statement(document.words(rest), rest)
    return _concluded(notes, body, tuple(found), assessment)


def _hypothesis(notes: Notes, label: Label, own: Span) -> Hypothesis:
    name = _HYPOTHESIS.fullmatch(label.key)
    called = name["label"].upper() if name else label.name
    return Hypothesis(called, notes.document.words(own), None, own, label.span)


def _conclusion_at(notes: Notes, parts: tuple[Block, ...], start: int) -> int:
    for i in range(start + 1, len(parts)):
        words = notes.document.words(parts[i].span)
        if not parts[i].bulleted and any(p.search(words) for p in (*_CONCLUSIONS, _ON_BOTH)):
            return i
    return len(parts)


def _concluded(
    notes: Notes, body: Span, found: tuple[Hypothesis, ...], assessment: Statement | None
) -> tuple[tuple[Hypothesis, ...], Statement | None]:
    told = _conclusion(notes, body, assessment, tuple(hypothesis.label for hypothesis in found))
    if told is None:
        return found, assessment
    sentence, preferred = told
    spoken = tuple(replace(one, preferred=one.label == preferred) for one in found)
    return spoken, assessment or Statement(notes.document.words(sentence), sentence)


def read_assumptions(notes: Notes, body: Span) -> tuple[Assumption, ...]:
    """Return the assumptions, red flags, gaps and biases of ``body``."""
    found: list[Assumption] = []
    kind, heading = "other", None
    for block in blocks(notes.document, body):
        label = known_label(notes.document, block.span, labels("assumption"))
        if label is not None:
            notes.claim(label.span)
            kind, heading = labels("assumption")[label.key], label.span
            spans = _items(notes, label.rest)
        elif _names_hypothesis(notes, block):
            notes.claim(block.span)
            kind, heading = "other", None
            continue
        elif block.bulleted:
            spans = (block.span,)
        else:
            spans = sentences(notes.document, block.span)
        notes.claim(*spans)
        found.extend(
            Assumption(cast("AssumptionKind", kind), notes.document.words(span), span, heading)
            for span in spans
        )
    return tuple(found)


def _items(notes: Notes, rest: Span) -> tuple[Span, ...]:
    if ";" in notes.document.words(rest):
        return split(notes.document, rest, ";")
    return sentences(notes.document, rest)


def _names_hypothesis(notes: Notes, block: Block) -> bool:
    label = label_at(notes.document, block.span)
    words = label.key if label else folded(notes.document.words(block.span)[:90])
    bare = label is None or label.rest.start == label.rest.end
    return bare and _HYPOTHESIS.fullmatch(words) is not None


def _start(notes: Notes, block: Block) -> Label | None:
    label = label_at(notes.document, block.span)
    if label is None:
        return None
    if label.key in _ASSESSMENT or _HYPOTHESIS.fullmatch(label.key):
        return label
    bold = notes.document.words(label.span).startswith("**")
    numbered = notes.document.text[max(0, block.span.start - 4) : block.span.start]
    return label if bold and any(character.isdigit() for character in numbered) else None


def _conclusion(
    notes: Notes, body: Span, assessment: Statement | None, names: tuple[str, ...]
) -> tuple[Span, str] | None:
    document = notes.document
    where = assessment.span if assessment else body
    hits = [
        (sentence, name)
        for sentence in sentences(document, where)
        if (name := _preferred(document.words(sentence), names)) is not None
    ]
    if not hits:
        return None
    if len({name for _, name in hits}) > 1:
        notes.warn("unclear_preference", "Two hypotheses are called better supported.", where)
        return None
    return hits[0]


def _preferred(sentence: str, names: tuple[str, ...]) -> str | None:
    for pattern in _CONCLUSIONS:
        match = pattern.search(sentence)
        if match is None or _DENIED.search(match.group()):
            continue
        groups = match.groupdict()
        if "ordinal" in groups:
            place = 0 if groups["ordinal"].casefold() == "first" else 1
            return names[place] if place < len(names) else None
        name = groups["label"].upper()
        return name if name in names else None
    return None
