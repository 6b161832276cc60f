"""Reads one scenario: its kind, label, horizon and triggers."""

import re
from dataclasses import replace
from itertools import islice
from typing import cast

from dash_intel.model.items import Scenario, ScenarioKind, ScenarioOrigin, Statement
from dash_intel.model.span import Span
from dash_intel.parse.blocks import Block
from dash_intel.parse.document import Document
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, label_at, may_be_labelled
from dash_intel.parse.notes import Notes
from dash_intel.vocab.labels import folded, labels

_NUMBERED = re.compile(r"(?:scenario|case) (?:\d{1,2}|[a-e]|one|two|three|four)\b")
_PROSE = re.compile(
    r"\b(?P<kind>best|worst|most[-\s]likely)[-\s](?:case|scenario|outcome|future)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|shall|(?:un)?likely|probabl[ey]|expected|if|unless|until"
    r"|scenario|outlook)\b",
    re.IGNORECASE,
)
MOST_MERGED = 100
MOST_PARTS = 500
_PERIOD = re.compile(r"\b(?:day|week|month|quarter|year)s?\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?<=[.;!?])|(?<=[.;!?]\*\*))\s{1,4}\**(?P<name>(?:key )?triggers?|(?:time )?horizon"
    r"|time ?frame)\**\s?:\**\s{0,4}",
    re.IGNORECASE,
)
_MERGED_LABEL = re.compile(
    r"(?<=[.;!?])\s{1,4}(?=\**(?:Best|Worst|Most[- ]Likely)(?:[- ][Cc]ase)?(?: [Ss]cenario)?\**:)"
)


def scenario_label(document: Document, span: Span) -> tuple[Label, ScenarioKind] | None:
    """Return the scenario label that ``span`` begins with and its kind, or None.

    A number is no kind; a kind in parentheses behind it is one.
    """
    known = known_label(document, span, labels("scenario"))
    if known is not None:
        return known, cast("ScenarioKind", labels("scenario")[known.key])
    label = label_at(document, span)
    if label is None or not _NUMBERED.match(label.key):
        return None
    kind = labels("scenario").get(folded(label.parenthesis or ""), "unlabelled")
    return label, cast("ScenarioKind", kind)


def prose_kind(document: Document, sentence: Span) -> ScenarioKind | None:
    """Return the kind that a sentence of prose names in its first words, or None."""
    match = _PROSE.search(document.text, sentence.start, min(sentence.start + 60, sentence.end))
    return cast("ScenarioKind", folded(match["kind"]).replace(" ", "_")) if match else None


def looks_ahead(document: Document, passage: Span) -> bool:
    """Tell whether ``passage`` speaks of what may come."""
    return _AHEAD.search(document.text, *passage) is not None


def labelled(notes: Notes, block: Block, origin: ScenarioOrigin) -> tuple[Scenario, ...]:
    """Return the labelled scenarios of ``block``: none, one, or several merged onto one line."""
    starts = [block.span.start]
    text = notes.document.text
    words = text[block.span.start : block.span.end]
    if "Best" in words or "Worst" in words or "Most" in words:
        merged = islice(_MERGED_LABEL.finditer(text, *block.span), MOST_MERGED)
        starts += [match.end() for match in merged]
    if len(starts) == 1 and not may_be_labelled(notes.document, block.span):
        return ()
    found = []
    for start, end in zip(starts, [*starts[1:], block.span.end], strict=True):
        named = scenario_label(notes.document, notes.document.trimmed(Span(start, end)))
        if named is None:
            return ()
        label, kind = named
        found.append(_scenario(notes, label.rest, origin, kind, label))
    return tuple(found)


def unlabelled(
    notes: Notes, span: Span, origin: ScenarioOrigin, kind: ScenarioKind = "unlabelled"
) -> Scenario:
    """Return the scenario that ``span`` describes without a label of its own."""
    return _scenario(notes, span, origin, kind, None)


def with_part(notes: Notes, scenario: Scenario, block: Block) -> Scenario | None:
    """Return ``scenario`` with the trigger or horizon that ``block`` adds, or None if it adds none.

    A bullet deeper than its scenario's is not decided here.
    """
    label = known_label(notes.document, block.span, labels("scenario_part"))
    if label is None:
        return None
    notes.claim(block.span)
    return _with(notes, scenario, labels("scenario_part")[label.key], label.rest)


def _scenario(
    notes: Notes, span: Span, origin: ScenarioOrigin, kind: ScenarioKind, label: Label | None
) -> Scenario:
    document = notes.document
    has_parts = ":" in document.words(span)
    parts = list(islice(_PART.finditer(document.text, *span), MOST_MERGED)) if has_parts else []
    own = document.trimmed(Span(span.start, parts[0].start() if parts else span.end))
    period = label.parenthesis if label and _PERIOD.search(label.parenthesis or "") else None
    scenario = Scenario(
        scenario_id="",
        kind=kind,
        label=label.name if label else None,
        text=document.words(own),
        origin=origin,
        span=own,
        horizon=period,
        heading=label.span if label else None,
    )
    for part, following in zip(parts, [*parts[1:], None], strict=False):
        end = following.start() if following else span.end
        key = labels("scenario_part")[folded(part["name"])]
        scenario = _with(notes, scenario, key, document.trimmed(Span(part.end(), end)))
    notes.claim(label.span if label else None, span)
    return scenario


def _with(notes: Notes, scenario: Scenario, key: str, value: Span) -> Scenario:
    if key == "horizon":
        return replace(scenario, horizon=notes.document.words(value).rstrip(".") or None)
    return replace(scenario, triggers=scenario.triggers + triggers(notes.document, value))


def triggers(document: Document, span: Span) -> tuple[Statement, ...]:
    """Return the parts of ``span`` between semicolons."""
    return tuple(Statement(document.words(part), part) for part in split(document, span, ";"))


def split(document: Document, span: Span, mark: str) -> tuple[Span, ...]:
    """Return the parts of ``span`` between marks, trimmed, without the full stop of the last.

    At most ``MOST_PARTS`` are returned.
    """
    found: list[Span] = []
    start = span.start
    while start < span.end and len(found) < MOST_PARTS:
        at = document.text.find(mark, start, span.end)
        end = span.end if at < 0 else at
        part = document.trimmed(Span(start, end))
        if part.start < part.end:
            found.append(part)
        start = end + 1
    if len(found) > 1 and document.text[found[-1].end - 1] == ".":
        found[-1] = Span(found[-1].start, found[-1].end - 1)
    return tuple(part for part in found if part.start < part.end)
