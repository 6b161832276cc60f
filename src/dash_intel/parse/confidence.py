"""Reads analytic confidence. It is not likelihood, and not the confidence of investors."""

import re
from typing import cast

from dash_intel.model.items import Confidence
from dash_intel.model.span import Span
from dash_intel.parse.notes import Notes

_LEVEL = r"(?P<level>very low|very high|low|moderate|medium|high)"
_SECOND = r"(?:\s?(?:-|–|/|to)\s?(?P<second>low|moderate|medium|high))?"
_PATTERNS = (
    re.compile(rf"\bconfidence(?: level)?\**\s?:\**\s?{_LEVEL}\b{_SECOND}", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:(?:overall|analytic|analytical|our|the) )?confidence(?: level)?"
        rf"(?: (?:in|of|for) (?:this|the|these|our) (?:\w+ )?"
        rf"(?:assessments?|judge?ments?|hypothesis|conclusions?|analysis|report))?"
        rf" (?:is|remains|stands at)"
        rf"(?: assessed)?(?: as| to be)?(?: set)?(?: at)? {_LEVEL}\b{_SECOND}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\boverall confidence[^.;\n]{{0,120}}? is (?:assessed (?:as|to be) )?{_LEVEL}\b{_SECOND}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:\bwith|\bhave|\bhas|\bat|\ba|\ban|\bassess(?:es|ed)?)(?: a)? {_LEVEL}{_SECOND}"
        rf"(?: level of)? confidence\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_LEVEL}{_SECOND} confidence level\b", re.IGNORECASE),
)
_OTHERS = re.compile(
    r"\b(?:investors?|consumers?|public|business|market|voters?|household|donors?)'?s?’?s? $",
    re.IGNORECASE,
)
LONGEST_LEAD = 100
"""Characters that a phrase may have before its word “confidence”; none has half as many."""
_AS_STATED = {"medium": "moderate"}


def confidence(notes: Notes, where: Span) -> tuple[Confidence, Span] | None:
    """Return the one level of confidence that ``where`` states and the place of its word.

    Of two different levels, or of a level between two, none is taken; that is warned of.
    """
    text = notes.document.text
    start = _first_mention(text, where)
    if start is None:
        return None
    hits: dict[Span, str] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, where.end):
            if _OTHERS.search(text, max(where.start, match.start() - 20), match.start()):
                continue
            span = Span(*match.span("level"))
            compound = match["second"] is not None or " " in match["level"]
            hits.setdefault(span, "" if compound else match["level"].casefold())
    if not hits:
        return None
    levels = {_AS_STATED.get(level, level) for level in hits.values()}
    span = min(hits)
    if len(levels) > 1 or "" in levels:
        notes.warn(
            "unclear_confidence",
            "Confidence is stated between levels or at several; none is taken.",
            span,
        )
        return None
    return cast("Confidence", levels.pop()), span


def _first_mention(text: str, where: Span) -> int | None:
    """Return from where on ``where`` may speak of confidence, None where it never does."""
    words = text[where.start : where.end]
    folded = words.casefold()
    at = folded.find("conf")
    if at < 0:
        return None
    return where.start + max(0, at - LONGEST_LEAD) if len(folded) == len(words) else where.start
