"""Words that tell of no event by themselves, and words of later steps of a story."""

from collections.abc import Mapping
from functools import cache

from dash_intel.vocab.table import keyed, rows


@cache
def event_stop_words() -> frozenset[str]:
    """Return the words that reports share whatever they tell of."""
    return frozenset(row["word"].casefold() for row in rows("event_stop_words", ("word",)))


@cache
def later_steps() -> Mapping[str, str]:
    """Return word → the kind of later step that it states."""
    found = keyed("later_steps", ("step", "word"), "word")
    return {word.casefold(): row["step"] for (word,), row in found.items()}
