"""The first clause of a piece of advice: who is told, and the verb that tells what to do."""

import re
from functools import lru_cache
from typing import NamedTuple

from dash_intel.model.span import Span

LONGEST = 600
"""How many characters of a piece of advice are read."""

_ENDS = (
    *("; ", ". ", "! ", "? ", " while ", " whereas ", " so that ", " so as ", " because "),
    *(" since ", " until "),
)
_MODALS = (
    *(" should ", " must ", " ought to ", " need to ", " needs to ", " have to ", " has to "),
    *(" shall ", " advised to ", " urged to ", " encouraged to ", " called upon to "),
)
_RECOMMENDED = re.compile(
    r"(?:(?:[Ww]e|[Tt]his report)\s(?:strongly\s)?(?:recommend|advise|suggest|propose|urge)s?"
    r"|[Ii]t\sis\s(?:strongly\s)?(?:recommended|advised|advisable|suggested|proposed|imperative"
    r"|essential|important|vital)|[Rr]ecommends?|[Ee]nsure)\s(that\s)?"
)
_NAMED = re.compile(r"\**(For\s|To\s)?([^\W\d_][^:;.!?\n]{1,80}):\**\s+")
_FILLING = re.compile(
    r"(?:(?:not|also|now|then|be|continue\sto|seek\sto|work\sto|aim\sto|\w+ly)\s)+"
)


class Clause(NamedTuple):
    """``subject`` stands before a modal verb, ``label`` before a colon; ``start`` of the verb."""

    start: int
    end: int
    label: Span | None = None
    says_for: bool = False
    subject: Span | None = None
    is_that: bool = False


@lru_cache(maxsize=16)
def clause(text: str, span: Span) -> Clause:
    """Return the parts of the first clause of the advice at ``span``."""
    start, end = span.start, min(span.end, span.start + LONGEST)
    line = text[start:end].replace("\n", " ").replace("\u00a0", " ")
    label, says_for, at = None, False, 0
    named = _NAMED.match(line) if ":" in line else None
    if named is not None:
        label = Span(start + named.start(2), start + named.end(2))
        says_for, at = named[1] is not None, named.end()
    recommended = _RECOMMENDED.match(line, at)
    if recommended is not None:
        at = recommended.end()
    stop, _ = _first(line, _ENDS, at, len(line))
    modal, after = _first(line, _MODALS, at, stop)
    subject = None
    if modal < stop:
        subject, at = Span(start + at, start + _without_be(line, modal)), after
    is_that = recommended is not None and subject is None
    filling = None if is_that else _FILLING.match(line, at, stop)
    at = filling.end() if filling else at
    return Clause(start + at, start + stop, label, says_for, subject, is_that)


def _first(line: str, marks: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
    """Return where the first of ``marks`` stands between ``start`` and ``end``, else ``end``."""
    found, after = end, end
    for mark in marks:
        at = line.find(mark, start, found + len(mark) if found < end else end)
        if 0 <= at < found:
            found, after = at, at + len(mark)
    return found, after


def _without_be(line: str, end: int) -> int:
    """Return where a subject ends before "is" or "are", as in "states are urged to"."""
    for words in (" is", " are"):
        if line.endswith(words, 0, end):
            return end - len(words)
    return end
