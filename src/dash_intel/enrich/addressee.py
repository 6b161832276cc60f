"""Tells to whom a piece of advice is addressed, where it says so.

Rules: ``addressee.subject@1`` (someone should, must ...), ``addressee.label@1`` (someone: ...),
``addressee.for@1`` (For someone: ...), ``addressee.that@1`` (that someone do ...) and
``addressee.agent@1`` (should be done by someone).
"""

import re
from itertools import islice

from dash_intel.enrich.clause import Clause
from dash_intel.model.reading import Evidence
from dash_intel.model.span import Span
from dash_intel.vocab.actors import actor
from dash_intel.vocab.advice import is_head, is_verb

MOST_WORDS = 14
_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_OPENING = re.compile(
    r"(?:In|By|To|If|When|After|Before|Within|Over|During|As|Until|Where|While|Given|Once|Through"
    r"|With|Without|On|At|Under|From|Since|For|Meanwhile|Finally|Additionally|Similarly"
    r"|Consequently|Accordingly|Therefore|However|Furthermore|Moreover)\b"
)
_NO_ONE = re.compile(
    r"(?:it|this|that|these|those|they|we|there|one|any|no|such|what|which|who|you|everyone)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s(?:of|in|for|with|under|on|at|from|across|within|near|between|among|to|along|around|against"
    r"|who|that|which|such|including|responsible|operating|based)\s|,\s"
)
_ARTICLE = re.compile(r"(?:the|all|both|each|its|their|other)\s", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s(?:not\s)?(?:have\s)?be(?:en)?\s(?:\w+ly\s)?(?:\w+(?:ed|en|wn|ught|pt|ent)|made|put|held|built"
    r"|set|done|led|met|paid|found|left|cut|told|said|brought)\b(?<!prepared)"
)
_BY = re.compile(r"\sby\s(?!\d|\w+ing\b)((?:the\s)?[^,;.]{2,80})")
_NO_NAME = re.compile(
    r"\w*(?:tion|sion|ment|ity|ness|ance|ence|ship|ing|ism|ure|acy|sis|cy|gy|ly|ed|ty|age|al)"
)
_SMALL = frozenset(["of", "the", "and", "for", "de", "la", "du", "del", "al", "in", "&", "to", "a"])


def addressee_of(text: str, clause: Clause) -> tuple[str, Evidence] | None:
    """Return the words that name whom the advice addresses, or None where it does not say.

    An imperative addresses nobody, and neither does a passive without its agent.
    """
    if clause.subject is not None and (found := _subject(text, clause, clause.subject)):
        return found
    if clause.label is not None:
        name = _bare(text, clause.label)
        if can_act(text, name, may_be_name=clause.says_for):
            return _told(text, name, "addressee.for@1" if clause.says_for else "addressee.label@1")
    return _that(text, clause) if clause.is_that else None


def _told(text: str, span: Span, rule: str) -> tuple[str, Evidence]:
    words = span.of(text)
    return words, Evidence((words,), (span,), rule)


def _subject(text: str, clause: Clause, whole: Span) -> tuple[str, Evidence] | None:
    after = text[whole.end : clause.end]
    if _PASSIVE.search(after[: 2 * MOST_WORDS + 40]):
        by = _BY.search(text, clause.start, clause.end)
        if by is None:
            return None
        agent = _bare(text, _cut(text, Span(*by.span(1))))
        return _told(text, agent, "addressee.agent@1") if can_act(text, agent) else None
    start = whole.start
    if _OPENING.match(text, start, whole.end):
        comma = text.rfind(", ", start, whole.end)
        if comma < 0:
            return None
        start = comma + 2
    name = _bare(text, Span(start, whole.end))
    return _told(text, name, "addressee.subject@1") if can_act(text, name) else None


def _cut(text: str, span: Span) -> Span:
    """Return ``span`` up to where the name of an agent ends."""
    words = islice(_WORD.finditer(text, *span), MOST_WORDS)
    end = span.start
    for word in words:
        if word.group().islower() and word.group() not in _SMALL and not is_head(word.group()):
            break
        end = word.end()
    return Span(span.start, end)


def _that(text: str, clause: Clause) -> tuple[str, Evidence] | None:
    """Read "that the government adopt": someone who can act, then a verb."""
    words = list(islice(_WORD.finditer(text, clause.start, clause.end), MOST_WORDS + 1))
    for at in range(1, len(words)):
        if words[at].group() == "to" or is_verb(words[at].group()):
            name = _bare(text, Span(words[0].start(), words[at - 1].end()))
            if can_act(text, name):
                return _told(text, name, "addressee.that@1")
    return None


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip("*_ \n-–")), span.start + len(words.rstrip("*_ \n,")))


def can_act(text: str, span: Span, *, may_be_name: bool = True) -> bool:
    """Tell whether the words of ``span`` name someone who can act."""
    words = span.of(text)
    if not words or len(words.split()) > MOST_WORDS or _NO_ONE.match(words):
        return False
    plain = _ARTICLE.sub("", words, count=1)
    if actor(plain) is not None:
        return True
    if is_verb(words.split()[0].lower()) and words[0].islower():
        return False
    parts = _ASIDE.split(plain, maxsplit=1)[0].split()
    if not parts:
        return False
    head = parts[-1].strip("’'").lower()
    if is_head(head):
        return True
    return may_be_name and _is_name(plain, parts)


def _is_name(words: str, parts: list[str]) -> bool:
    main = [part for part in parts if part.lower() not in _SMALL]
    if not main or not all(part[0].isupper() for part in main):
        return False
    if len(main) > 1:
        return True
    return not words.endswith("s") and _NO_NAME.fullmatch(main[0].lower()) is None
