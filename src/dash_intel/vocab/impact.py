"""Consequence words, their levels, and the words that raise or lower a level.

The labels are those of the United Kingdom's National Risk Register; words and weights are reasoned
and not validated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.phrases import NOTHING, Phrase, choice, figure, phrase
from dash_intel.vocab.table import keyed

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class ImpactLevel:
    """A level's label, and its weight where a list of stated likelihoods is put in order."""

    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class ImpactPhrase:
    """A consequence with its level 1 to 5, or a phrase that is no consequence (0)."""

    phrase: Phrase
    level: int


@dataclass(frozen=True, slots=True)
class Intensifier:
    """A word that raises (1) or lowers (-1) a level, or a phrase that does neither (0)."""

    phrase: Phrase
    change: int


@cache
def impact_levels() -> Mapping[int, ImpactLevel]:
    """Return level → label and weight; raises ``VocabularyError`` with file and line."""
    found = {}
    for row in keyed("impact_levels", ("level", "label", "weight"), "level").values():
        level = int(choice(row["level"], frozenset(map(str, LEVELS)), row.place))
        found[level] = ImpactLevel(row["label"], figure(row["weight"], row.place))
    if tuple(sorted(found)) != LEVELS:
        raise VocabularyError("impact_levels.csv: the levels must be 1 to 5")
    return found


@cache
def impact_phrases() -> tuple[ImpactPhrase, ...]:
    """Return the phrases of ``impact.csv``; raises ``VocabularyError`` with file and line."""
    levels = {NOTHING: 0} | {str(level): level for level in LEVELS}
    return tuple(
        ImpactPhrase(found, levels[value])
        for found, value in _phrases("impact", "level", frozenset(levels))
    )


@cache
def intensifiers() -> tuple[Intensifier, ...]:
    """Return the phrases of ``impact_intensifiers.csv``."""
    changes = {NOTHING: 0, "+1": 1, "-1": -1}
    return tuple(
        Intensifier(found, changes[value])
        for found, value in _phrases("impact_intensifiers", "change", frozenset(changes))
    )


def impact_label(level: int) -> str:
    """Return the label of a level from 1 to 5."""
    return impact_levels()[level].label


def _phrases(name: str, column: str, allowed: frozenset[str]) -> tuple[tuple[Phrase, str], ...]:
    return tuple(
        (phrase(row["phrase"], row.place), choice(row[column], allowed, row.place))
        for row in keyed(name, ("phrase", column), "phrase").values()
    )
