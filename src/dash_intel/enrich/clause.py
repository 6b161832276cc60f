"""The first clause of a piece of advice: who is told, and the verb that tells what to do."""

import re
from functools import lru_cache
from typing import NamedTuple

from dash_intel.model.span import Span

LONGEST = 600
"""How many characters of a piece of advice are read."""

_END = re.compile(r"[;.!?] | (?:while|whereas|so that|so as|because|since|until) ")
_MODAL = re.compile(
    r"(?: is| are)? (?:should|must|ought to|needs? to|ha(?:ve|s) to|shall"
    r"|(?:advised|urged|encouraged|called upon) to) "
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
    mark = _END.search(line, at)
    stop = mark.start() if mark else len(line)
    modal = _MODAL.search(line, at, stop)
    subject = None
    if modal is not None:
        subject, at = Span(start + at, start + modal.start()), modal.end()
    is_that = recommended is not None and subject is None
    filling = None if is_that else _FILLING.match(line, at, stop)
    at = filling.end() if filling else at
    return Clause(start + at, start + stop, label, says_for, subject, is_that)
