"""Polarity: whether a sentence speaks of a risk, an opportunity, or both.

A sentence is a risk unless its words say otherwise. What takes a hazard away makes an opportunity
of it, a hazard beside that makes it mixed; a gain alone is one only where no hazard stands beside
it, so that “improved drone capability increases the threat” stays a risk.
"""

from collections.abc import Iterable
from functools import cache

from dash_intel.enrich.cues import POLARITY, Hit, Sentence, sentence
from dash_intel.enrich.impact import Consequence, consequences
from dash_intel.enrich.polarity_scope import Place, Scope
from dash_intel.model.items import Polarity
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span
from dash_intel.vocab.polarity import polarity_phrases

_LEAST_LEVEL = 2


def polarity(text: str, span: Span) -> tuple[Polarity, Evidence | None]:
    """Return the polarity of the words at ``span`` of ``text`` and the words that it rests on."""
    words = sentence(text, span)
    return read_polarity(words, consequences(words))


def read_polarity(words: Sentence, named: list[Consequence]) -> tuple[Polarity, Evidence | None]:
    """Return the polarity of a sentence whose consequences are found, and its words."""
    cues = _cues()
    found = []
    is_positive = False
    hazards = {hit[0]: hit[:2] for hit, level in named if level >= _LEAST_LEVEL}
    for hit in words.hits[POLARITY]:
        of_it, is_hazard, is_gain_or_relief = cues[hit[2]]
        found.append((hit, of_it))
        if is_hazard:
            hazards[hit[0]] = hit[:2]
        if is_gain_or_relief:
            is_positive = True
    if is_positive:
        return _weighed(words, found, hazards)
    return "risk", _evidence(words, hazards.values(), "risk")


_GAINS = frozenset({"good", "gain"})
_POSITIVE = _GAINS | {"relief"}


def _weighed(
    words: Sentence, found: list[tuple[Hit, frozenset[str]]], hazards: dict[int, Place]
) -> tuple[Polarity, Evidence | None]:
    for hit, of_it in found:
        if not of_it.isdisjoint(_GAINS):
            _drop_within(hazards, hit, keeps_first="hazard" in of_it)
    scope = Scope(words, found, hazards)
    strong: set[Place] = set()
    gains: set[Place] = set()
    is_better = False
    for hit, of_it in found:
        place = hit[:2]
        if of_it.isdisjoint(_POSITIVE):
            continue
        covered = scope.covered(place) if "relief" in of_it else []
        if covered:
            if scope.is_flipped(place, covered):
                continue
            strong |= {place, *covered}
        elif not of_it.isdisjoint(_GAINS):
            if scope.is_flipped(place, ()) or scope.fades(place) or scope.serves_a_foe(place):
                hazards[place[0]] = place
            else:
                (strong if "good" in of_it else gains).add(place)
                is_better = is_better or "better" in of_it
    left = set(hazards.values()) - strong
    if strong and not left:
        return "opportunity", _evidence(words, strong | gains, "opportunity")
    if strong or (gains and scope.contrasts(gains, left)):
        return "mixed", _evidence(words, strong | gains | left, "mixed")
    if not left and (is_better or len(gains) > 1):
        return "opportunity", _evidence(words, gains, "opportunity")
    return "risk", _evidence(words, left, "risk")


def _drop_within(hazards: dict[int, Place], gain: Hit, *, keeps_first: bool) -> None:
    """Drop a consequence that is a part of the words of ``gain``, such as influence."""
    for start in range(gain[0] + keeps_first, gain[1]):
        if hazards and start in hazards:
            del hazards[start]


def _evidence(words: Sentence, places: Iterable[Place], rule: str) -> Evidence | None:
    spans = words.spans(sorted(places))
    if not spans:
        return None
    text = words.text
    return Evidence(tuple([text[start:end] for start, end in spans]), spans, f"polarity.{rule}@1")


@cache
def _cues() -> tuple[tuple[frozenset[str], bool, bool], ...]:
    """Return of each phrase its cues, and whether it is a hazard, a gain or relief."""
    return tuple(
        (entry.cues, "hazard" in entry.cues, not entry.cues.isdisjoint(_POSITIVE))
        for entry in polarity_phrases()
    )
