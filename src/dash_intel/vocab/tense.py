"""Words by which a clause in the present tense is told from a noun, a condition or an opinion."""

from collections.abc import Mapping
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.fold import plain
from dash_intel.vocab.phrases import choice
from dash_intel.vocab.table import keyed

KINDS = frozenset(
    {
        "auxiliary",
        "determiner",
        "condition",
        "noun_or_verb",
        "singular",
        "plural",
        "plural_noun",
        "no_plural",
        "subordinate",
        "unreal",
        "opinion",
        "filler",
        "none",
    }
)


@cache
def tense_words() -> Mapping[str, str]:
    """Return word → kind; raises ``VocabularyError`` with file and line.

    An own row of the kind ``none`` takes a word out.
    """
    found = {}
    for row in keyed("tense_words", ("word", "kind"), "word").values():
        word = row["word"]
        if word != plain(word) or not word.isalnum():
            raise VocabularyError(f"{row.place}: “{word}” is no plain word")
        found[word] = choice(row["kind"], KINDS, row.place)
    return found
