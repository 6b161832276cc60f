"""Figures of likelihood: a percentage or “one in five” that a word of chance stands beside.

Every other figure, such as a share of exports, a growth or a confidence, is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dash_intel.enrich.cues import Sentence

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = (
    {word: number for number, word in enumerate(_ONES, start=1)}
    | {word: number * 10 for number, word in enumerate(_TENS, start=1)}
    | {"fifteen": 15, "hundred": 100, "thousand": 1000, "a": 1}
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|(?:{'|'.join(_TENS[1:])})(?:[ -](?:{'|'.join(_ONES[:9])}))?"
    r"|fifteen|ten|five)"
)
_PERCENT = r"[\s-]?(?:%|per[\s-]?cent\b|pct\b)"
_BOUND = (
    r"(?P<bound>less than|fewer than|lower than|under|below|at most|no more than|not more than"
    r"|up to|more than|over|above|at least|greater than|higher than|exceeding|no less than|[<>≤≥])"
)
_PERCENTAGE = re.compile(
    rf"(?:{_BOUND}\s?(?:an?\s)?)?(?<![\w.,])(?:(?P<low>{_NUMBER})(?:{_PERCENT})?"
    rf"\s?(?:[-–—−]|to|and|or)\s?)?(?P<high>{_NUMBER}){_PERCENT}"
    r"(?P<open>\s(?:or|and) (?:more|higher|greater|above|less|lower|below)\b)?",
    re.IGNORECASE,
)
_SMALL = rf"(?:{'|'.join(_ONES)}|twenty|\d{{1,3}})"
_RATIO = re.compile(
    rf"(?<![\w.,])(?P<part>{_SMALL})(?: chances?)?[\s-](?:in|out of)[\s-](?:a |an |every )?"
    rf"(?P<whole>{_SMALL}|hundred|thousand|\d{{4}})\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?<![\w.,])(?P<share>0?\.\d{1,3})(?![\w.])")
_HEAD = r"(?:chances?|probabilit(?:y|ies)|likelihood|odds)"
_AFTER = re.compile(
    r"[\s-]+(?:(?!more|less|higher|lower|greater|increase|rise|drop|fall|cut|decline|of|in|to|and|by|with|for|at|on|from|if"
    rf"|or|confidence)\w+[\s-]+)?(?:{_HEAD}\b|(?:un)?likely\b|probable\b|possibility\b"
    r"|risk(?=\s(?:of|that)))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:(?:{_HEAD}|possibility)(?:\s(?:of|at)\s|[^.;!?]{{0,80}}?\s(?:is|are|was|were|be|been"
    r"|stands at|put at|to|at|as|between|exceeds|exceeding|reaches|remains at|remains)\s"
    r"|[^.;!?]{0,40}?\s?[(\[:=]\s?)"
    r"|(?:likely|unlikely|probable|improbable|certain|possibility|chance|odds)\s?[(\[]\s?"
    r"|(?:put|estimated|assessed|rated|judged) at\s)"
    r"(?:now |currently |about |around |roughly |some |approximately |only |just |put at "
    r"|estimated at |assessed at |assessed as |rated at |judged at |close to |between |nearly "
    r"|almost |perhaps |~|c\. )*$",
    re.IGNORECASE,
)
_NO_CHANCE = re.compile(
    r"\s(?:of|increase|rise|drop|fall|cut|decline|growth|higher|lower|more|less|confidence"
    r"|confident|point|tariff|[a-z]+s\b)",
    re.IGNORECASE,
)
_RISEN = re.compile(r"\b(?:by|drop of|rise of|fall of|increase of|cut of|share of)\s(?:\w+\s)?$")
_UPPER = {"more than", "over", "above", "at least", "greater than", "higher than", "exceeding"}
_AT_LEAST = _UPPER | {"no less than", ">", "≥"}
_REACH = 110


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of likelihood as shares from 0 to 1, and where it stands in the sentence's words."""

    low: float
    high: float
    start: int
    end: int


def highest(found: Sequence[Figure]) -> Figure | None:
    """Return the highest of some figures, None where there is none."""
    return max(found, key=lambda one: (one.high, one.low), default=None)


def figures(sentence: Sentence) -> Sequence[Figure]:
    """Return the figures of likelihood in ``sentence``."""
    words, plain = sentence.words, sentence.plain
    has_percent = "%" in words or " percent" in plain or " per cent" in plain or " pct" in plain
    has_head = " chance" in plain or " probabilit" in plain or " likelihood" in plain
    if not (has_percent or has_head or " odds" in plain or " at " in plain):
        return ()
    found = [*_percentages(words)] if has_percent else []
    if " in " in plain or " out of " in plain:
        found += _ratios(words)
    if has_head:
        found += _decimals(words)
    return [one for one in found if one.high <= 1]


def _percentages(words: str) -> list[Figure]:
    found = []
    for match in _PERCENTAGE.finditer(words):
        end = _place(words, match)
        if end is None:
            continue
        high = _value(match["high"]) / 100
        low = high if match["low"] is None else _value(match["low"]) / 100
        bound = (match["bound"] or match["open"] or "").lower()
        if bound in _AT_LEAST or bound.endswith(("more", "higher", "greater", "above")):
            high = 1.0 if bound not in {"no more than", "not more than"} else high
            low = low if bound not in {"no more than", "not more than"} else 0.0
        elif bound:
            low = 0.0
        if low <= high:
            found.append(Figure(round(low, 4), round(high, 4), match.start(), end))
    return found


def _ratios(words: str) -> list[Figure]:
    found = []
    for match in _RATIO.finditer(words):
        end = _place(words, match)
        whole = _value(match["whole"])
        if end is not None and whole > 1:
            share = round(_value(match["part"]) / whole, 4)
            found.append(Figure(share, share, match.start(), end))
    return found


def _decimals(words: str) -> list[Figure]:
    return [
        Figure(float(match["share"]), float(match["share"]), match.start(), match.end())
        for match in _DECIMAL.finditer(words)
        if _BEFORE.search(words[max(0, match.start() - _REACH) : match.start()])
    ]


def _place(words: str, match: re.Match[str]) -> int | None:
    """Return where a figure of likelihood ends with its noun, None where it is none."""
    before = words[max(0, match.start() - _REACH) : match.start()]
    if _RISEN.search(before):
        return None
    after = _AFTER.match(words, match.end())
    if after is not None:
        return after.end()
    if "chance" in match.group().lower():
        return match.end()
    if _BEFORE.search(before) and not _NO_CHANCE.match(words, match.end()):
        return match.end()
    return None


def _value(words: str) -> float:
    folded = words.lower().replace(",", ".")
    if folded[0].isdigit():
        return float(folded)
    return float(sum(_WORDS[part] for part in re.split(r"[ -]", folded)))
