"""Words that tell a risk from an opportunity.

``hazard`` speaks of something bad, ``foe`` of someone who means it, ``harm`` of doing it.
``relief`` takes a hazard away and counts only with one, ``fight`` only with a foe, ``recede`` where
the hazard does it itself (“tensions ease”). ``good`` is an opportunity by itself; ``gain`` is too
weak to be one beside a hazard, and alone unless it is ``better`` too or one of several. ``flip``
before, or ``fade`` behind, turns it to the bad; ``contrast`` sets two sides against each other;
``none`` guards its words.
"""

from dataclasses import dataclass
from functools import cache

from dash_intel.vocab.phrases import NOTHING, Phrase, choice, phrase
from dash_intel.vocab.table import keyed

CUES = frozenset(
    {
        "hazard",
        "foe",
        "harm",
        "relief",
        "good",
        "gain",
        "better",
        "fight",
        "recede",
        "flip",
        "fade",
        "contrast",
        NOTHING,
    }
)


@dataclass(frozen=True, slots=True)
class PolarityPhrase:
    """A phrase with all it can be a cue of; nothing where it guards its words."""

    phrase: Phrase
    cues: frozenset[str]


@cache
def polarity_phrases() -> tuple[PolarityPhrase, ...]:
    """Return the phrases of ``polarity.csv``; raises ``VocabularyError`` with file and line.

    A word is a cue of all that its beginnings are cues of, too. An own row of no cue takes all of
    ours from a phrase.
    """
    cues: dict[Phrase, set[str]] = {}
    for row in keyed("polarity", ("phrase", "cue"), "phrase", "cue").values():
        cue = choice(row["cue"], CUES, row.place)
        of_it = cues.setdefault(phrase(row["phrase"], row.place), set())
        if cue == NOTHING:
            of_it.clear()
        else:
            of_it.add(cue)
    stems = {found.words: of_it for found, of_it in cues.items() if found.is_stem and of_it}
    for found, of_it in cues.items():
        if of_it:
            last_word = found.words.rfind(" ") + 1
            for end in range(last_word + 1, len(found.words) + 1):
                of_it.update(stems.get(found.words[:end], ()))
    return tuple(PolarityPhrase(found, frozenset(of_it)) for found, of_it in cues.items())
