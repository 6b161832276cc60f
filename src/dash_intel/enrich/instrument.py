"""Tells the instrument of power that a piece of advice would use: DIMEFIL.

Rules: ``instrument.verb@1``, ``instrument.object@1``, ``instrument.verb_and_object@1``.
"""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.enrich.clause import Clause
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span
from dash_intel.vocab.advice import LeadVerb, lead_verb, objects
from dash_intel.vocab.spelling import level_ascii

_VERB = re.compile(r"[A-Za-z]+")


def instrument_of(text: str, clause: Clause) -> tuple[str, Evidence] | None:
    """Return the key of the instrument and the words that tell it, or None.

    A verb that tells it alone decides, then the first object, then a verb that hints at it.
    """
    verb = None if clause.is_that else _VERB.match(text, clause.start, clause.end)
    told = lead_verb(verb.group().lower()) if verb else None
    if verb is not None and told is not None and told.is_alone:
        return told.instrument, _evidence(text, Span(*verb.span()), rule="instrument.verb@1")
    found = _first_object(text, clause.start, clause.end)
    if found is None:
        if verb is None or told is None:
            return None
        return told.instrument, _evidence(text, Span(*verb.span()), rule="instrument.verb@1")
    key, span = found
    if verb is not None and _agrees(told, key) and span.start >= verb.end():
        spans = (Span(*verb.span()), span)
        return key, _evidence(text, *spans, rule="instrument.verb_and_object@1")
    return key, _evidence(text, span, rule="instrument.object@1")


def _agrees(told: LeadVerb | None, key: str) -> bool:
    return told is not None and told.instrument == key


def _evidence(text: str, *spans: Span, rule: str) -> Evidence:
    return Evidence(tuple(span.of(text) for span in spans), spans, rule)


def _first_object(text: str, start: int, end: int) -> tuple[str, Span] | None:
    automaton, keys = _objects()
    levelled = f" {level_ascii(text[start:end])} "
    hits = automaton.find_matches_as_indexes(levelled)
    if not hits:
        return None
    number, begin, after = hits[0]
    pattern, key = keys[number]
    stop = after - 1 if pattern.endswith(" ") else levelled.index(" ", after)
    return key, Span(start + begin, start + stop - 1)


@cache
def _objects() -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    keys: dict[str, str] = {}
    for words, instrument in objects().items():
        word = f" {words.removesuffix('*')}"
        for form in (word,) if words.endswith("*") else (f"{word} ", f"{word}s "):
            keys[form] = instrument
    automaton = AhoCorasick(
        list(keys), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton, tuple(keys.items())
