"""Tense: whether a sentence tells of something that is so now, in the plain present.

A sentence is taken in parts, which end at a full stop, colon, semicolon or dash; the first part
that tells of the present counts. A part with a condition, a question or words of chance and
confidence tells nothing, nor does an opinion (“is expected”, “is seen as”), what comes after
“would” or “should”, or the verb of a relative clause.
"""

import re
from collections.abc import Mapping
from functools import cache

from dash_intel.enrich.cues import Sentence
from dash_intel.enrich.likelihood_guards import is_quoted
from dash_intel.vocab.tense import tense_words

_PART_END = re.compile(r"[.:](?=\s|$)|[;?!—]|\s[–-](?=\s)")
_OF_CHANCE = (" likel", " unlikel", " probab", " improbab", " confiden", " chance")
_MOST = 600
_LEAST_PLURAL = 4
_VERBS = frozenset({"auxiliary", "singular", "plural", "noun_or_verb"})
_NO_PLURAL_ENDS = ("ss", "us", "is")


def present(words: Sentence) -> tuple[int, int] | None:
    """Return where the verb stands by which a sentence tells of the present, None without one."""
    start, text = 0, words.words
    for stop in (*_PART_END.finditer(text, 0, _MOST), None):
        end = stop.start() if stop else min(len(text), _MOST)
        if end - start > 1 and not (stop and stop.group() == "?"):
            place = _verb(words, start, end)
            if place is not None and not is_quoted(words, *place):
                return place
        start = stop.end() if stop else end
    return None


def _verb(words: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the first verb in the present of a main clause between two places of ``words``."""
    part = words.plain[start + 1 : end + 1]
    for cue in _OF_CHANCE:
        if cue in part:
            return None
    found = part.split()
    kinds, conditions = _kinds()
    if not conditions.isdisjoint(found):
        return None
    clauses: list[int] = []
    for at, word in enumerate(found):
        kind = kinds.get(word)
        if kind == "unreal":
            return None
        if kind == "subordinate":
            clauses.append(at)
        elif kind in _VERBS and _is_verb(found, at, kind):
            begin = _begin(part, found, at)
            if clauses:
                opened = _begin(part, found, clauses.pop())
                if "," not in words.words[start + opened : start + begin]:
                    continue
                clauses.clear()
            if kind == "auxiliary" and _is_opinion(found, at):
                return None
            behind = at + (kind == "auxiliary" and at + 1 < len(found))
            last = _begin(part, found, behind) + len(found[behind])
            return start + 1 + begin, start + 1 + last
    return None


def _is_verb(found: list[str], at: int, kind: str) -> bool:
    """Tell whether a word is a verb in the present, by its kind and the words beside it."""
    before = found[at - 1] if at else "to"
    if before == "to":
        return False
    kinds, _ = _kinds()
    if kind == "plural":
        of_before = kinds.get(before)
        return of_before in {"plural_noun", "subordinate"} or (
            len(before) >= _LEAST_PLURAL
            and before[-1] == "s"
            and of_before != "no_plural"
            and not before.endswith(_NO_PLURAL_ENDS)
        )
    if kind == "noun_or_verb":
        return at + 1 < len(found) and kinds.get(found[at + 1]) == "determiner"
    return True


def _is_opinion(found: list[str], at: int) -> bool:
    """Tell whether an auxiliary belongs to an opinion or a duty: “is now expected”, “has to”."""
    kinds, _ = _kinds()
    for word in found[at + 1 :]:
        kind = kinds.get(word)
        if kind != "filler":
            return kind == "opinion"
    return False


def _begin(part: str, found: list[str], at: int) -> int:
    """Return where the word of number ``at`` begins in ``part``."""
    begin = 0
    for word in found[: at + 1]:
        begin = part.index(word, begin) + len(word)
    return begin - len(found[at])


@cache
def _kinds() -> tuple[Mapping[str, str], frozenset[str]]:
    """Return word → kind, and the words of a condition."""
    kinds = dict(tense_words())
    return kinds, frozenset(word for word, kind in kinds.items() if kind == "condition")
