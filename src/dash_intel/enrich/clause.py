"""The first clause of a piece of advice: who is told, and the verb that tells what to do."""

import re
from dataclasses import dataclass

from dash_intel.model.span import Span

LONGEST = 600
"""How many characters of a piece of advice are read."""

_END = re.compile(r";|[.!?]\s|\n\s*\n|\s(?:while|whereas|so that|so as|because|since|until)\s")
_MODAL = re.compile(
    r"\s(?:should|must|ought\sto|needs?\sto|ha(?:s|ve)\sto|shall"
    r"|(?:is|are)\s(?:advised|urged|encouraged|called\supon)\sto)\s"
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


@dataclass(frozen=True, slots=True)
class Clause:
    """``subject`` stands before a modal verb, ``label`` before a colon; ``start`` of the verb."""

    start: int
    end: int
    label: Span | None = None
    says_for: bool = False
    subject: Span | None = None
    is_that: bool = False


def clause(text: str, span: Span) -> Clause:
    """Return the parts of the first clause of the advice at ``span``."""
    start, end = span.start, min(span.end, span.start + LONGEST)
    label, says_for = None, False
    named = _NAMED.match(text, start, end)
    if named is not None:
        label, says_for, start = Span(*named.span(2)), named[1] is not None, named.end()
    recommended = _RECOMMENDED.match(text, start, end)
    if recommended is not None:
        start = recommended.end()
    stop = _END.search(text, start, end)
    end = stop.start() if stop else end
    modal = _MODAL.search(text, start, end)
    subject = None
    if modal is not None:
        subject, start = Span(start, modal.start()), modal.end()
    is_that = recommended is not None and modal is None
    filling = None if is_that else _FILLING.match(text, start, end)
    if filling is not None:
        start = filling.end()
    return Clause(start, end, label, says_for, subject, is_that)
