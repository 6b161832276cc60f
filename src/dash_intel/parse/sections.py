"""Finds section headings by their words; their numbers mean nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from dash_intel.model.report import Section
from dash_intel.model.span import Span
from dash_intel.parse.document import Document, Line
from dash_intel.vocab.labels import folded, heading_words, section_headings

LONGEST_HEADING = 90
MOST_SECTIONS = 1_000
_NUMBERED = r"(?i:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5})[.):]?\s{1,8}"
_NUMBER = re.compile(_NUMBERED)
_FIRST_WORD = re.compile(rf"[#* \t•–-]*+(?:{_NUMBERED})?+([A-Za-z]++)(?![^\x00-\x7f])")
"""The word that a line begins with behind its bullet, if folding changes no more than its case."""


def sections(document: Document, headings: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """Return the sections of ``document`` in the order of the text.

    ``headings`` maps folded heading to section key (default: those of the built-in reports). A
    heading is a line of its own, or begins one with a number or a colon; of the built-in ones also
    a numbered heading in the middle of a line, as in pages whose line breaks were lost.
    """
    if headings is not None:
        return _bounded(document, _own_lines(document, headings))
    if document.sections is None:
        found = _trusted(document, _own_lines(document, section_headings()))
        found = _with_merged(document, found)
        document.sections = _bounded(document, found)
    return document.sections


def _own_lines(document: Document, known: Mapping[str, str]) -> list[tuple[str, Span]]:
    first_words = _first_words(tuple(known))
    text, found = document.text, []
    for line in document.lines:
        first = _FIRST_WORD.match(text, line.span.start, line.span.end)
        # Most lines begin with a word that no heading begins with, which is quickly told.
        if first is not None and first[1].lower() not in first_words:
            continue
        hit = _heading(document, line, known)
        if hit is not None:
            found.append(hit)
    return found


def _trusted(document: Document, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Leave out what may be prose: a heading without number of a section that has one with it."""
    marked = [_is_marked(document, span) for _, span in found]
    sure = {key for (key, _), is_marked in zip(found, marked, strict=True) if is_marked}
    return [
        (key, span)
        for (key, span), is_marked in zip(found, marked, strict=True)
        if is_marked or key not in sure
    ]


def _is_marked(document: Document, span: Span) -> bool:
    words = document.text[span.start : span.start + 12]
    return words[:1] in {"#", "*"} or _NUMBER.match(words) is not None


@cache
def _first_words(headings: tuple[str, ...]) -> frozenset[str]:
    """Return the words that headings begin with, with and without what may be a number."""
    numbered = (_FIRST_WORD.match(words) for words in headings)
    plain = (re.match(r"[a-z]+", words) for words in headings)
    return frozenset(
        [match[1] for match in numbered if match] + [match[0] for match in plain if match]
    )


def _bounded(document: Document, found: list[tuple[str, Span]]) -> tuple[Section, ...]:
    found = found[:MOST_SECTIONS]
    ends = [span.start for _, span in found[1:]] + [len(document.text)]
    return tuple(
        Section(key, span, document.trimmed(Span(span.end, end)))
        for (key, span), end in zip(found, ends, strict=False)
    )


def head_of(document: Document, found: tuple[Section, ...]) -> Span:
    """Return the text before the first section."""
    end = found[0].heading.start if found else len(document.text)
    return document.trimmed(Span(0, end))


def bodies(found: tuple[Section, ...], key: str) -> tuple[Span, ...]:
    """Return what stands under the headings of ``key``; a repeated heading gives two."""
    return tuple(section.body for section in found if section.key == key)


def _heading(document: Document, line: Line, known: Mapping[str, str]) -> tuple[str, Span] | None:
    words = document.text[line.span.start : min(line.span.end, line.span.start + 120)]
    bare = words.lstrip("#* \t")
    numbered = _NUMBER.match(bare)
    name = bare[numbered.end() :] if numbered else bare
    if len(words) <= LONGEST_HEADING + 10 and line.span.end - line.span.start == len(words):
        key = known.get(folded(name.strip("*#: \t").rstrip(".")))
        if key is not None:
            return key, line.span
    title, colon, _ = name[:LONGEST_HEADING].partition(":")
    if colon and (key := known.get(folded(title.strip("*# \t")))) is not None:
        start = line.span.start + words.index(title, len(words) - len(name)) + len(title)
        return key, Span(line.span.start, _after_colon(document, start))
    return None


def _after_colon(document: Document, position: int) -> int:
    while document.text[position : position + 1] in (":", "*"):
        position += 1
    return position


@cache
def _merged_heading() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in heading_words())
    return re.compile(
        rf"(?:(?<=\s)|^)(?:#{{1,6}}\s?)?\**(?:\d{{1,2}}|[IVX]{{1,5}})[.)]\s{{1,4}}\**({names})\**:?",
        re.MULTILINE,
    )


def _with_merged(document: Document, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    taken = sorted(span.start for _, span in found)
    opened = {key for key, _ in found}
    if not any(_may_be_merged(document.text, at, taken) for at in _named_at(document.text)):
        return found
    merged = []
    for match in islice(_merged_heading().finditer(document.text), MOST_SECTIONS):
        nearest = bisect_left(taken, match.start() - 3)
        if nearest == len(taken) or taken[nearest] >= match.end():
            key = section_headings()[folded(match.group(1))]
            if key not in opened:
                merged.append((key, Span(match.start(), match.end())))
    return sorted(found + merged, key=lambda pair: pair[1]) if merged else found


def _named_at(text: str) -> Iterator[int]:
    """Yield where a heading's words stand; the regular expression needs far longer to see that."""
    for name in heading_words():
        at = text.find(name)
        while at >= 0:
            yield at
            at = text.find(name, at + 1)


def _may_be_merged(text: str, at: int, taken: list[int]) -> bool:
    """Tell whether a number may stand before the words at ``at``, and no known heading does."""
    before = text[max(0, at - 20) : at].rstrip("*").rstrip()
    if before and before[-1] not in ".)":
        return False
    nearest = bisect_left(taken, at - 6)
    return nearest == len(taken) or taken[nearest] > at
