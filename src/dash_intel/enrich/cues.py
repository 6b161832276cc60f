"""All words of meaning in a sentence, found in one pass for every subject at once."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dash_intel.model.span import Span
from dash_intel.vocab.categories import category_phrases
from dash_intel.vocab.fold import plain
from dash_intel.vocab.impact import impact_phrases, intensifiers
from dash_intel.vocab.likelihood import likelihood_phrases
from dash_intel.vocab.phrases import Phrase
from dash_intel.vocab.polarity import polarity_phrases

LIKELIHOOD, IMPACT, INTENSITY, CATEGORY, POLARITY = range(5)

Hit = tuple[int, int, int]
"""Start and end in the sentence's ``plain`` form, and the number of the phrase in its subject."""

_RUNS = re.compile(r"\s{2,}")
_CLAUSE_END = re.compile(r"[,;:—]|[.!?](?=\s)|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ``text`` with the words of meaning in it.

    ``plain`` is ``words`` in lower case, without punctuation, and one space longer at both ends;
    ``offsets`` leads from a place in ``words`` to the report's text where runs of white space were
    drawn together, and is None where the two only differ by ``start``.
    """

    text: str
    words: str
    plain: str
    start: int
    offsets: Sequence[int] | None
    hits: tuple[list[Hit], ...]

    def span(self, start: int, end: int) -> Span:
        """Return where ``plain[start:end]`` stands in the report's text."""
        if self.offsets is None:
            return Span(self.start + start - 1, self.start + end - 1)
        return Span(self.offsets[start - 1], self.offsets[end - 2] + 1)

    def clause_ends(self) -> list[int]:
        """Return where clauses end by punctuation, as places in ``plain``."""
        return [found.start() + 1 for found in _CLAUSE_END.finditer(self.words)]


def sentence(text: str, span: Span) -> Sentence:
    """Return the sentence at ``span`` of ``text`` with all its words of meaning."""
    start = span.start
    words = text[start : span.end]
    offsets = None
    if "  " in words or "\n" in words or "\t" in words or "\r" in words:
        words, offsets = _drawn_together(words, start)
    folded = f" {plain(words)} "
    machine, whole, stems = _machine()
    buckets: tuple[list[Hit], ...] = ([], [], [], [], [])
    for number, begin, end in machine.find_matches_as_indexes(folded, overlapping=True):
        for subject, phrase in (whole if folded[end] == " " else stems)[number]:
            buckets[subject].append((begin + 1, -end, phrase))
    for bucket in buckets:
        if bucket:
            _resolve(bucket, folded)
    return Sentence(text, words, folded, start, offsets, buckets)


def nearest_before(hits: Sequence[Hit], start: int) -> int:
    """Return the number of hits that begin before ``start``."""
    return bisect_left(hits, (start,))


def _resolve(hits: list[Hit], folded: str) -> None:
    """Keep the leftmost, of these the longest, and take words to their end."""
    if len(hits) > 1:
        hits.sort()
    kept = 0
    reached = 0
    for start, minus_end, phrase in hits:
        if start >= reached:
            reached = folded.find(" ", -minus_end)
            hits[kept] = (start, reached, phrase)
            kept += 1
    del hits[kept:]


def _drawn_together(words: str, start: int) -> tuple[str, list[int]]:
    offsets: list[int] = []
    parts: list[str] = []
    last = 0
    for run in _RUNS.finditer(words):
        parts.append(words[last : run.start()])
        offsets.extend(range(start + last, start + run.start() + 1))
        parts.append(" ")
        last = run.end()
    parts.append(words[last:])
    offsets.extend(range(start + last, start + len(words)))
    return "".join(parts), offsets


_Tags = tuple[tuple[tuple[int, int], ...], ...]


@cache
def _machine() -> tuple[AhoCorasick, _Tags, _Tags]:
    """Return the automaton; of each pattern, what it means as whole words and as a beginning."""
    whole: dict[str, dict[int, int]] = {}
    stems: dict[str, dict[int, int]] = {}
    for subject, phrases in enumerate(_subjects()):
        for number, phrase in enumerate(phrases):
            pattern = f" {phrase.words}"
            known = whole.setdefault(pattern, {})
            started = stems.setdefault(pattern, {})
            if phrase.is_stem:
                known.setdefault(subject, number)
                started[subject] = number
            else:
                known[subject] = number
    patterns = sorted(whole)
    return (
        AhoCorasick(patterns, matchkind=MatchKind.Standard),
        tuple(tuple(whole[pattern].items()) for pattern in patterns),
        tuple(tuple(stems[pattern].items()) for pattern in patterns),
    )


def _subjects() -> tuple[tuple[Phrase, ...], ...]:
    """Return the phrases of each subject, in the order of the subjects' numbers."""
    return (
        tuple(entry.phrase for entry in likelihood_phrases()),
        tuple(entry.phrase for entry in impact_phrases()),
        tuple(entry.phrase for entry in intensifiers()),
        tuple(entry.phrase for entry in category_phrases()),
        tuple(entry.phrase for entry in polarity_phrases()),
    )
