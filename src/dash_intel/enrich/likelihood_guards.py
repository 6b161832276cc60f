"""When a word of likelihood says nothing of how likely the report calls something."""

import re

from dash_intel.enrich.cues import Hit, Sentence
from dash_intel.vocab.likelihood import LikelihoodPhrase

_LOOK_BACK = 80
_WINDOW = 600
_NEGATION = re.compile(
    r" (?:(?:not|no longer|never|hardly|scarcely|cannot|nor|isn t|aren t|wasn t|weren t|doesn t"
    r"|don t|didn t|hasn t|haven t|won t)(?: (?:be|been|being|considered|seen|judged|deemed|thought"
    r"|assessed|viewed|regarded|believed|as|to|at|all|yet|now|currently|particularly|especially"
    r"|very|highly|so|appear|seem|look|expected|itself|themselves|necessarily|consider|deem"
    r"|judge|think|believe|see|it|this|that))*"
    r"|(?:no|neither|nor)(?: \w+){1,5} (?:is|are|be|seems?|looks?|appears?)"
    r"|nothing(?: \w+){0,4} (?:is|are|seems|looks|appears)) $"
)
_CONDITION = re.compile(
    r" (?:if|unless|in case|in the event|provided that|assuming|as long as|so long as) "
    r"(?!only |any |not )|^ should "
)
_CONDITION_END = re.compile(r"[,;:—]|[.!?](?=\s|$)|\s[-–]\s|\sthen\s")
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"”’»)]|$)")
_QUOTED = re.compile(r"“[^”“]*”|\"[^\"]*\"|«[^»«]*»|‘[^’‘]*’(?!\w)")
_PROSPECT = re.compile(r" (?:chances?|possibilit\w+|probabilit\w+|prospects?|likelihood|odds) ")
_PROSPECT_ELSE = re.compile(r" (?:risk|danger|threat|idea|notion|return|settlement|agreement) ")
_MONTH_AFTER = re.compile(r" (?:\d|elections?|holidays?|deadline|summit|ballot|day |is |was |and )")


def is_void(sentence: Sentence, hit: Hit, entry: LikelihoodPhrase) -> bool:
    """Tell whether the words at ``hit`` are no likelihood where they stand; negation aside."""
    start, end, _ = hit
    if entry.guard in {"month", "name"} and not _is_verb(sentence, start, end, entry.guard):
        return True
    if entry.guard == "prospect" and not _speaks_of_a_prospect(sentence, start, end):
        return True
    return (
        _in_question(sentence, end)
        or is_quoted(sentence, start, end)
        or _in_condition(sentence, start)
    )


def negation(sentence: Sentence, start: int) -> int | None:
    """Return where a negation of the words at ``start`` begins in ``plain``, None without one."""
    base = max(0, start - _LOOK_BACK)
    verb = 3 if sentence.plain.startswith("is ", start) else 0
    verb = 4 if sentence.plain.startswith("are ", start) else verb
    before = sentence.plain[base : start + verb]
    if not (
        " no" in before
        or " never " in before
        or " t " in before
        or " cannot " in before
        or "rdly " in before
        or " scarcely " in before
        or " neither " in before
    ):
        return None
    found = _NEGATION.search(before)
    if found is None:
        return None
    begin = base + found.start() + 1
    between = sentence.words[begin - 1 : start - 1]
    return None if any(mark in between for mark in ",;:.") else begin


def _is_verb(sentence: Sentence, start: int, end: int, guard: str) -> bool:
    """Tell “may” from the month, “will” from a name: both are capitalised inside a sentence."""
    words = sentence.words
    first = words[start - 1]
    if guard == "month":
        after = sentence.plain[end : end + 12]
        before = sentence.plain[max(0, start - 4) : start].strip()
        if after[1:2].isdigit() or before[-1:].isdigit():
            return False
        if first.isupper() and _MONTH_AFTER.match(after):
            return False
    if first.islower() or words[start - 1 : end - 1].isupper():
        return True
    before = words[max(0, start - 13) : start - 1].rstrip('•*–—-“"‘( \t')
    return not before or before[-1] in ".!?:"


def _speaks_of_a_prospect(sentence: Sentence, start: int, end: int) -> bool:
    before = sentence.plain[max(0, start - 200) : start]
    if sentence.plain.startswith((" and ", " from "), end):
        return False
    return bool(_PROSPECT.search(before) or _PROSPECT_ELSE.search(before))


def _in_question(sentence: Sentence, end: int) -> bool:
    last = end + _WINDOW
    if sentence.words.find("?", end - 1, last) < 0:
        return False
    stop = _SENTENCE_END.search(sentence.words, end - 1, last)
    return stop is not None and stop.group() == "?"


def is_quoted(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the words are another's: a quotation that is not nearly all of the sentence."""
    words = sentence.words
    first, last = max(0, start - _WINDOW), end + _WINDOW
    before = words[first : start - 1]
    if "“" not in before and '"' not in before and "‘" not in before and "«" not in before:
        return False
    for found in _QUOTED.finditer(words, first, last):
        if found.start() < start - 1 and end - 1 <= found.end():
            return len(found.group()) * 5 < len(words) * 4
        if found.start() >= end:
            return False
    return False


def _in_condition(sentence: Sentence, start: int) -> bool:
    """Tell whether ``start`` stands in an if-clause; one at the start that never ends has none."""
    first = max(0, start - _WINDOW)
    before = sentence.plain[first:start]
    if not (
        " if " in before
        or " unless " in before
        or before.startswith(" should ")
        or " long as " in before
        or " in case " in before
        or " in the event " in before
        or " provided that " in before
        or " assuming " in before
    ):
        return False
    openers = [*_CONDITION.finditer(before)]
    if not openers:
        return False
    begin, opened = openers[-1].start() + first, openers[-1].end() + first
    end = _CONDITION_END.search(sentence.words, opened - 2, start + _WINDOW)
    if end is not None and end.start() < start - 1:
        return False
    return begin > 0 or (end is not None and end.group() not in {".", "!", "?"})
