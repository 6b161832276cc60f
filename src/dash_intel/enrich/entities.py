"""Finds actors and organisations of the vocabulary in what a report says.

Rule: ``entity.actor@1``, the actor's name or alias as it is written, upper and lower case too.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.enrich.body import Body
from dash_intel.model.items import Entity
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.vocab.actors import actor, actors

AROUND = 30
"""How many characters on both sides tell whether words are written in capitals."""
LONGEST_ACRONYM = 6

_Owners = Mapping[str, tuple[tuple[str, bool], ...]]
"""A name → the keys of the actors it stands for, and whether it surely does."""


def read_entities(report: Report, body: Body | None = None) -> tuple[Entity, ...]:
    """Return the listed entities as they are, then the actors that the body names, once each.

    An actor in the body bears its canonical name and the span of its first mention there; one that
    the report lists itself is not repeated. A report that no profile reads has none. ``body`` is
    that of the report, for who has it already.
    """
    listed = tuple(one for one in report.contents.entities if one.origin == "listed")
    if not report.is_recognised:
        return listed
    known = {same.key for one in listed if (same := actor(one.name)) is not None}
    found = sorted(
        (span, key)
        for key, span in _named(report.text, body or Body(report)).items()
        if key not in known
    )
    return listed + tuple(
        Entity(actors()[key].name, actors()[key].type, None, "body", span, "entity.actor@1")
        for span, key in found
    )


def _named(text: str, body: Body) -> Mapping[str, Span]:
    """Return actor key → its first mention, of actors that are surely named."""
    first: dict[str, Span] = {}
    sure: set[str] = set()
    for span, owners in _mentions(text):
        if body.holds(*span):
            for key, is_sure in owners:
                first.setdefault(key, span)
                if is_sure:
                    sure.add(key)
    return {key: span for key, span in first.items() if key in sure}


def _mentions(text: str) -> Iterator[tuple[Span, tuple[tuple[str, bool], ...]]]:
    """Yield the names in ``text``; of those that overlap the first, then the longest."""
    plain = text.replace("’", "'").replace("‑", "-").replace("\n", " ")
    automaton, names = _names()
    in_ascii = plain.encode("ascii", "replace").decode("ascii")
    hits = automaton.find_matches_as_indexes(in_ascii, overlapping=True)
    done = 0
    for start, negative_end in sorted((start, -end) for _, start, end in hits):
        end = -negative_end
        if start >= done and _is_apart(text, start, end):
            owners = names.get(plain[start:end])
            if owners is not None and not _is_shouted(text, start, end):
                done = end
                yield Span(start, end), owners


def _is_apart(text: str, start: int, end: int) -> bool:
    return not ((start and text[start - 1].isalnum()) or text[end : end + 1].isalnum())


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a short word in capitals stands among others in capitals, as in a headline."""
    if end - start > LONGEST_ACRONYM or not text[start:end].isupper():
        return False
    before = text[max(0, start - AROUND) : start].split()[-1:]
    after = text[end : end + AROUND].split()[:2]
    return sum(word.isupper() and len(word) > 1 for word in (*before, *after)) > 1


@cache
def _names() -> tuple[AhoCorasick, _Owners]:
    owners: dict[str, list[tuple[str, bool]]] = {}
    for entry in actors().values():
        for names, is_sure in ((entry.sure, True), (entry.unsure, False)):
            for name in names:
                owners.setdefault(name, []).append((entry.key, is_sure))
    patterns = dict.fromkeys(name.encode("ascii", "replace").decode("ascii") for name in owners)
    automaton = AhoCorasick(
        list(patterns), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )
    return automaton, MappingProxyType({name: tuple(keys) for name, keys in owners.items()})
