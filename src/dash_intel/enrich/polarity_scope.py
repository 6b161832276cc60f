"""How far a word of relief or gain reaches in a sentence, and what turns it to the bad."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from dash_intel.enrich.cues import Hit, Sentence

Place = tuple[int, int]
"""Start and end in a sentence's ``plain`` form."""

_OBJECT = 6
_CHAIN = 5
_FLIP = 4
_FADE = 4
_FOE = 8
_RECEDE = 1
_MOST = 8
_CLAUSE_MARKS = (",", ";", ":", "—", ". ", "? ", "! ", " – ", " - ")
_PASSIVE = (" be ", " is ", " are ", " been ", " being ", " was ", " were ", " further ")


class Scope:
    """The clauses of one sentence, its hazards and what stands in them."""

    def __init__(
        self,
        words: Sentence,
        found: list[tuple[Hit, frozenset[str]]],
        hazards: dict[int, Place],
    ) -> None:
        by_cue: dict[str, list[Place]] = {}
        for hit, of_it in found:
            for cue in of_it:
                by_cue.setdefault(cue, []).append(hit[:2])
        self._plain = words.plain
        self._words = words.words
        self._contrasts = by_cue.get("contrast", [])
        self._hazards = sorted(hazards.values())
        self._flips = by_cue.get("flip", [])
        self._fades = by_cue.get("fade", [])
        self._foes = by_cue.get("foe", [])
        self._foe_places = set(self._foes)
        self._reliefs = by_cue.get("relief", [])
        self._fights = {start for start, _ in by_cue.get("fight", ())}
        self._recedes = {start for start, _ in by_cue.get("recede", ())}
        self._harms = {start for start, _ in by_cue.get("harm", ())}

    def covered(self, relief: Place) -> list[Place]:
        """Return the hazards that ``relief`` takes away: its object, or what it is said of."""
        start, end = relief
        found: list[Place] = []
        reach, last = _OBJECT, end
        first = bisect_left(self._hazards, (end,))
        for hazard in self._hazards[first : first + _MOST]:
            if not self._near(last, hazard[0], reach) or self._begins_anew(hazard, last):
                break
            found.append(hazard)
            reach, last = _CHAIN, max(last, hazard[1])
        number = bisect_left(self._hazards, (start,))
        if not found and start in self._recedes:
            found = [
                hazard
                for hazard in self._hazards[max(0, number - 1) : number]
                if self._near(hazard[1], start, _RECEDE)
            ]
        if not found and self._plain[max(0, start - 9) : start].endswith(_PASSIVE):
            found = [
                hazard
                for hazard in self._hazards[max(0, number - 2) : number]
                if hazard[1] <= start and self._near(hazard[1], start, _FOE)
            ]
        if start in self._fights:
            found = [hazard for hazard in found if hazard in self._foe_places]
        if found and self._behind(self._fades, found[-1][1], 2, found):
            return []
        return found

    def is_flipped(self, place: Place, covered: Iterable[Place]) -> bool:
        """Tell whether a word before ``place``, but none that it covers, undoes it."""
        number = bisect_left(self._flips, place)
        for start, end in reversed(self._flips[max(0, number - 2) : number]):
            if end > place[0] or (start, end) in covered or not self._near(end, place[0], _FLIP):
                continue
            if " and " in self._plain[end - 1 : place[0] + 1]:
                continue
            first = bisect_left(self._hazards, (end,))
            if first < len(self._hazards) and self._hazards[first][0] < place[0]:
                continue
            return True
        return False

    def fades(self, place: Place) -> bool:
        """Tell whether a word behind ``place`` undoes it: “stability is at risk”."""
        return self._behind(self._fades, place[1], _FADE, ())

    def serves_a_foe(self, place: Place) -> bool:
        """Tell whether it is someone hostile who gains, with no relief between."""
        number = bisect_left(self._foes, place)
        for start, end in self._foes[max(0, number - 1) : number + 1]:
            left, right = min(end, place[1]), max(start, place[0])
            if left > right or not self._near(left, right, _FOE):
                continue
            between = bisect_left(self._reliefs, (left,))
            if between < len(self._reliefs) and self._reliefs[between][0] < right:
                continue
            return True
        return False

    def contrasts(self, gains: Iterable[Place], left: Iterable[Place]) -> bool:
        """Tell whether a contrast stands between a gain and a hazard, or before both."""
        first = [start for start, _ in self._contrasts]
        return bool(first) and any(
            bisect_left(first, min(gain, hazard)[0]) != bisect_right(first, max(gain, hazard)[0])
            or first[0] < min(gain, hazard)[0]
            for gain in list(gains)[:4]
            for hazard in list(left)[:4]
        )

    def _begins_anew(self, hazard: Place, last: int) -> bool:
        return hazard[0] in self._harms and self._plain[last : hazard[0]].endswith(
            (" and ", " and also ", " and to ", " or ")
        )

    def _behind(self, cues: list[Place], end: int, reach: int, but_not: Iterable[Place]) -> bool:
        number = bisect_left(cues, (end,))
        return any(
            cue not in but_not and self._near(end, cue[0], reach)
            for cue in cues[number : number + 1]
        )

    def _near(self, end: int, start: int, most: int) -> bool:
        """Tell whether at most ``most`` words of one clause stand between the two places."""
        if start - end > 12 * (most + 1):
            return False
        if self._contrasts:
            number = bisect_left(self._contrasts, (end,))
            if number < len(self._contrasts) and self._contrasts[number][0] <= start:
                return False
        between = self._words[end - 1 : start - 1]
        if any(mark in between for mark in _CLAUSE_MARKS):
            return False
        return len(between.split()) <= most
