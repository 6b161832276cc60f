"""Whether a scenario says what its outcome could be judged by: who, what, how much, by when.

Words only: what is not found may be said in words that the vocabulary does not know, and what is
found need not be enough. So nothing is counted and nothing is a grade.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from dash_intel.view.words import listed
from dash_intel.vocab.actors import actors
from dash_intel.vocab.fold import plain
from dash_intel.vocab.scenario_words import ELEMENTS, scenario_words
from dash_intel.vocab.sentence_words import number_words

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "actor": "Who acts",
        "event": "What happens",
        "threshold": "How much of it",
        "deadline": "By when",
    }
)

SENTENCE, SIGN, REPORT, ANALYST = (
    "in the sentence",
    "in a trigger or indicator",
    "the report’s horizon",
    "set by an analyst",
)
MOST_WORDS = 4

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]+\b")


@dataclass(frozen=True, slots=True)
class Element:
    """One of four things that a judgement needs: the words that say it, none where none do."""

    name: str
    words: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is looked at: the sentence, its triggers and indicators, and its horizon."""

    text: str
    signs: tuple[str, ...] = ()
    horizon: str = ""
    horizon_on: date | None = None


def elements(told: Told) -> tuple[Element, ...]:
    """Return actor, event, threshold and deadline, each with the words that it was read from."""
    return tuple(_element(name, told) for name in ELEMENTS)


def lacking(found: Iterable[Element]) -> str:
    """Return in a few words what no words were found for, empty where nothing lacks."""
    names = tuple(f"no {one.name}" for one in found if not one.words)
    return f"{listed(names)} found".capitalize() if names else ""


def _element(name: str, told: Told) -> Element:
    if name == "deadline":
        if told.horizon_on:
            return Element(name, (f"{told.horizon_on:%Y-%m-%d}",), ANALYST)
        if told.horizon:
            return Element(name, (told.horizon,), REPORT)
    for texts, where in (((told.text,), SENTENCE), (told.signs, SIGN)):
        words = tuple(dict.fromkeys(word for text in texts for word in _found(name, text)))
        if words:
            return Element(name, words[:MOST_WORDS], where)
    return Element(name)


def _found(name: str, text: str) -> Iterator[str]:
    """Yield the words of ``text`` that say one element, in their order."""
    spans = {match.span() for match in _matches(name, text)}
    if name == "threshold":
        taken = [match.span() for match in _matches("deadline", text)]
        spans = {one for one in spans if not any(_overlap(one, other) for other in taken)}
    for start, end in _longest(spans):
        yield text[start:end].strip(" ,;")


def _matches(name: str, text: str) -> Iterator["re.Match[str]"]:
    folded = _folded(name)
    if folded:
        yield from folded.finditer(plain(text))
    for pattern in _patterns()[name]:
        yield from pattern.finditer(text)


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for one in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return sorted(kept)


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def _folded(name: str) -> "re.Pattern[str] | None":
    """Return what finds the vocabulary's words of an element in a folded text."""
    phrases = sorted(scenario_words()[name], key=lambda one: -len(one.words))
    if not phrases:
        return None
    said = "|".join(re.escape(one.words) + r"\w*" * one.is_stem for one in phrases)
    return re.compile(rf"\b(?:{said})\b")


@cache
def _patterns() -> Mapping[str, tuple["re.Pattern[str]", ...]]:
    words = "|".join(re.escape(word) for word in sorted(number_words(), key=len, reverse=True))
    number = rf"(?:\d+(?:[.,]\d+)*|(?i:an?|one|{words}))"
    several = rf"{number}(?:\s*(?:to|or|and|–|-)\s*{number})?"
    units = "hours?|days?|weeks?|months?|quarters?|years?"
    before = "by|before|until|till|in|during|through|throughout|within|this|next"
    named = (name for one in actors().values() for name in (one.name, *one.sure))
    names = sorted(named, key=len, reverse=True)
    return {
        "actor": (_ACRONYM, re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")),
        "event": (),
        "threshold": (
            re.compile(
                rf"\b(?:\d+(?:[.,]\d+)*|(?i:{words}))(?:\s+(?:to|or|and)\s+\w+)?(?:\s?%|\s+[^\W\d_]+)"
            ),
        ),
        "deadline": (
            re.compile(r"\b\d{4}-\d\d-\d\d\b"),
            re.compile(r"\b(?i:until|before|by) the next [^\W\d_]+(?: [^\W\d_]+)?"),
            re.compile(r"\b(?i:by|before|at|until) the end of (?:(?:the|this|next) )?\w+"),
            re.compile(rf"\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b"),
            re.compile(rf"\b(?:{_MONTH}) \d{{4}}\b"),
            re.compile(
                rf"\b(?:(?i:{before}|the end of)|(?i:between) (?:{_MONTH}) and)\s+"
                rf"(?:mid-|early |late |the end of )?"
                rf"(?:{_MONTH})(?: \d{{4}})?\b"
            ),
            re.compile(r"\b(?i:in|by|before|until|during|through|throughout)\s+(?:20|21)\d\d\b"),
            re.compile(rf"\b(?i:by|before|until|till|on)\s+(?:{_DAY})\b"),
            re.compile(
                rf"\b(?i:within|inside|in)\s+(?:the\s+)?(?:(?:next|coming)\s+)?"
                rf"{several}\s+(?:{units})\b(?! of\b)"
            ),
        ),
    }
