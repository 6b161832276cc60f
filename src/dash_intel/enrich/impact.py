"""Impact: how grave the consequence is that a sentence names.

The noun or verb of the consequence gives the level, a word beside it raises or lowers it by one.
Without a consequence there is no level.
"""

import re
from functools import cache

from dash_intel.enrich.cues import IMPACT, INTENSITY, Hit, Sentence, nearest_before, sentence
from dash_intel.model.reading import Impact
from dash_intel.model.span import Span
from dash_intel.vocab.impact import LEVELS, impact_phrases, intensifiers

Consequence = tuple[Hit, int]
"""A consequence's words and its level, 1 to 5."""

_ABSENT = frozenset({"no", "without", "non", "absent", "zero", "avoiding", "avoid"})
_LAST_OF_PAIR = frozenset({"of", "from"})
_ABSENT_PAIRS = ("short of", "absence of", "free of", "free from", "lack of", "instead of")
_DENIED = re.compile(
    r" (?:(?:not|never|t) (?:(?:be|been|being|gonna|going to|to|yet|lead to|led to|leading to"
    r"|result in|resulted in|resulting in|cause|caused|causing|seek|want|an?|any|further) )*"
    r"|(?:averted|avoided|prevented|foiled|thwarted|ruled out|excluded)"
    r" (?:(?:an?|the|any|another|further|new|possible|likely|planned) )?)$"
)
_OFF = re.compile(
    r" (?:\w+ ){0,2}?(?:is|are|was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?:averted|avoided|prevented|foiled|thwarted|ruled out|excluded"
    r"|(?:not|no longer) (?:being )?(?:projected|expected|forecast|anticipated|predicted|foreseen"
    r"|feared|planned|intended|under way|possible)) "
)
_WINDOW = 48
_FAR = 48
_BESIDE = re.compile(
    r" (?:(?!(?:to|of|for|the|a|an|in|on|by|at|with|from|that|which|but|or|as|is|are|was|were"
    r"|than|its|their|his|our|while|against|over|into|after|before) )\w+ ){0,2}"
)
_BEHIND = re.compile(
    r" (?:(?:\w+ ){0,3}(?:be|is|are|remain|remains|stay|stays|prove|proves|become|been|was|were)"
    r" (?:(?:very|largely|relatively|likely|mostly|highly|only|still|so|increasingly|probably"
    r"|particularly|especially|fairly|comparatively|geographically|now|both) )?)?"
)


def impact(text: str, span: Span) -> Impact | None:
    """Return the gravest consequence that the words at ``span`` of ``text`` name, or None."""
    words = sentence(text, span)
    return read_impact(words, consequences(words))


def read_impact(words: Sentence, named: list[Consequence]) -> Impact | None:
    """Return the impact of a sentence whose consequences are found."""
    top = 0
    kept: list[tuple[Hit, Hit | None]] = []
    changes = words.hits[INTENSITY]
    may_be_denied = bool(named) and _denies(words.plain)
    for hit, own_level in named:
        level = own_level
        if level + 1 < top or (may_be_denied and _is_denied(words.plain, hit)):
            continue
        beside = _intensifier(words, hit) if changes else None
        if beside is not None:
            level = min(LEVELS[-1], max(LEVELS[0], level + _changes()[beside[2]]))
        if level > top:
            top = level
            kept.clear()
        if level == top:
            kept.append((hit, beside))
    if not kept:
        return None
    found = sorted({part[:2] for pair in kept for part in pair if part is not None})
    spans = words.spans(found)
    rule = "impact.intensified@1" if len(found) > len(kept) else "impact.noun@1"
    return Impact(top, tuple([words.text[start:end] for start, end in spans]), spans, rule)


def is_absent(plain: str, start: int) -> bool:
    """Tell whether the consequence at ``start`` is said not to be: “without violence”."""
    word = plain[plain.rfind(" ", 0, start - 1) + 1 : start - 1]
    if word in _LAST_OF_PAIR:
        return plain.endswith(_ABSENT_PAIRS, 0, start - 1)
    return word in _ABSENT


def _denies(plain: str) -> bool:
    """Tell whether anything in a sentence may deny a consequence; most sentences have nothing."""
    return (
        " not " in plain
        or " never " in plain
        or " t " in plain
        or " no longer " in plain
        or "ted " in plain
        or "ded " in plain
        or "led " in plain
    )


def _is_denied(plain: str, hit: Hit) -> bool:
    """Tell whether a consequence is said not to come, or to be averted: “famine was averted”."""
    start, end, _ = hit
    return bool(_DENIED.search(plain[max(0, start - _WINDOW) : start]) or _OFF.match(plain, end))


def consequences(words: Sentence) -> list[Consequence]:
    """Return the consequences that a sentence names, but for those it says are absent."""
    levels = _levels()
    plain = words.plain
    return [
        (hit, levels[hit[2]])
        for hit in words.hits[IMPACT]
        if levels[hit[2]] and not is_absent(plain, hit[0])
    ]


def _intensifier(words: Sentence, hit: Hit) -> Hit | None:
    """Return the word that raises or lowers the consequence at ``hit``, the nearest before it."""
    start, end, _ = hit
    plain, found, changes = words.plain, words.hits[INTENSITY], _changes()
    number = nearest_before(found, start)
    for one in reversed(found[max(0, number - 2) : number]):
        gap = plain[one[1] : start]
        if changes[one[2]] and len(gap) < _FAR and _BESIDE.fullmatch(gap):
            return one
    for one in found[number : number + 1]:
        gap = plain[end : one[0]]
        if not changes[one[2]] or one[0] < end or len(gap) >= _FAR:
            continue
        if (gap == " " and plain.startswith("ly ", one[1] - 2)) or (
            gap != " " and _BEHIND.fullmatch(gap)
        ):
            return one
    return None


@cache
def _levels() -> tuple[int, ...]:
    return tuple(entry.level for entry in impact_phrases())


@cache
def _changes() -> tuple[int, ...]:
    return tuple(entry.change for entry in intensifiers())
