"""Reads the head of a report: title, publisher, date, headline, marking."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dash_intel.model.report import Flag, Head, HeadSpans
from dash_intel.model.span import Span
from dash_intel.parse.dates import Dated, date_of
from dash_intel.parse.document import Document, Line
from dash_intel.parse.marking import marking
from dash_intel.parse.notes import Notes
from dash_intel.parse.publisher import Titled, is_rewritten, speaks_for, titled

_FIELD = re.compile(
    r"[*#\s]{0,6}(?P<name>Published(?: on)?|Publication Date|Date|Intelligence Report)"
    r"\**\s{0,3}:\**",
    re.IGNORECASE,
)
_MERGED_FIELD = re.compile(r"(?<=\s)(?P<name>Published on|Intelligence Report)\s{0,3}:(?=\s|$)")
"""A field inside a line, as in pages whose line breaks were lost."""
_SAMPLE = "sample report: invented for demonstration"
_BOILERPLATE = "see our methodology and why worldwidewatchers"
_LOGO = "worldwidewatchers logo"
_SAMPLE_WORD, _SITE = "demonstration", "worldwidewatchers"
"""Words that no standing line lacks."""


@dataclass(frozen=True, slots=True)
class HeadLines:
    """The parts of a head: the title line and the values of its fields."""

    title: Span | None
    published: Span | None
    headline: Span | None


def read_head(notes: Notes, where: Span) -> tuple[Head, tuple[Flag, ...]]:
    """Return the head without BLUF and confidence, and the flags its lines state."""
    document = notes.document
    flags = claim_standing_lines(notes)
    mark = marking(notes, where)
    parts = _parts(notes, where)
    title = _titled(document, parts.title)
    headline = _titled(document, parts.headline)
    publisher = _publisher(document, title, headline)
    if title is not None and (publisher is None or publisher != title.publisher):
        title = _with_tail(document, title, headline, publisher)
    if headline is not None and headline.publisher is not None and publisher is None:
        headline = Titled(document.trimmed(parts.headline or headline.title))
    if any(one is not None and one.promoted is not None for one in (title, headline)):
        flags = ("promoted_content", *flags)
    published = _published(notes, parts.published)
    spans = HeadSpans(
        title=title.title if title else None,
        headline=headline.title if headline else None,
        publisher=publisher,
        published_on=published.span if published else None,
        marking=mark[1] if mark else None,
    )
    head = Head(
        title=document.words(spans.title) if spans.title else None,
        headline=document.words(spans.headline) if spans.headline else None,
        publisher=document.words(publisher) if publisher else None,
        published_on=published.value if published else None,
        marking=mark[0] if mark else None,
        spans=spans,
    )
    return head, flags


def states_fields(document: Document, where: Span) -> bool:
    """Tell whether ``where`` has a date or headline line as the heads of reports have."""
    return bool(_fields(document, where))


def claim_standing_lines(notes: Notes) -> tuple[Flag, ...]:
    """Claim the lines that say nothing of the subject; return the flags they state."""
    flags: tuple[Flag, ...] = ()
    for line in _lines_that_may_stand(notes.document):
        if line.span.end - line.span.start > 400:
            continue
        words = notes.document.words(line.span).casefold()
        words = " ".join(words.split()).strip("*_# ").rstrip(".")
        if words == _SAMPLE:
            flags = ("sample",)
        elif words != _LOGO and _BOILERPLATE not in words:
            continue
        notes.claim(line.span)
    return flags


def _lines_that_may_stand(document: Document) -> tuple[Line, ...]:
    folded = document.folded_text
    found = [at for word in (_SAMPLE_WORD, _SITE) for at in _places(folded, word)]
    if len(folded) != len(document.text):  # then folding has moved what it made longer
        return document.lines if found else ()
    return document.lines_at(found)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _parts(notes: Notes, where: Span) -> HeadLines:
    document = notes.document
    fields = _fields(document, where)
    values: dict[str, Span] = {}
    for (field, line_end), following in zip(fields, [*fields[1:], None], strict=False):
        end = line_end if following is None else min(line_end, following[0].start())
        span = document.trimmed(Span(field.end(), end))
        key = _key(field)
        before = values.get(key)
        if before is not None and document.words(span) != document.words(before):
            name = field["name"]
            notes.warn("repeated_field", f"“{name}” is stated twice; the first is used.", span)
            continue
        notes.claim(Span(field.start(), max(span.end, field.end())))
        if span.start < span.end:
            values.setdefault(key, span)
    title = _title_line(notes, where, fields[0][0].start() if fields else where.end)
    return HeadLines(title, values.get("published"), values.get("headline"))


def _fields(document: Document, where: Span) -> list[tuple[re.Match[str], int]]:
    lines = document.lines_in(where)
    found = [
        (match, line.span.end)
        for line in lines
        if (match := _FIELD.match(document.text, *line.span)) is not None
    ]
    known = {_key(match) for match, _ in found}
    merged = [
        (match, line.span.end)
        for line in lines
        for match in _merged_fields(document, line)
        if _key(match) not in known
    ]
    return sorted(found + merged, key=lambda pair: pair[0].start())


def _merged_fields(document: Document, line: Line) -> Iterable[re.Match[str]]:
    words = document.words(line.span)
    if "Published on" not in words and "Intelligence Report" not in words:
        return ()
    return _MERGED_FIELD.finditer(document.text, *line.span)


def _key(field: re.Match[str]) -> str:
    return "headline" if field["name"].casefold() == "intelligence report" else "published"


def _title_line(notes: Notes, where: Span, before: int) -> Span | None:
    document = notes.document
    found: Span | None = None
    for line in document.lines_in(Span(where.start, before)):
        if any(claim.start == line.span.start for claim in notes.claims):
            continue
        lead = len(document.words(line.span)) - len(document.words(line.span).lstrip("#* "))
        span = Span(line.span.start + lead, line.span.end)
        if found is None:
            found = span
        elif document.words(span) != document.words(found):
            break
        notes.claim(line.span)
    return found


def _titled(document: Document, line: Span | None) -> Titled | None:
    return None if line is None else titled(document, line)


def _publisher(document: Document, title: Titled | None, headline: Titled | None) -> Span | None:
    if headline is not None and speaks_for(document, headline, title):
        return headline.publisher
    if title is None or not speaks_for(document, title, headline):
        return None
    if headline is not None and is_rewritten(document, title.title, headline.title):
        return None
    return title.publisher


def _with_tail(
    document: Document, title: Titled, headline: Titled | None, publisher: Span | None
) -> Titled:
    if title.publisher is None:
        return title
    same = publisher is not None and document.words(publisher) == document.words(title.publisher)
    if same or (headline is not None and headline.publisher == title.publisher):
        return title
    return Titled(Span(title.title.start, title.publisher.end), None, title.promoted)


def _published(notes: Notes, where: Span | None) -> Dated | None:
    if where is None:
        notes.warn("no_date", "No publication date is stated.")
        return None
    found = date_of(notes.document.text, where)
    words = notes.document.words(where)
    if found is None:
        notes.warn("bad_date", f"“{words[:60]}” is not a date that can be read one way.", where)
    elif found.closes_range:
        notes.warn("date_range", "A range of dates is stated; its last day is used.", where)
    return found
