"""Phrases of likelihood and the yardsticks that give them figures.

The yardsticks are those of ICD 203 (United States), PHIA (United Kingdom, 2025) and NATO. A phrase
is stored as it is; its band is looked up when it is shown, so that the yardstick can change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.settings import yardstick as chosen_yardstick
from dash_intel.vocab.fold import plain
from dash_intel.vocab.phrases import NOTHING, Phrase, choice, figure, phrase
from dash_intel.vocab.table import keyed

BASES = frozenset({"stated", "forecast_verb", "hedge", "asserted", "present", NOTHING})
GUARDS = frozenset({"", "month", "name", "prospect", "rare"})
TERMS = (
    "almost_no_chance",
    "very_unlikely",
    "unlikely",
    "roughly_even",
    "likely",
    "very_likely",
    "almost_certain",
)
"""The seven terms of ICD 203, from the least to the most likely."""

NOT = "not "
SEVERAL = ".several@"
"""What stands in the rule of a reading whose sentence states another likelihood too."""


@dataclass(frozen=True, slots=True)
class LikelihoodPhrase:
    """What the vocabulary knows of a phrase.

    ``term`` is the yardstick's term that it stands for, None where it has none; ``negated`` the
    one of its negation, None where a negation leaves nothing to read.
    """

    phrase: Phrase
    basis: str
    term: str | None
    negated: str | None
    guard: str


@dataclass(frozen=True, slots=True)
class Band:
    """A term of one yardstick: its label there, and its figures as shares from 0 to 1."""

    label: str
    low: float
    high: float


@cache
def likelihood_phrases() -> tuple[LikelihoodPhrase, ...]:
    """Return the phrases of ``likelihood.csv``; raises ``VocabularyError`` with file and line."""
    found = []
    terms = frozenset({"", *TERMS})
    columns = ("phrase", "basis", "term", "negated", "guard")
    for row in keyed("likelihood", columns, "phrase").values():
        place = row.place
        basis = choice(row["basis"], BASES, place)
        term = choice(row["term"], terms, place)
        if term and basis != "stated":
            raise VocabularyError(f"{place}: only a stated likelihood has a term")
        found.append(
            LikelihoodPhrase(
                phrase=phrase(row["phrase"], place),
                basis=basis,
                term=term or None,
                negated=choice(row["negated"], terms, place) or None,
                guard=choice(row["guard"], GUARDS, place),
            )
        )
    return tuple(found)


@cache
def degrees() -> Mapping[str, str | None]:
    """Return degree → term of “the likelihood is …”; None where no yardstick has a term for it."""
    found = {}
    for row in keyed("likelihood_degrees", ("degree", "term"), "degree").values():
        term = choice(row["term"], frozenset({"", *TERMS}), row.place)
        found[phrase(row["degree"], row.place).words] = term or None
    return found


@cache
def yardsticks() -> Mapping[str, Mapping[str, Band]]:
    """Return yardstick → term → band; every yardstick has a band for every term."""
    found: dict[str, dict[str, Band]] = {}
    columns = ("yardstick", "term", "label", "low", "high")
    for row in keyed("yardsticks", columns, "yardstick", "term").values():
        place = row.place
        term = choice(row["term"], frozenset(TERMS), place)
        low, high = figure(row["low"], place) / 100, figure(row["high"], place) / 100
        if not 0 <= low < high <= 1:
            raise VocabularyError(f"{place}: {row['low']} to {row['high']} is no band")
        found.setdefault(row["yardstick"], {})[term] = Band(row["label"], low, high)
    for name, bands in found.items():
        if len(bands) != len(TERMS):
            raise VocabularyError(f"yardsticks.csv: “{name}” lacks a band for a term")
    return found


@cache
def _stated() -> tuple[Mapping[str, LikelihoodPhrase], tuple[LikelihoodPhrase, ...]]:
    stated = [entry for entry in likelihood_phrases() if entry.basis == "stated"]
    stems = sorted(
        (entry for entry in stated if entry.phrase.is_stem),
        key=lambda entry: len(entry.phrase.words),
        reverse=True,
    )
    return {entry.phrase.words: entry for entry in stated}, tuple(stems)


def canonical(term: str) -> str | None:
    """Return the yardstick's term that a stored phrase stands for, None where it has none."""
    if term in TERMS:
        return term
    phrase_words = " ".join(plain(term).split())
    words, is_negated = phrase_words.removeprefix(NOT), phrase_words.startswith(NOT)
    whole, stems = _stated()
    entry = whole.get(phrase_words)
    if entry is not None:
        return entry.term
    entry = whole.get(words) or next((e for e in stems if words.startswith(e.phrase.words)), None)
    if entry is not None:
        return entry.negated if is_negated else entry.term
    return degrees().get(words.removesuffix(" likelihood"))


def band(term: str, yardstick: str | None = None) -> tuple[float, float] | None:
    """Return the figures of a stored phrase, shares from 0 to 1, or None where it has none.

    ``yardstick`` is the one of the settings where none is named. A number's own figures are with
    the reading, not here.
    """
    name = canonical(term)
    if name is None:
        return None
    found = yardsticks()[yardstick or chosen_yardstick()][name]
    return found.low, found.high


def shown(term: str, yardstick: str | None = None) -> str:
    """Return a stored phrase as a reader sees it: ``likely (55–80%)``, or itself without a band."""
    figures = band(term, yardstick)
    if figures is None:
        return term
    return f"{term} ({figures[0] * 100:.0f}–{figures[1] * 100:.0f}%)"
