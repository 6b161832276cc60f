"""Names the thematic tags and finds the words by which the body speaks of them.

Rules: ``tag.label@1`` (written as the vocabulary prefers it, spelling aside), ``tag.synonym@1``,
``tag.own_words@1`` (unknown to the vocabulary, its own words stand in the body) and
``tag.as_written@1`` (unknown).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.enrich.body import Body
from dash_intel.model.items import Tag
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.vocab.spelling import compared, level, level_ascii
from dash_intel.vocab.tags import TagEntry, guard, plain, tag, tags

MOST_SPANS = 25
"""How many places that support a tag are kept, the first ones."""
_BESIDE = 60


def read_tags(report: Report, body: Body | None = None) -> tuple[Tag, ...]:
    """Return the report's tags with name, theme and support, in the order of the text.

    Two that the vocabulary gives one name are both kept, each with its own words: what counts tags
    counts reports. ``supported`` is None only for a tag that the vocabulary has no words for and
    whose own stand nowhere else; ``support_spans`` are ``MOST_SPANS`` at most. ``body`` is that of
    the report, for who has it already.
    """
    written = report.contents.tags
    if not written:
        return ()
    body = body or Body(report)
    known = [tag(one.as_written) for one in written]
    support = _support(report.text, body, [entry for entry in known if entry is not None])
    return tuple(
        _unknown(report, one, body) if entry is None else _known(one, entry, support[entry.key])
        for one, entry in zip(written, known, strict=True)
    )


def _known(written: Tag, entry: TagEntry, spans: list[Span]) -> Tag:
    is_label = compared(written.as_written) == compared(entry.label)
    return Tag(
        name=entry.label,
        as_written=written.as_written,
        span=written.span,
        supported=bool(spans) if entry.terms else None,
        support_spans=tuple(spans),
        theme=entry.theme,
        rule="tag.label@1" if is_label else "tag.synonym@1",
    )


def _unknown(report: Report, written: Tag, body: Body) -> Tag:
    spans = tuple(_own_words(report.text, written.as_written, body))
    return Tag(
        name=plain(written.as_written),
        as_written=written.as_written,
        span=written.span,
        supported=True if spans else None,
        support_spans=spans,
        rule="tag.own_words@1" if spans else "tag.as_written@1",
    )


def _own_words(text: str, written: str, body: Body) -> Iterator[Span]:
    words = " ".join(level(written).split())
    if not words:
        return
    words = f" {words} "
    levelled = f" {level_ascii(text) if words.isascii() else level(text)} "
    found, at = 0, levelled.find(words)
    while at >= 0 and found < MOST_SPANS:
        start, end = at, at + len(words) - 2
        if body.holds(start, end) and _is_apart(text, start, end):
            found += 1
            yield Span(start, end)
        at = levelled.find(words, end)


def _support(text: str, body: Body, entries: list[TagEntry]) -> Mapping[str, list[Span]]:
    found: dict[str, list[Span]] = {entry.key: [] for entry in entries}
    of_ascii, of_others = _terms()
    if of_ascii and found:
        _find(of_ascii, text, level_ascii(text), body, found)
    if of_others and found:
        _find(of_others, text, level(text), body, found)
    return found


@dataclass(frozen=True, slots=True)
class _Terms:
    """Terms as patterns that begin with a space; ``is_whole`` are those that end with one too.

    ``guards`` find the words that give a term another sense, None where it has but one.
    """

    automaton: AhoCorasick
    owners: tuple[tuple[str, ...], ...]
    is_whole: tuple[bool, ...]
    guards: tuple[re.Pattern[str] | None, ...]


def _find(
    terms: _Terms, text: str, levelled: str, body: Body, found: dict[str, list[Span]]
) -> None:
    padded = f" {levelled} "
    owners, is_whole, guards = terms.owners, terms.is_whole, terms.guards
    wanted = frozenset(found)
    for number, start, after in terms.automaton.find_matches_as_indexes(padded, overlapping=True):
        if wanted.isdisjoint(owners[number]):
            continue
        other_sense = guards[number]
        if other_sense and other_sense.search(padded, max(0, start - _BESIDE), after + _BESIDE):
            continue
        for key in wanted.intersection(owners[number]):
            spans = found[key]
            if len(spans) >= MOST_SPANS:
                continue
            end = after - 2 if is_whole[number] else padded.index(" ", after) - 1
            if body.holds(start, end) and _is_apart(text, start, end):
                _keep(spans, Span(start, end))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether no letter that was taken for a space stands beside the words."""
    return not ((start and text[start - 1].isalnum()) or text[end : end + 1].isalnum())


def _keep(spans: list[Span], span: Span) -> None:
    """Add ``span``; of those that overlap the longest stays."""
    while spans and span.start < spans[-1].end:
        if span.end - span.start <= spans[-1].end - spans[-1].start:
            return
        spans.pop()
    spans.append(span)


@cache
def _terms() -> tuple[_Terms | None, _Terms | None]:
    """Return the terms that are all ASCII, and the others."""
    patterns: dict[str, set[str]] = {}
    guarded: dict[str, tuple[str, ...]] = {}
    for entry in tags().values():
        for term in entry.terms:
            word, other_senses = f" {term.removesuffix('*')}", guard(term)
            forms = (word,) if term.endswith("*") else (f"{word} ", f"{word}s ")
            for form in forms:
                patterns.setdefault(form, set()).add(entry.key)
                guarded[form] = other_senses
    of_ascii = {words: keys for words, keys in patterns.items() if words.isascii()}
    others = {words: keys for words, keys in patterns.items() if not words.isascii()}
    return _compiled(of_ascii, guarded), _compiled(others, guarded)


def _compiled(
    patterns: Mapping[str, set[str]], guarded: Mapping[str, tuple[str, ...]]
) -> _Terms | None:
    if not patterns:
        return None
    return _Terms(
        AhoCorasick(
            list(patterns),
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        ),
        tuple(tuple(sorted(keys)) for keys in patterns.values()),
        tuple(words.endswith(" ") for words in patterns),
        tuple(_other_sense(guarded[words]) for words in patterns),
    )


@cache
def _other_sense(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of these words, whole or, with ``*``, as the beginning of one."""
    if not words:
        return None
    found = (re.escape(one.removesuffix("*")) + ("" if one.endswith("*") else " ") for one in words)
    return re.compile(f" (?:{'|'.join(found)})")
