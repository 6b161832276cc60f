"""Categories of risk: nine themes of the UK National Risk Register and four more, with words.

Every category also has its place among the World Economic Forum's five groups and in PESTLE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.vocab.phrases import NOTHING, Phrase, choice, once, phrase, placed_rows


@dataclass(frozen=True, slots=True)
class RiskCategory:
    """A category: its label, where it comes from, and where other taxonomies put it."""

    label: str
    origin: str
    wef: str
    pestle: str


@dataclass(frozen=True, slots=True)
class CategoryPhrase:
    """A phrase with the keys of the categories it speaks of; none where it guards its words."""

    phrase: Phrase
    keys: tuple[str, ...]


@cache
def risk_categories() -> Mapping[str, RiskCategory]:
    """Return key → category, in the taxonomy's order."""
    found = {}
    seen: set[object] = set()
    for place, row in placed_rows("risk_categories", ("key", "label", "origin", "wef", "pestle")):
        once(row["key"], seen, place)
        found[row["key"]] = RiskCategory(row["label"], row["origin"], row["wef"], row["pestle"])
    return found


@cache
def category_phrases() -> tuple[CategoryPhrase, ...]:
    """Return the phrases of ``category_words.csv``; raises ``VocabularyError`` with the line."""
    allowed = frozenset({NOTHING, *risk_categories()})
    seen: set[object] = set()
    keys: dict[Phrase, list[str]] = {}
    for place, row in placed_rows("category_words", ("category", "phrase")):
        key = choice(row["category"], allowed, place)
        found = phrase(row["phrase"], place)
        once((key, row["phrase"]), seen, place)
        keys.setdefault(found, [])
        if key != NOTHING:
            keys[found].append(key)
    return tuple(CategoryPhrase(found, tuple(of_it)) for found, of_it in keys.items())


def category_label(key: str) -> str:
    """Return the label of a category, its key where no vocabulary of today knows it."""
    found = risk_categories().get(key)
    return key if found is None else found.label
