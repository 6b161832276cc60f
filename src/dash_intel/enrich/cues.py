"""All words of meaning in a sentence, found in one pass for every subject at once."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

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


class Sentence(NamedTuple):
    """A sentence of ``text`` with the words of meaning in it.

    ``plain`` is ``words`` in lower case, without punctuation, and one space longer at both ends;
    ``offsets`` leads from a place in ``words`` to the report's text where runs of white space were
    drawn together, and is None where the two only differ by ``start``. ``hits`` are by subject,
    in their order, and never overlap within one.
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

    def spans(self, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return where several parts of ``plain`` stand in the report's text."""
        if self.offsets is not None:
            return tuple([self.span(start, end) for start, end in places])
        shift = self.start - 1
        return tuple([Span(shift + start, shift + end) for start, end in places])


def sentence(text: str, span: Span, *, likelihood_only: bool = False) -> Sentence:
    """Return the sentence at ``span`` of ``text`` with all its words of meaning.

    With ``likelihood_only`` those of the other subjects are left out, which is faster.
    """
    start = span[0]
    words = text[start : span[1]]
    offsets = None
    if "  " in words or "\n" in words or "\t" in words or "\r" in words:
        words, offsets = _drawn_together(words, start)
    folded = f" {plain(words)} "
    machine, whole, stems = _likelihood_machine() if likelihood_only else _machine()
    buckets: tuple[list[Hit], ...] = ([], [], [], [], [])
    for number, begin, last in machine.find_matches_as_indexes(folded, overlapping=True):
        tags, end = whole[number], last
        if folded[end] != " ":
            tags = stems[number]
            if not tags:
                continue
            end = folded.find(" ", end)
        start_of_hit = begin + 1
        for subject, phrase in tags:
            hits = buckets[subject]
            if not hits or hits[-1][1] <= start_of_hit:
                hits.append((start_of_hit, end, phrase))
            else:
                _keep(hits, (start_of_hit, end, phrase))
    return Sentence(text, words, folded, start, offsets, buckets)


def nearest_before(hits: Sequence[Hit], start: int) -> int:
    """Return the number of hits that begin before ``start``."""
    return bisect_left(hits, (start,))


def _keep(hits: list[Hit], hit: Hit) -> None:
    """Add ``hit``, whose end comes last, so that the leftmost stay, and of these the longest."""
    start = hit[0]
    number = len(hits)
    while number and hits[number - 1][0] >= start:
        number -= 1
    if number and hits[number - 1][1] > start:
        return
    if number < len(hits):
        del hits[number:]
    hits.append(hit)


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
    return _built(_subjects())


@cache
def _likelihood_machine() -> tuple[AhoCorasick, _Tags, _Tags]:
    return _built(_subjects()[: LIKELIHOOD + 1])


def _built(subjects: tuple[tuple[Phrase, ...], ...]) -> tuple[AhoCorasick, _Tags, _Tags]:
    """Return the automaton; of each pattern, what it means as whole words and as a beginning."""
    whole: dict[str, dict[int, int]] = {}
    stems: dict[str, dict[int, int]] = {}
    for subject, phrases in enumerate(subjects):
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
