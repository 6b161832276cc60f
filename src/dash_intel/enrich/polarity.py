"""Polarity: whether a sentence speaks of a risk, an opportunity, or both.

A sentence is a risk unless its words say otherwise. What takes a hazard away makes an opportunity
of it, a hazard beside that makes it mixed; a gain alone is one only where no hazard stands beside
it, so that “improved drone capability increases the threat” stays a risk.
"""

from collections.abc import Iterable
from functools import cache

from dash_intel.enrich.cues import POLARITY, Hit, Sentence, sentence
from dash_intel.enrich.impact import consequences
from dash_intel.enrich.polarity_scope import Place, Scope
from dash_intel.model.items import Polarity
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span
from dash_intel.vocab.polarity import polarity_phrases

_LEAST_LEVEL = 2


def polarity(text: str, span: Span) -> tuple[Polarity, Evidence | None]:
    """Return the polarity of the words at ``span`` of ``text`` and the words that it rests on."""
    return read_polarity(sentence(text, span))


def read_polarity(words: Sentence) -> tuple[Polarity, Evidence | None]:
    """Return the polarity of a sentence whose words are found, and what it rests on."""
    cues = _cues()
    found = [(hit, cues[hit[2]]) for hit in words.hits[POLARITY]]
    hazards = {hit[0]: hit[:2] for hit in consequences(words, _LEAST_LEVEL)}
    hazards.update((hit[0], hit[:2]) for hit, of_it in found if "hazard" in of_it)
    if any(of_it & _POSITIVE for _, of_it in found):
        return _weighed(words, found, hazards)
    return "risk", _evidence(words, hazards.values(), "risk")


_POSITIVE = frozenset({"relief", "good", "gain"})


def _weighed(
    words: Sentence, found: list[tuple[Hit, frozenset[str]]], hazards: dict[int, Place]
) -> tuple[Polarity, Evidence | None]:
    scope = Scope(words, found, hazards)
    strong: set[Place] = set()
    gains: set[Place] = set()
    for hit, of_it in found:
        place = hit[:2]
        if not of_it & _POSITIVE:
            continue
        covered = scope.covered(place) if "relief" in of_it else []
        if covered:
            if scope.is_flipped(place, covered):
                continue
            strong |= {place, *covered}
        elif "good" in of_it or "gain" in of_it:
            if scope.is_flipped(place, ()) or scope.fades(place) or scope.serves_a_foe(place):
                hazards[place[0]] = place
            else:
                (strong if "good" in of_it else gains).add(place)
    left = set(hazards.values()) - strong
    if strong and not left:
        return "opportunity", _evidence(words, strong | gains, "opportunity")
    if strong or (gains and scope.contrasts(gains, left)):
        return "mixed", _evidence(words, strong | gains | left, "mixed")
    if gains and not left:
        return "opportunity", _evidence(words, gains, "opportunity")
    return "risk", _evidence(words, left, "risk")


def _evidence(words: Sentence, places: Iterable[Place], rule: str) -> Evidence | None:
    spans = tuple([words.span(start, end) for start, end in sorted(places)])
    if not spans:
        return None
    return Evidence(tuple([span.of(words.text) for span in spans]), spans, f"polarity.{rule}@1")


@cache
def _cues() -> tuple[frozenset[str], ...]:
    return tuple(entry.cues for entry in polarity_phrases())
