"""Reads Key Individuals and Entities: listed names, or the statement that there are none."""

import re
from typing import cast

from dash_intel.model.items import Entity, EntityType, Statement
from dash_intel.model.span import Span
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.document import Document
from dash_intel.parse.labels import known_label
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import split
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import labels

LONGEST_NAME = 80
MOST_WORDS = 8
_GIVEN = (
    r"(?:provided|specified|identified|mentioned|identifiable|named|listed|disclosed|available"
    r"|given|detailed|specify|name|identify|mention|provide|list|include|included)"
)
_GAP = re.compile(
    rf"(?:\b(?:no|not|none|nor|without|lacks?)\b|n['’]t\b)(?=[^\n]{{0,160}}\b{_GIVEN}\b)",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"(?:none|n/a|not applicable|not specified|not stated|unknown|-|–)\.?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:future|further|additional|subsequent|follow-up)\b[^\n]{0,200}\b"
    r"(?:identify|identified|name|named|clarify|specify|determine|needed|required|collection)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[^\n:.]{0,120}?\b(?:includes?|are|is|mentions|names|identifies|lists)\b:?\s", re.IGNORECASE
)
_NAME = re.compile(r"(?:[^\W\d_][\w’'.&/-]*|\d+[A-Za-z][\w-]*|\([A-Z]{2,10}\))")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "di",
        "al",
        "el",
        "ul",
        "bin",
        "ben",
        "bint",
        "ibn",
        "abu",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "la",
        "le",
        "y",
        "e",
        "uulu",
        "kyzy",
        "ogly",
        "oglu",
        "zade",
    ]
)
_ROLE_MARKS = (" – ", " — ", " - ", ": ", " (", ", ")


def read_entities(notes: Notes, body: Span) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Return the listed entities and the declared gaps of ``body``.

    Prose that neither lists names nor declares a gap is left unread: names are never guessed.
    """
    entities: list[Entity] = []
    gaps: list[Statement] = []
    kind: EntityType | None = None
    for block in blocks(notes.document, body):
        label = known_label(notes.document, block.span, labels("entity"))
        span, own_kind = block.span, kind
        if label is not None:
            key = labels("entity")[label.key]
            own_kind = None if key == "any" else cast("EntityType", key)
            notes.claim(label.span)
            span = label.rest
            if span.start == span.end:
                kind = own_kind
                continue
        found = _listed(notes.document, Block(span, block.bulleted, block.indent), own_kind)
        if found:
            notes.claim(block.span)
            entities.extend(found)
        else:
            gaps.extend(_gaps(notes, span))
    return tuple(entities), tuple(gaps)


def _gaps(notes: Notes, span: Span) -> list[Statement]:
    document, found = notes.document, []
    for sentence in sentences(document, span):
        words = document.words(sentence)
        if _ABSENT.fullmatch(words) or _GAP.search(words):
            found.append(Statement(words, sentence))
            notes.claim(sentence)
        elif found and _REMARK.match(words):
            notes.claim(sentence)
    return found


def _listed(document: Document, block: Block, kind: EntityType | None) -> list[Entity]:
    words = document.words(block.span)
    if _ABSENT.fullmatch(words) or _GAP.search(words):
        return []
    start = block.span.start
    if not block.bulleted and (lead := _LEAD.match(words)) is not None:
        start += lead.end()
    span = document.trimmed(Span(start, block.span.end))
    one = _entity(document, span, kind)
    if one is not None and not _is_name_list(document, span):
        return [one]
    many = [_entity(document, part, kind) for part in _parts(document, span)]
    return [entity for entity in many if entity is not None] if all(many) else []


def _is_name_list(document: Document, span: Span) -> bool:
    parts = _parts(document, span)
    first = document.words(parts[0]) if parts else ""
    if ";" not in document.words(span) and any(mark in first for mark in _ROLE_MARKS):
        return False
    return len(parts) > 1 and all(
        _is_name(document.words(_without_role(document, part)[0])) for part in parts
    )


def _parts(document: Document, span: Span) -> tuple[Span, ...]:
    mark = ";" if ";" in document.words(span) else ","
    found = []
    for part in split(document, span, mark):
        words = document.words(part)
        cut = len("and ") if words.startswith("and ") else 0
        found.append(Span(part.start + cut, part.end))
    if mark == "," and found and " and " in document.words(found[-1]):
        last = found.pop()
        at = document.text.index(" and ", last.start)
        found += [Span(last.start, at), Span(at + len(" and "), last.end)]
    return tuple(found)


def _entity(document: Document, span: Span, kind: EntityType | None) -> Entity | None:
    name, role = _without_role(document, span)
    if not _is_name(document.words(name)):
        return None
    return Entity(document.words(name), kind, role, "listed", name)


def _without_role(document: Document, span: Span) -> tuple[Span, str | None]:
    bold = document.words(span)
    lead = len(bold) - len(bold.lstrip("*"))
    words = bold[lead:].rstrip(". ")
    hits = [(at, mark) for mark in _ROLE_MARKS if (at := words.find(mark)) > 0]
    if not hits:
        return Span(span.start + lead, span.start + lead + len(words.rstrip("*:"))), None
    at, mark = min(hits)
    role = words[at + len(mark) :].strip("* ")
    if mark == " (":
        role = role.removesuffix(")")
    name = words[:at].rstrip("*: ")
    return Span(span.start + lead, span.start + lead + len(name)), role or None


def _is_name(words: str) -> bool:
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or len(words) > LONGEST_NAME:
        return False
    return not parts[0].islower() and all(
        part in _SMALL or (_NAME.fullmatch(part) is not None and not part[0].islower())
        for part in parts
    )
