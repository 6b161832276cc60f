"""Categories of risk: nine themes of the UK National Risk Register and four more, with words.

Every category also has its place among the World Economic Forum's five groups and in PESTLE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.vocab.phrases import NOTHING, Phrase, choice, phrase
from dash_intel.vocab.table import keyed


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
    columns = ("key", "label", "origin", "wef", "pestle")
    return {
        row["key"]: RiskCategory(row["label"], row["origin"], row["wef"], row["pestle"])
        for row in keyed("risk_categories", columns, "key").values()
    }


@cache
def category_phrases() -> tuple[CategoryPhrase, ...]:
    """Return the phrases of ``category_words.csv``; raises ``VocabularyError`` with the line.

    An own row of no category takes a phrase out of those that ours has it in.
    """
    allowed = frozenset({NOTHING, *risk_categories()})
    keys: dict[Phrase, list[str]] = {}
    for row in keyed("category_words", ("category", "phrase"), "category", "phrase").values():
        key = choice(row["category"], allowed, row.place)
        of_it = keys.setdefault(phrase(row["phrase"], row.place), [])
        if key == NOTHING:
            of_it.clear()
        else:
            of_it.append(key)
    return tuple(CategoryPhrase(found, tuple(of_it)) for found, of_it in keys.items())


def category_label(key: str) -> str:
    """Return the label of a category, its key where no vocabulary of today knows it."""
    found = risk_categories().get(key)
    return key if found is None else found.label
