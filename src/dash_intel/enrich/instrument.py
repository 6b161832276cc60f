"""Tells the instrument of power that a piece of advice would use: DIMEFIL.

Rules: ``instrument.verb@1``, ``instrument.object@1``, ``instrument.verb_and_object@1``.
"""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.enrich.addressee import can_act
from dash_intel.enrich.clause import Clause
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span
from dash_intel.vocab.advice import lead_verb, objects
from dash_intel.vocab.spelling import level_ascii

_PREPOSITION = re.compile(
    r"\s(?:to|from|with|by|through|at|under|in|on|for|ahead|before|after|between|within|via|into"
    r"|against|until|across|towards?|over|among|as|using|if)\s"
)
_VERB = re.compile(r"[A-Za-z]+")


def instrument_of(text: str, clause: Clause) -> tuple[str, Evidence] | None:
    """Return the key of the instrument and the words that tell it, or None.

    A verb that tells it alone decides, then what the verb acts on, then a verb that hints at it,
    last what is said to be done ("Sanctions should be imposed").
    """
    verb = None if clause.is_that else _VERB.match(text, clause.start, clause.end)
    told = lead_verb(verb.group().lower()) if verb else None
    acts = Span(*verb.span()) if verb else Span(clause.start, clause.start)
    if told is not None and told.is_alone:
        return told.instrument, _evidence(text, acts, rule="instrument.verb@1")
    found = _first_object(text, _acted_on(text, acts.end, clause))
    if found is None and told is not None:
        return told.instrument, _evidence(text, acts, rule="instrument.verb@1")
    if found is None and clause.subject is not None and not can_act(text, clause.subject):
        found = _first_object(text, clause.subject)
    if found is None:
        return None
    key, span = found
    if told is not None and told.instrument == key and acts.end <= span.start:
        return key, _evidence(text, acts, span, rule="instrument.verb_and_object@1")
    return key, _evidence(text, span, rule="instrument.object@1")


def _evidence(text: str, *spans: Span, rule: str) -> Evidence:
    return Evidence(tuple(span.of(text) for span in spans), spans, rule)


def _acted_on(text: str, start: int, clause: Clause) -> Span:
    """Return what follows the verb up to the circumstances: "from", "with", "before" ..."""
    if clause.is_that:
        return Span(start, clause.end)
    first = _PREPOSITION.match(text, start, clause.end)
    stop = _PREPOSITION.search(text, first.end() - 1 if first else start, clause.end)
    return Span(start, stop.start() if stop else clause.end)


def _first_object(text: str, within: Span) -> tuple[str, Span] | None:
    automaton, keys = _objects()
    levelled = f" {level_ascii(within.of(text))} "
    hits = automaton.find_matches_as_indexes(levelled)
    if not hits:
        return None
    number, begin, after = hits[0]
    pattern, key = keys[number]
    stop = after - 1 if pattern.endswith(" ") else levelled.index(" ", after)
    return key, Span(within.start + begin, within.start + stop - 1)


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
