"""Likelihood: how likely a sentence calls what it speaks of, and on what basis.

A figure comes before a phrase of the yardstick, this before a verb of expectation, then a hedge,
“will” and a state that exists already; of several of one kind the highest counts. A sentence that
has none of these but tells of the present exists already too. Confidence is never a likelihood.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from dash_intel.enrich.cues import LIKELIHOOD, Sentence, sentence
from dash_intel.enrich.figures import Figure, figures, highest
from dash_intel.enrich.likelihood_guards import is_void, negation
from dash_intel.enrich.likelihood_several import Statement, is_one_of_several
from dash_intel.enrich.tense import present
from dash_intel.model.reading import Basis, Likelihood
from dash_intel.model.span import Span
from dash_intel.vocab.likelihood import (
    NOT,
    SEVERAL,
    TERMS,
    LikelihoodPhrase,
    degrees,
    likelihood_phrases,
    yardsticks,
)

_BASES: tuple[Basis, ...] = ("present", "asserted", "hedge", "forecast_verb", "stated")
_RANK = {"none": -1} | {basis: rank for rank, basis in enumerate(_BASES)}
_STATED, _HEDGE = _RANK["stated"], _RANK["hedge"]
_STRENGTH = {None: 0} | {term: rank for rank, term in enumerate(TERMS, start=1)}
_UNGRADED = frozenset({"asserted", "present"})
_YARDSTICK: Literal["icd203"] = "icd203"

_Found = tuple[tuple[int, int], str, str | None, str, int, int]
"""Rank and strength, term, the yardstick's term, rule, start and end in ``plain``."""


def likelihood(text: str, span: Span, *, is_story: bool = False) -> Likelihood | None:
    """Return the likelihood that the words at ``span`` of ``text`` state, None where none is.

    ``is_story`` says that they are a scenario's, which tells of the future in the present tense.
    """
    return read_likelihood(sentence(text, span, likelihood_only=True), is_story=is_story)


def read_likelihood(words: Sentence, *, is_story: bool = False) -> Likelihood | None:
    """Return the likelihood of a sentence whose words are found."""
    numbers = figures(words)
    number = highest(numbers)
    if number is not None:
        span = words.span(number.start + 1, number.end + 1)
        term = words.words[number.start : number.end]
        rule = _rule("likelihood.number@1", words, _of_figure(number), numbers)
        return Likelihood("number", term, number.low, number.high, None, span, rule)
    best = _highest(words)
    if best is None:
        return None if is_story else _present(words)
    (rank, _), term, name, rule, start, end = best
    band = _band(name)
    return Likelihood(
        basis=_BASES[rank],
        term=term,
        low=band[0] if band else None,
        high=band[1] if band else None,
        yardstick=_YARDSTICK if band else None,
        span=words.span(start, end),
        rule=_rule(rule, words, _of_phrase(best), ()),
    )


def _rule(rule: str, words: Sentence, taken: Statement, numbers: Sequence[Figure]) -> str:
    """Return ``rule``, marked where the sentence states other likelihoods than ``taken`` too."""
    if taken.kind[0] in _UNGRADED:
        return rule
    if not is_one_of_several(words.words, taken, _statements(words, numbers)):
        return rule
    name, version = rule.split("@")
    return f"{name}{SEVERAL}{version}"


def _statements(words: Sentence, numbers: Sequence[Figure]) -> Iterator[Statement]:
    """Yield each likelihood that is more than asserted."""
    yield from map(_of_figure, numbers)
    degree = _degree(words)
    if degree is not None:
        yield _of_phrase(degree)
    phrases = _phrases()
    for hit in words.hits[LIKELIHOOD]:
        entry, rank, _ = phrases[hit[2]]
        found = _read(words, hit, entry) if rank >= _HEDGE else None
        if found is not None:
            yield _of_phrase(found)


def _of_figure(number: Figure) -> Statement:
    band = number.low, number.high
    return Statement(("number", str(band)), band, number.start, number.end)


def _of_phrase(found: _Found) -> Statement:
    (rank, _), _, name, _, start, end = found
    return Statement((_BASES[rank], name), _band(name), start - 1, end - 1)


def _band(name: str | None) -> tuple[float, float] | None:
    band = yardsticks()[_YARDSTICK][name] if name is not None else None
    return (band.low, band.high) if band else None


def _present(words: Sentence) -> Likelihood | None:
    place = present(words)
    if place is None:
        return None
    start, end = place
    return Likelihood(
        basis="present",
        term=" ".join(words.words[start - 1 : end - 1].lower().split()),
        low=None,
        high=None,
        yardstick=None,
        span=words.span(start, end),
        rule="likelihood.tense@1",
    )


def _highest(words: Sentence) -> _Found | None:
    best: _Found | None = _degree(words)
    phrases = _phrases()
    for hit in words.hits[LIKELIHOOD]:
        entry, rank, strength = phrases[hit[2]]
        if rank < 0 or (best is not None and (rank, strength) <= best[0] and not entry.negated):
            continue
        found = _read(words, hit, entry)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best


def _read(words: Sentence, hit: tuple[int, int, int], entry: LikelihoodPhrase) -> _Found | None:
    start, end, _ = hit
    rank = _RANK[entry.basis]
    term = " ".join(words.words[start - 1 : end - 1].lower().split())
    name, rule = entry.term, entry.basis
    if is_void(words, hit, entry):
        return None
    if rank == _STATED:
        negated_at = negation(words, start)
        if negated_at is not None:
            if entry.negated is None:
                return None
            term, name, rule = NOT + term, entry.negated, "negated"
            start = negated_at
        elif entry.guard == "rare":
            rule = "rare_but_notable"
    elif entry.basis == "forecast_verb" and negation(words, start) is not None:
        return None
    return (rank, _STRENGTH[name]), term, name, f"likelihood.{rule}@1", start, end


def _degree(words: Sentence) -> _Found | None:
    """Return the degree of “the likelihood is high” and of “a low but growing probability”."""
    plain = words.plain
    if not (
        " likelihood" in plain
        or " probabilit" in plain
        or " chance" in plain
        or " prospect" in plain
        or " odds" in plain
    ):
        return None
    behind, before = _degree_patterns()
    best: _Found | None = None
    for pattern in (behind, before):
        for match in pattern.finditer(plain):
            start, end = match.span(1)
            if any(mark in words.words[match.start() : end - 1] for mark in ".;!?"):
                continue
            name = degrees()[match[1]]
            found = ((_STATED, _STRENGTH[name]), f"{match[1]} likelihood", name)
            if best is None or found[0] > best[0]:
                best = (*found, "likelihood.degree@1", start, end)
    return best


@cache
def _degree_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    degree = f"({'|'.join(sorted(map(re.escape, degrees()), key=len, reverse=True))})"
    noun = r"(?:likelihood|probabilit(?:y|ies)|chances?|prospects?|odds)"
    behind = (
        rf" {noun}(?: +\w+){{0,12}}? (?:is|are|remains?|appears?|seems?|looks?|as|to be|at)"
        r"(?: (?:still|now|currently|therefore|assessed|as|to|be|judged|considered|rated|deemed"
        rf"|relatively|fairly|quite|rather|extremely))* {degree}(?= )"
    )
    before = rf" {degree} (?:(?:but|and|yet|though) (?:\w+ ){{1,2}}|overall |estimated ){noun} "
    return re.compile(behind), re.compile(before)


@cache
def _phrases() -> tuple[tuple[LikelihoodPhrase, int, int], ...]:
    return tuple(
        (entry, _RANK[entry.basis], _STRENGTH[entry.term]) for entry in likelihood_phrases()
    )
