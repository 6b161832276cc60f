"""How alike two sentences are, and what keeps them apart.

Likeness is the cosine of their stems, weighted by how rare each is among all sentences of the
corpus (TF-IDF). A sentence counts a stem once. Weights change in steps, each time that a stem's
share of the corpus doubles or halves; so sentences that arrive change few of them, and weights
follow from the corpus alone, not from the order it arrived in.

Whatever the likeness, advice is not the same where it states other countries, other numbers, a
negation, opposed verbs, or names somebody or something that the other does not name.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from dash_intel.enrich.advice import addressee
from dash_intel.enrich.stems import Mention, Parts, parts
from dash_intel.model.span import Span
from dash_intel.vocab.opposites import Side

SAME = 0.75
"""Cosine from which advice is the same."""

SIMILAR = 0.55
"""Cosine from which advice is similar: a suggestion, never a group."""

SHARED = 0.6
"""Share of stems that two pieces of advice need, of the geometric mean of how many they have."""

OPPOSED = 0.65
"""Cosine of all but the lead verbs from which advice with opposed verbs has the same object."""

EVENT_NAMED = 0.15
"""Cosine from which two reports are of one event where they share a name and other words."""

EVENT_OTHERS = 2
"""How many stems besides names they share then."""

EVENT_RARE = 24
"""How many reports of the corpus have a name that is evidence, at most."""

EVENT_LIKE = 0.33
"""Cosine from which they are of one event without a name in common."""

EVENT_STEMS = 4
"""How many stems they share then."""

RULE = "advice.same@2"
EVENT_RULE = "event.same@2"

Apart = Literal["countries", "numbers", "negation", "opposed verbs", "names"]

_UNIT = 100
"""A stem that all sentences share weighs this much; whole numbers add up in any order."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a sentence, the countries that it states, and whom it addresses."""

    parts: Parts
    countries: frozenset[str]
    addressee: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two sentences are, 0 to 1, and what keeps them apart all the same.

    ``is_replaced`` tells that each has a word that the other lacks, or that they address others:
    they are similar at most.
    """

    similarity: float
    apart: tuple[Apart, ...]
    is_replaced: bool = False

    @property
    def verdict(self) -> Literal["same", "similar", "separate"]:
        """Whether they are the same advice, similar enough for a suggestion, or neither."""
        if self.apart or self.similarity < SIMILAR:
            return "separate"
        return "same" if self.similarity >= SAME and not self.is_replaced else "similar"


def wording(text: str, mentions: Sequence[Mention] = ()) -> Wording:
    """Return what is compared of ``text``; ``mentions`` are the countries that it names."""
    told = addressee(text, Span(0, len(text)))
    return Wording(
        parts(text, mentions),
        frozenset(one.iso3 for one in mentions),
        frozenset() if told is None else parts(told[0]).stems,
    )


def step(corpus: int, sentences: int) -> int:
    """Return how often a corpus halves until it is as small as the ``sentences`` with a stem."""
    return max(0, corpus.bit_length() - max(1, sentences).bit_length())


def weight(steps: int) -> int:
    """Return the weight of a stem of so many steps, in hundredths: 1 + ln 2 for each."""
    return round(_UNIT * (1 + math.log(2) * steps))


class Weights:
    """The weights of the stems of a corpus; a stem that is not in it is as rare as can be."""

    def __init__(self, corpus: Iterable[Wording]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for one in set(corpus):
            counts.update(one.parts.stems)
            number += 1
        self._steps: Mapping[str, int] = {key: step(number, count) for key, count in counts.items()}
        self._most = step(number, 1)

    def __getitem__(self, stem: str) -> int:
        """Return the weight of ``stem``."""
        return weight(self._steps.get(stem, self._most))


def compare(one: Wording, other: Wording, weights: Weights) -> Comparison:
    """Compare two pieces of advice in a corpus."""
    if one == other:
        return Comparison(1.0, ())
    a, b = one.parts.stems, other.parts.stems
    is_replaced = bool(a - b and b - a) or not may_address(one.addressee, other.addressee)
    return Comparison(cosine(a, b, weights), _apart(one, other), is_replaced)


def may_address(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    """Tell whether two may be one addressee, by their stems: one of them is open or in common."""
    return not (one and other) or not one.isdisjoint(other)


def cosine(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Return the cosine of two sets of stems, 0 where one is empty."""
    squares = [sum(weights[key] ** 2 for key in stems) for stems in (one & other, one, other)]
    shared, *own = squares
    return shared / math.sqrt(own[0] * own[1]) if all(own) else 0.0


def opposed(one: frozenset[Side], other: frozenset[Side]) -> bool:
    """Tell whether one stands on the side of an axis that only the other's opposite is on."""
    only_one, only_other = one - other, other - one
    return any(
        side.opposite in only_other and side.opposite not in one and side not in other
        for side in only_one
    )


def _apart(one: Wording, other: Wording) -> tuple[Apart, ...]:
    found: list[Apart] = []
    if one.countries != other.countries:
        found.append("countries")
    a, b = one.parts, other.parts
    if a.numbers != b.numbers:
        found.append("numbers")
    if a.is_negated != b.is_negated:
        found.append("negation")
    if opposed(a.sides, b.sides):
        found.append("opposed verbs")
    if a.names - b.stems or b.names - a.stems:
        found.append("names")
    return tuple(found)
