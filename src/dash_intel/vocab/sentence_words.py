"""Words that say nothing by themselves when sentences are compared, and numbers in words."""

from collections.abc import Mapping
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.table import keyed, rows


@cache
def stop_words() -> frozenset[str]:
    """Return the words that are left out when sentences are compared."""
    return frozenset(row["word"].casefold() for row in rows("stop_words", ("word",)))


@cache
def number_words() -> Mapping[str, str]:
    """Return number word → its digits; ``VocabularyError`` where those are none."""
    found = {}
    for row in rows("number_words", ("word", "number")):
        if not (row["number"].isascii() and row["number"].isdigit()):
            raise VocabularyError(f"number_words.csv: “{row['number']}” is no number")
        found[row["word"].casefold()] = row["number"]
    return found


@cache
def synonyms() -> Mapping[str, str]:
    """Return word of advice → the word that it counts as."""
    found = keyed("advice_synonyms", ("word", "same"), "word")
    return {word.casefold(): row["same"].casefold() for (word,), row in found.items()}
