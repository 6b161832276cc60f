"""What changed between two revisions of a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from dash_intel.model.report import Report
from dash_intel.model.span import Span

COMPARED = 2_000
"""Sentences compared one by one; of longer texts what differs is one change."""

_SENTENCE = re.compile(r"\S(?:[^\n.!?]|[.!?](?!\s))*[.!?]*")


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences that one text has in the place of others of the other text.

    ``before`` is a span of the older text, None where something was added; ``after`` one of the
    newer, None where something was removed.
    """

    before: Span | None
    after: Span | None


def changes(older: Report, newer: Report) -> tuple[Change, ...]:
    """Return what changed, sentence by sentence, in order of the texts.

    White space does not count.
    """
    before, after = _sentences(older.text), _sentences(newer.text)
    words = _words(older.text, before), _words(newer.text, after)
    start = _common(*words)
    end = _common(words[0][start:][::-1], words[1][start:][::-1])
    one, other = (part[start : len(part) - end] for part in words)
    return tuple(
        Change(_span(before[start + a : start + b]), _span(after[start + c : start + d]))
        for a, b, c, d in _steps(one, other)
    )


def _steps(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    if max(len(one), len(other)) > COMPARED:
        yield 0, len(one), 0, len(other)
        return
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    yield from (step[1:] for step in matcher.get_opcodes() if step[0] != "equal")


def _sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _SENTENCE.finditer(text)]


def _words(text: str, sentences: Sequence[Span]) -> list[str]:
    return [" ".join(sentence.of(text).split()) for sentence in sentences]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip_longest(one, other)
    return next(_different(pairs), min(len(one), len(other)))


def _different(pairs: Iterator[tuple[str | None, str | None]]) -> Iterator[int]:
    return (number for number, (one, other) in enumerate(pairs) if one != other)


def _span(sentences: Sequence[Span]) -> Span | None:
    return Span(sentences[0].start, sentences[-1].end) if sentences else None
