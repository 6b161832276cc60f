"""Reads the structured analytic techniques of V0 to V1 and the scenarios in their text."""

import re
from dataclasses import replace
from functools import cache
from typing import cast

from dash_intel.model.items import Match, Scenario, Technique
from dash_intel.model.span import Span
from dash_intel.parse.blocks import blocks
from dash_intel.parse.document import Document, Line
from dash_intel.parse.labels import label_at
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import labelled, looks_ahead, unlabelled, with_part
from dash_intel.vocab.techniques import TechniqueName, aliases, technique

_LEAD = re.compile(
    r"[^:]{0,80}\bstructured\s+analytic(?:al)?\s+techniques?\b[^:]{0,120}:\**$", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:[A-Z][\w’'/&-]*|of|and|the|by)(?: (?:[A-Z(][\w’'/&).-]*|of|and|the|by)){1,5}"
)
LONGEST = 80


def read_techniques(notes: Notes, body: Span) -> tuple[tuple[Technique, ...], tuple[Scenario, ...]]:
    """Return the techniques named in ``body`` and the scenarios described under them."""
    headings = _headings(notes, body)
    techniques, scenarios = [], []
    ends = [heading.start for heading, _, _ in headings[1:]] + [body.end]
    for (heading, written, known), end in zip(headings, ends, strict=False):
        own = notes.document.trimmed(Span(heading.end, end))
        notes.claim(heading, own)
        techniques.append(_technique(notes.document, own, heading, written))
        scenarios.extend(_scenarios(notes, own, known))
        _warn_of_unknown(notes, own)
    if not techniques:
        notes.warn("no_techniques", "No known technique is named in the analysis.", body)
    return tuple(techniques), tuple(scenarios)


def techniques_of_list(notes: Notes, body: Span) -> tuple[Technique, ...]:
    """Return the techniques of a closing list; what stands behind a name is its text."""
    found = []
    for block in blocks(notes.document, body):
        hit = _heading(notes.document, block.span) or _explained(notes.document, block.span)
        if hit is not None:
            heading, written, _ = hit
            own = notes.document.trimmed(Span(heading.end, block.span.end))
            notes.claim(block.span)
            found.append(_technique(notes.document, own, heading, written))
        elif _LEAD.match(notes.document.text, *block.span):
            notes.claim(block.span)
    return tuple(found)


def named(written: Technique) -> Technique:
    """Return a technique with the name, family and match that the vocabulary gives its words.

    What it does not know keeps its words as its name, without family, match ``none``.
    """
    told = _told(written.as_written)
    if told == (written.name, written.family, written.match, written.rule):
        return written
    name, family, match, rule = told
    return replace(written, name=name, family=family, match=match, rule=rule)


def _told(words: str) -> tuple[str, str | None, Match, str]:
    """Return the name, family, match and rule of a technique that is written so."""
    known = technique(words)
    if known is None:
        return words, None, "none", "technique.as_written@1"
    return known.name, known.family, cast("Match", known.match), "technique.alias@1"


_Heading = tuple[Span, Span, TechniqueName]


def _technique(document: Document, own: Span, heading: Span, written: Span) -> Technique:
    words = document.words(written)
    name, family, match, rule = _told(words)
    return Technique(name, family, match, words, document.words(own), own, heading, rule)


def _headings(notes: Notes, body: Span) -> list[_Heading]:
    document = notes.document
    lines = document.lines_in(body)
    if len(lines) == 1:
        return _merged(notes, lines[0])
    found = []
    for line in lines:
        hit = _heading(document, line.span)
        if hit is not None:
            found.append(hit)
        elif not found and _LEAD.match(document.text, *line.span):
            notes.claim(line.span)
    return found


def _heading(document: Document, line: Span) -> _Heading | None:
    start = document.without_bullet(line)
    if start.end - start.start <= LONGEST and (hit := _named(document, line, start)) is not None:
        return hit
    label = label_at(document, line)
    if label is None:
        return None
    hit = _named(document, label.span, label.span)
    return hit if hit is not None and " " in document.words(hit[1]) else None


def _explained(document: Document, line: Span) -> _Heading | None:
    words = document.words(line)
    for dash in (" – ", " — ", " - "):
        name, found, _ = words.partition(dash)
        if found and len(name) <= LONGEST:
            span = Span(line.start, line.start + len(name) + len(dash))
            return _named(document, span, Span(line.start, line.start + len(name)))
    return None


def _named(document: Document, whole: Span, span: Span) -> _Heading | None:
    words = document.words(span)
    bare = words.strip("*#: \t")
    known = technique(bare)
    if known is None:
        return None
    start = span.start + words.index(bare)
    return whole, Span(start, start + len(bare)), known


@cache
def _name_in_prose() -> re.Pattern[str]:
    names = "|".join(re.escape(alias) for alias in aliases() if " " in alias or alias == "ACH")
    return re.compile(rf"(?<=[.:!?]\s)(?:{names})(?: \d\.\d)?(?=\s[A-Z])")


def _merged(notes: Notes, line: Line) -> list[_Heading]:
    document = notes.document
    hits = list(_name_in_prose().finditer(document.text, *line.span))
    if not hits:
        hit = _heading(document, line.span)
        return [hit] if hit else []
    lead = document.trimmed(Span(line.span.start, hits[0].start()))
    if _LEAD.match(document.text, *lead):
        notes.claim(lead)
    found = []
    for match in hits:
        known = technique(match.group())
        if known is not None:
            span = Span(match.start(), match.end())
            found.append((span, span, known))
    return found


def _scenarios(notes: Notes, own: Span, known: TechniqueName) -> list[Scenario]:
    found: list[Scenario] = []
    parts = blocks(notes.document, own)
    for block in parts:
        named = labelled(notes, block, "analysis")
        if named and (known.describes_scenarios or _says_scenario(named[0])):
            found.extend(named)
        elif found and (fuller := with_part(notes, found[-1], block)) is not None:
            found[-1] = fuller
    if found or not known.describes_scenarios:
        return found
    return [
        unlabelled(notes, block.span, "analysis")
        for block in parts
        if block.bulleted or _is_outlook(notes.document, block.span)
    ]


def _says_scenario(scenario: Scenario) -> bool:
    words = (scenario.label or "").casefold()
    return "scenario" in words or "case" in words


def _is_outlook(document: Document, span: Span) -> bool:
    return looks_ahead(document, span) and not document.words(span).endswith(":")


def _warn_of_unknown(notes: Notes, own: Span) -> None:
    for line in notes.document.lines_in(own):
        if line.span.end - line.span.start > LONGEST:
            continue
        words = notes.document.words(line.span)
        if line.span.start > own.start and _TITLE.fullmatch(words):
            notes.warn(
                "unknown_technique",
                f"“{words}” looks like a technique's heading that the vocabulary does not know.",
                line.span,
            )
