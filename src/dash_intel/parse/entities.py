"""Reads Key Individuals and Entities: listed names, or the statement that there are none."""

import re
from typing import cast

from dash_intel.model.items import Entity, EntityType, Statement
from dash_intel.model.span import Span
from dash_intel.parse.absence import is_absent
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.document import Document
from dash_intel.parse.labels import known_label
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import split
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import labels

LONGEST_LIST = 5_000
LONGEST_NAME = 80
MOST_WORDS = 8
_GIVEN = re.compile(
    r"\b(?:provided|specified|identified|mentioned|identifiable|named|listed|disclosed|available"
    r"|given|detailed|specify|names?|identify|mention|provide|list|included?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|none|nor|without|lacks?)\b|n['’]t\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|however|although|except)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:future|further|additional|subsequent|follow-up)\b[^\n]{0,200}\b"
    r"(?:identify|identified|name|named|clarify|specify|determine|needed|required|collection)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[A-Z][^\n:.,]{0,100}? (?:includes?|are|is|mentions|names|identifies|lists):?\s"
)
_ROLE = re.compile(
    r"(?:(?:former|acting|deputy|vice|interim|the)[ -])?(?:president|prime minister|minister"
    r"|foreign minister|secretary|director|chief|head|leader|commander|general|spokes\w+|chair\w*"
    r"|ceo|founder|ambassador|governor|mayor|envoy|adviser|advisor|analyst|owner|operator)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"(?:Inc|Ltd|LLC|GmbH|AG|SA|PLC|Corp|Co)\.?", re.IGNORECASE)
_NO_NAME = frozenset(
    [
        "unknown",
        "not",
        "none",
        "nil",
        "tbd",
        "redacted",
        "classified",
        "withheld",
        "undisclosed",
        "unspecified",
        "unnamed",
        "various",
        "multiple",
        "several",
        "sources",
        "further",
        "additional",
        "research",
        "needed",
        "names",
        "name",
        "named",
        "individuals",
        "entities",
        "persons",
        "are",
        "n/a",
    ]
)
"""Words that begin or end lines in the place of a name."""
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


def _is_gap(words: str) -> bool:
    denied = _DENIED.search(words)
    if denied is None or _GIVEN.search(words, denied.end()) is None:
        return False
    return _BUT.search(words) is None


def _gaps(notes: Notes, span: Span) -> list[Statement]:
    document, found = notes.document, []
    for sentence in sentences(document, span):
        words = document.words(sentence)
        if is_absent(words) or _is_gap(words):
            found.append(Statement(words, sentence))
            notes.claim(sentence)
        elif found and _REMARK.match(words):
            notes.claim(sentence)
    return found


def _listed(document: Document, block: Block, kind: EntityType | None) -> list[Entity]:
    words = document.words(block.span)
    if len(words) > LONGEST_LIST:
        return []
    states_role = block.bulleted and any(mark in words for mark in _ROLE_MARKS[:3])
    if is_absent(words) or (not states_role and _is_gap(words)):
        return []
    lead = None if block.bulleted else _LEAD.match(words)
    span = document.trimmed(Span(block.span.start + (lead.end() if lead else 0), block.span.end))
    parts = _parts(document, span, joined=lead is not None)
    if not _is_name_list(document, parts, span):
        one = _entity(document, span, kind)
        if one is not None:
            return [one]
    many = [_entity(document, part, kind) for part in parts]
    return [entity for entity in many if entity is not None] if all(many) else []


def _is_name_list(document: Document, parts: tuple[Span, ...], span: Span) -> bool:
    if len(parts) < 2:
        return False
    first, second = document.words(parts[0]), document.words(parts[1])
    if ";" not in document.words(span):
        if any(mark in first for mark in _ROLE_MARKS[:-1]):
            return False
        if len(parts) == 2 and _ROLE.match(second):
            return False
    return all(_is_name(document.words(_without_role(document, part)[0])) for part in parts)


def _parts(document: Document, span: Span, *, joined: bool) -> tuple[Span, ...]:
    """Return what stands between commas or semicolons; a company's form stays with its name."""
    mark = ";" if ";" in document.words(span) else ","
    found: list[Span] = []
    for part in split(document, span, mark):
        words = document.words(part)
        if found and _COMPANY.fullmatch(words):
            found[-1] = Span(found[-1].start, part.end)
            continue
        cut = len("and ") if words.startswith("and ") else 0
        found.append(Span(part.start + cut, part.end))
    ends_in_two = (joined or len(found) > 1) and mark == "," and found
    if ends_in_two and " and " in document.words(found[-1]):
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
    if bold.startswith("the "):
        lead = len("the ")
    words = bold[lead:].rstrip(". ")
    hits = [
        (at, mark)
        for mark in _ROLE_MARKS
        if (at := words.find(mark)) > 0 and not _COMPANY.fullmatch(words[at + len(mark) :])
    ]
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
    if parts and _COMPANY.fullmatch(parts[-1]):
        parts = [part.rstrip(",") for part in parts]
    if not 0 < len(parts) <= MOST_WORDS or len(words) > LONGEST_NAME:
        return False
    if parts[0].casefold() in _NO_NAME or parts[-1].casefold().rstrip(".") in _NO_NAME:
        return False
    return not parts[0].islower() and all(
        part in _SMALL or (_NAME.fullmatch(part) is not None and not part[0].islower())
        for part in parts
    )
