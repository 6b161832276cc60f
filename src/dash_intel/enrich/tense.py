"""Tense: whether a sentence tells of something that is so now, in the plain present.

A sentence is taken in parts, which end at a full stop, colon, semicolon or dash; the first part
that tells of the present counts. A part with a condition, a question or words of chance and
confidence tells nothing, nor does an opinion (“is expected”, “is seen as”), what comes after “would” or “should”, or the verb of a
relative clause.
"""

import re
from collections.abc import Mapping
from functools import cache

from dash_intel.enrich.cues import Sentence
from dash_intel.enrich.likelihood_guards import is_quoted
from dash_intel.vocab.tense import tense_words

_PART_END = re.compile(r"[.:](?=\s|$)|[;?!—]|\s[–-](?=\s)")
_WORD = re.compile(r"[^\W_]+")
_OF_CHANCE = re.compile(r" (?:likel|unlikel|probab|improbab|confiden|chance)")
_MOST = 600
_LEAST_PLURAL = 4
_NO_PLURAL_ENDS = ("ss", "us", "is")

_Word = tuple[str, str, int, int]
"""A word, its kind (empty where it has none), and where it stands in ``plain``."""


def present(words: Sentence) -> tuple[int, int] | None:
    """Return where the verb stands by which a sentence tells of the present, None without one."""
    start, text = 0, words.words
    for stop in (*_PART_END.finditer(text, 0, _MOST), None):
        end = stop.start() if stop else min(len(text), _MOST)
        if not (stop and stop.group() == "?"):
            place = _verb(words, start, end)
            if place is not None and not is_quoted(words, *place):
                return place
        start = stop.end() if stop else end
    return None


def _verb(words: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the first verb in the present of a main clause between two places of ``words``."""
    if _OF_CHANCE.search(words.plain, start, end + 1):
        return None
    kinds = _kinds()
    found: list[_Word] = [
        (match.group(), kinds.get(match.group(), ""), match.start(), match.end())
        for match in _WORD.finditer(words.plain, start + 1, end + 1)
    ]
    if any(kind == "condition" for _, kind, _, _ in found):
        return None
    clauses = 0
    for at, (_, kind, begin, last) in enumerate(found):
        if at and "," in words.words[found[at - 1][3] - 1 : begin - 1]:
            clauses = 0
        if kind == "unreal":
            return None
        if kind == "subordinate":
            clauses += 1
        elif _is_verb(found, at):
            if clauses:
                clauses -= 1
            elif kind == "auxiliary":
                return _with_its_complement(found, at)
            else:
                return begin, last
    return None


def _is_verb(found: list[_Word], at: int) -> bool:
    """Tell whether a word is a verb in the present, by its kind and the words beside it."""
    kind = found[at][1]
    if not at or kind not in {"auxiliary", "singular", "plural", "noun_or_verb"}:
        return False
    before, of_before = found[at - 1][:2]
    if before == "to":
        return False
    if kind == "plural":
        return of_before in {"plural_noun", "subordinate"} or (
            len(before) >= _LEAST_PLURAL
            and before[-1] == "s"
            and of_before != "no_plural"
            and not before.endswith(_NO_PLURAL_ENDS)
        )
    if kind == "noun_or_verb":
        return at + 1 < len(found) and found[at + 1][1] == "determiner"
    return True


def _with_its_complement(found: list[_Word], at: int) -> tuple[int, int] | None:
    """Return an auxiliary with the word behind it, None where they are an opinion or a duty."""
    behind = at + 1
    while behind < len(found) and found[behind][1] == "filler":
        behind += 1
    if behind < len(found) and found[behind][1] == "opinion":
        return None
    return found[at][2], found[min(at + 1, len(found) - 1)][3]


@cache
def _kinds() -> Mapping[str, str]:
    return dict(tense_words())
