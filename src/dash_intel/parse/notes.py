"""What a profile takes down while it reads: what it claimed and what it doubts."""

import re
from dataclasses import dataclass, field

from dash_intel.model.problem import Problem
from dash_intel.model.span import Span
from dash_intel.parse.document import Document

_WORD = re.compile(r"\w")
_BULLETS = frozenset("-–•*")
_NUMBER = re.compile(r"\(?\w{1,3}[.)]")


@dataclass(slots=True)
class Notes:
    """Claims and warnings on one document. A rule that reads a run of text claims it."""

    document: Document
    claims: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def claim(self, *spans: Span | None) -> None:
        """Note that a rule has read ``spans``."""
        self.claims.extend([span for span in spans if span is not None])

    def warn(self, code: str, message: str, span: Span | None = None) -> None:
        """Note a doubt."""
        self.problems.append(Problem(code, message, span))

    def unread(self) -> tuple[Span, ...]:
        """Return the runs of text, with at least one letter or digit, that nothing claimed."""
        text = self.document.text
        found: list[Span] = []
        position = 0
        for start, end in [*sorted(self.claims), Span(len(text), len(text))]:
            if start > position:
                gap = text[position:start].strip()
                if gap and gap not in _BULLETS:
                    found.extend(self._runs(Span(position, start)))
            position = max(position, end)
        return tuple(found)

    def _runs(self, gap: Span) -> list[Span]:
        text = self.document.text
        run = self.document.trimmed(gap)
        words = text[run.start : run.end].rstrip("-–—−•*· \n\t\u00a0")
        run = Span(run.start, run.start + len(words))
        bare = _NUMBER.fullmatch(text, *run) or not _WORD.search(text, *run)
        return [] if bare else [run]
