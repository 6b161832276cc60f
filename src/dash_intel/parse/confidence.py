"""Reads analytic confidence. It is not likelihood, and not the confidence of investors."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, cast

from dash_intel.model.items import Confidence
from dash_intel.model.span import Span
from dash_intel.parse.notes import Notes

_WORD = r"(?:low|moderate|medium|high)"
LEVEL = (
    r"(?P<more>(?:very|extremely|moderately|fairly|relatively|reasonably|somewhat|quite|rather)"
    rf"[\s-])?(?P<level>{_WORD})(?:(?:\s{{0,2}}[-–—/]\s{{0,2}}(?:to\s?[-–—]\s?)?"
    rf"|\s{{1,2}}(?:to|or|and)\s{{1,2}})(?P<second>{_WORD})\b|(?![\w-]))\*{{0,3}}"
)
"""A pattern of a level; one with ``more`` or ``second`` lies between levels."""
_NOUN = (
    r"(?:assessments?|judge?ments?|hypothes[ie]s|conclusions?|analys[ie]s|reports?|findings?"
    r"|estimates?|forecasts?|attribution|evaluation)\b"
)
_HELD = rf"(?:in|of|for|on)\s(?:this|that|these|the|our)\s(?:[\w-]{{1,20}}\s){{0,2}}{_NOUN}"
_GROUNDS = (
    r"(?:\s(?:[\w’-]{1,20}\s){0,3}(?:logs?|sources?|evidence|data|records?|information"
    r"|intelligence|imagery|reporting)\b)"
)
_CLOSE = (
    r"(?=\s{0,2}(?:[.,;:()\]|–—]|-\s|$)|\n"
    r"|\s(?:due|because|given|based|as|since|in|owing|with|on|that)\b)"
)
_STOPS = (
    r"(?!(?:is|are|was|were|be|has|have|had|will|would|can|could|rests?|depends?|hinges?|remains?"
    r"|stands?|whose|which|because|since|due|given|but|while|whereas|among)\b)"
)
_GAP = rf"(?:\s{_STOPS}[^\s,.;:]{{1,30}}){{1,14}}(?:,\s?[^,.;\n]{{1,60}},)?"
_IS = (
    r"\s(?:is|remains|stands)(?:\s(?:assessed|judged|rated|set|considered|estimated))?"
    r"(?:\s(?:as|at|to\sbe))?\s\*{0,3}"
)
_START = r"(?:^|[,(\[|:–—•*-]\s{0,2}|\b(?:and|but|while|although|though)\s)\*{0,3}"
_WHOSE = r"(?:(?:the|our|overall|analytic|analytical|assessment|current)\s){0,2}"
_NOT_THEIRS = r"(?!\s(?:among|amongst|across|enough)\b)"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_STATED = (
    _pattern(
        rf"(?:{_START}{_WHOSE}|(?-i:(?<=\s)(?=Confidence)))confidence(?:\slevel)?(?:\s{_HELD})?"
        rf"\*{{0,3}}\s?:\*{{0,3}}\s{{0,3}}\*{{0,3}}{LEVEL}{_CLOSE}"
    ),
    _pattern(rf"{_START}{_WHOSE}confidence\slevel(?:\s{_HELD})?{_IS}{LEVEL}{_NOT_THEIRS}"),
    _pattern(rf"{_START}{_WHOSE}confidence\s{_HELD}{_IS}{LEVEL}{_NOT_THEIRS}"),
    _pattern(rf"{_START}(?:our|overall|analytic|analytical)\sconfidence{_IS}{LEVEL}{_NOT_THEIRS}"),
    _pattern(
        rf"^\*{{0,3}}confidence{_IS}{LEVEL}(?=\s?(?:[.,;]|$|due\b|because\b|given\b|based\b))"
    ),
    _pattern(
        rf"{_START}(?:(?:the|our)\s)?overall\sconfidence(?:\slevel)?\s(?:in|on|about|that)"
        rf"(?P<gap>{_GAP}){_IS}{LEVEL}{_NOT_THEIRS}"
    ),
    _pattern(
        rf"^\W{{0,4}}(?:(?:there\s(?:is|remains)|we\shave|with)\s)?(?:an?\s)?{LEVEL}"
        rf"\sconfidence\slevel(?:\sin\s(?:this|that|these|the|our)"
        rf"(?:{_GROUNDS}|\s(?:[\w-]{{1,20}}\s){{0,2}}{_NOUN})|(?!\s(?:in|of|for)\b))"
    ),
    _pattern(rf"^\W{{0,4}}{LEVEL}\sconfidence(?:\s{_HELD})?\W{{0,4}}$"),
)
_WITH = _pattern(
    rf"\b(?:with|have|has|hold|holds|at)\s(?:an?\s)?{LEVEL}(?:\s(?:level|degree)\sof)?\sconfidence\b"
)
_OURS_BEFORE = _pattern(
    r"\b(?:we|i)\s(?:\w{1,12}ly\s|also\s|can\s|do\s)?(?:assess|judge|estimate|believe|conclude|hold"
    r"|make|state)?\b(?![^\n]*\bthat\b)|\b(?:is|are)\s(?:\w{1,12}ly\s)?(?:assessed|judged)\s$"
    rf"|^\W*(?:assess|judge)e?d?\s$|\b(?:this|these|our)\s(?:[\w-]{{1,20}}\s){{0,2}}{_NOUN}"
    rf"|\bthe\s(?:overall\s|current\s|key\s|main\s|following\s)?{_NOUN}"
    r"|\bthe\s(?:[\w-]{1,20}\s)?hypothesis\b|\bhypothesis\s\w{1,2}\b"
)
_OURS_AFTER = _pattern(
    rf"\s{_HELD}|,?\s(?:we\s(?:assess|judge|estimate|believe|conclude)|it\sis\s(?:assessed|judged))\b"
)
_DENIED = _pattern(
    r"\b(?:not|cannot|never|no|nor|neither|without|hardly|unlikely|if|unless|until|would|could"
    r"|might|should|lacks?|lacking|claim\w*|say|says|said|told|they|he|she|according|alleg\w+"
    r"|insist\w*|boast\w*)\b|n['’]t\b"
)
_OTHERS = _pattern(
    r"\b(?:investors?|consumers?|customers?|public|business(?:es)?|markets?|voters?|electorate"
    r"|electoral|elections?|households?|donors?|traders?|rebels?|fighters?|militants?|soldiers?"
    r"|troops|officials?|citizens?|residents?|shareholders?|depositors?|lenders?|banks?|banking"
    r"|currency|economy|economic|government|police|army|leadership|institutions?)\b"
)
_OTHERWISE = _pattern(rf"(?:[,;]|\band|\bbut|\bwhile)\s{_WORD}\s(?:for|in|on|regarding|as)\b")
_CLAUSE = re.compile(r"[,:–—(]\s|\s(?:but|while|whereas|and)\s")
_END = re.compile(r"[.!?][\"”’)\]*_]{0,4}\s|;\s|\n(?!\s{0,20}[a-z])")
LONGEST_SENTENCE = 240
"""Characters on each side of the word “confidence” that are looked at."""
MOST_MENTIONS = 100
_AS_STATED = {"medium": "moderate"}


class _Hit(NamedTuple):
    span: Span
    level: Confidence | None


def confidence(notes: Notes, where: Span) -> tuple[Confidence, Span] | None:
    """Return the one level of confidence that ``where`` states and the place of its word.

    Of two different levels, or of a level between two, none is taken; that is warned of, as is a
    mention that may or may not be the report's own.
    """
    hits: dict[Span, Confidence | None] = {}
    doubt: Span | None = None
    for sentence in islice(_sentences(notes.document.text, where), MOST_MENTIONS):
        words = notes.document.words(sentence)
        found = [*_stated(words), *_with(words)]
        for hit in found:
            hits[Span(sentence.start + hit.span.start, sentence.start + hit.span.end)] = hit.level
        if not found and _is_doubtful(words):
            doubt = doubt or sentence
    levels = set(hits.values())
    if len(levels) == 1 and (level := levels.pop()) is not None:
        return level, min(hits)
    if hits:
        message = "Confidence is stated between levels or at several; none is taken."
        notes.warn("unclear_confidence", message, min(hits))
    elif doubt is not None:
        message = "It is not clear whose confidence this is, or how high; none is taken."
        notes.warn("unclear_confidence", message, doubt)
    return None


def level_of(match: re.Match[str]) -> Confidence | None:
    """Return the level that a match of ``LEVEL`` states, None where it lies between two."""
    if match["more"] or match["second"]:
        return None
    word = match["level"].casefold()
    return cast("Confidence", _AS_STATED.get(word, word))


def _sentences(text: str, where: Span) -> Iterator[Span]:
    """Yield what stands around each mention of confidence, each stretch of text once."""
    done = where.start
    for mention in re.finditer(r"(?i)\bconfidence\b", text[where.start : where.end]):
        at = where.start + mention.start()
        if at < done:
            continue
        start = max(done, at - LONGEST_SENTENCE)
        for end in _END.finditer(text, start, at):
            start = end.end()
        until = min(where.end, at + LONGEST_SENTENCE)
        closing = _END.search(text, at, until)
        done = closing.start() + 1 if closing else until
        yield Span(start, done)


def _stated(words: str) -> Iterator[_Hit]:
    for pattern in _STATED:
        for match in pattern.finditer(words):
            before, after = words[: match.start("level")], words[match.end() :]
            owned = _clause_at(words, match.start()) + match.group()
            if _DENIED.search(_clause_at(words, match.start())):
                continue
            held = re.search(_HELD, owned, re.IGNORECASE)
            if held is None and (_OTHERS.search(before) or re.match(r"\s(?:among|of)\b", after)):
                continue
            level = None if _OTHERWISE.search(after) else level_of(match)
            yield _Hit(Span(*match.span("level")), level)


def _with(words: str) -> Iterator[_Hit]:
    for match in _WITH.finditer(words):
        before, after = _clause_at(words, match.start()), words[match.end() :]
        if _DENIED.search(before) or "cannot" in after or _OTHERS.search(before):
            continue
        opens = not words[: match.start()].strip(" *\n-–•") and after.startswith(",")
        if opens or _OURS_BEFORE.search(before) or _OURS_AFTER.match(after):
            yield _Hit(Span(*match.span("level")), level_of(match))


def _clause_at(words: str, end: int) -> str:
    """Return the clause that ends at ``end``, or the one before where it has no words yet."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(words, 0, end))]
    for cut in reversed(cuts):
        if words[cut:end].strip(" ,:–—(*"):
            return words[cut:end]
    return words[:end]


def _is_doubtful(words: str) -> bool:
    if "confidence level" in words.casefold():
        return True
    match = _WITH.search(words)
    return match is not None and not (_DENIED.search(words) or _OTHERS.search(words))
