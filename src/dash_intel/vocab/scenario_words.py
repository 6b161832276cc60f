"""Words by which a scenario names who acts, what happens, how much of it, and by when."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from dash_intel.vocab.phrases import NOTHING, Phrase, choice, phrase
from dash_intel.vocab.table import keyed

ELEMENTS = ("actor", "event", "threshold", "deadline")
"""What an outcome is judged by, in the order that it is asked for."""


@cache
def scenario_words() -> Mapping[str, tuple[Phrase, ...]]:
    """Return element → phrases; raises ``VocabularyError`` with file and line.

    An own row of the element ``none`` takes its words out.
    """
    allowed = frozenset({*ELEMENTS, NOTHING})
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    taken_out: set[Phrase] = set()
    for row in keyed("scenario_words", ("element", "words"), "element", "words").values():
        element = choice(row["element"], allowed, row.place)
        words = phrase(row["words"], row.place)
        if element == NOTHING:
            taken_out.add(words)
        else:
            found[element].append(words)
    return {
        element: tuple(one for one in found[element] if one not in taken_out)
        for element in ELEMENTS
    }
