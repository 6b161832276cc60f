"""Phrases of the vocabularies of meaning: whole words, or the beginnings of words."""

from dataclasses import dataclass

from dash_intel.errors import VocabularyError
from dash_intel.vocab.fold import plain

NOTHING = "none"
"""What a phrase stands for that guards its words against another reading."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words; the last of them is only the beginning of a word where ``is_stem``."""

    words: str
    is_stem: bool


def phrase(written: str, place: str) -> Phrase:
    """Return the phrase that a vocabulary writes, a stem with ``*`` behind it.

    Raises:
        VocabularyError: there is no word, or a ``*`` elsewhere.
    """
    is_stem = written.endswith("*")
    bare = written.removesuffix("*")
    words = plain(bare)
    if "*" in bare or not words.strip() or words != " ".join(words.split()):
        raise VocabularyError(f"{place}: “{written}” is no phrase of plain words")
    return Phrase(words, is_stem)


def choice(value: str, allowed: frozenset[str], place: str) -> str:
    """Return ``value`` where it is ``allowed``; raises ``VocabularyError`` where it is not."""
    if value not in allowed:
        raise VocabularyError(f"{place}: “{value}” is none of {', '.join(sorted(allowed))}")
    return value


def figure(value: str, place: str) -> float:
    """Return a number of a vocabulary; raises ``VocabularyError`` where it is none."""
    try:
        return float(value)
    except ValueError:
        raise VocabularyError(f"{place}: “{value}” is no number") from None
