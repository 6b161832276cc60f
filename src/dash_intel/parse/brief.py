"""Profile of briefs: insights by category, with credibility, coherence and confidence."""

from dataclasses import dataclass

from dash_intel.model.report import Contents, Head, HeadSpans, Section
from dash_intel.model.span import Span
from dash_intel.parse.categories import categories, is_insight, is_series
from dash_intel.parse.dates import date_in
from dash_intel.parse.document import Document, Line
from dash_intel.parse.head import claim_standing_lines
from dash_intel.parse.insights import read_insights
from dash_intel.parse.marking import marking
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import Reading
from dash_intel.vocab.labels import folded, labels


@dataclass(frozen=True, slots=True)
class BriefProfile:
    """Morning Brief, Evening Report, Midday Assessment, Overnight Snapshot."""

    name: str = "brief"
    version: str = "1"

    def recognises(self, document: Document) -> int:
        """Count its series title, insights and closing labels; at least one insight is needed."""
        insights = sum(is_insight(document, line) for line in _with_bracket(document))
        if insights == 0:
            return 0
        titled = any(is_series(document, line) for line in document.lines[:3])
        closing = any(_is_closing(document, line) for line in document.lines)
        return insights + titled + closing if titled or closing or insights > 1 else 0

    def read(self, notes: Notes) -> Reading:
        """Read the head and each category."""
        document = notes.document
        flags = claim_standing_lines(notes)
        heads = categories(document, frozenset(notes.claims))
        start = _body_start(document, heads)
        mark = marking(notes, _head_span(document, start))
        head = _head(notes, document.lines[:start])
        spans = HeadSpans(head.spans.title, None, None, head.spans.published_on, None, None)
        if mark is not None:
            spans = HeadSpans(spans.title, None, None, spans.published_on, None, None, mark[1])
        insights, once = read_insights(notes, document.lines[start:], heads)
        for section in once:
            if section.sentiment is None or section.policy_relevance is None:
                notes.warn(
                    "incomplete_category",
                    f"“{section.category}” lacks a sentiment overview or its policy relevance.",
                )
        contents = Contents(
            head=Head(
                title=head.title,
                published_on=head.published_on,
                marking=mark[0] if mark else None,
                spans=spans,
            ),
            insights=insights,
            brief_sections=once,
        )
        return Reading(contents, _sections(document, heads), (), flags)


def _with_bracket(document: Document) -> list[Line]:
    text = document.text
    if "[" not in text:
        return []
    return [line for line in document.lines if text.find("[", *line.span) >= 0]


def _is_closing(document: Document, line: Line) -> bool:
    words = folded(document.words(line.span)[:40].strip("#*: "))
    return any(words.startswith(label) for label in labels("brief"))


def _head_span(document: Document, start: int) -> Span:
    end = document.lines[start].span.start if start < len(document.lines) else len(document.text)
    return Span(0, end)


def _body_start(document: Document, heads: tuple[Line, ...]) -> int:
    lines = document.lines
    return next(
        (i for i, line in enumerate(lines) if line in heads[:1] or is_insight(document, line)),
        len(lines),
    )


def _head(notes: Notes, lines: tuple[Line, ...]) -> Head:
    document = notes.document
    titles = [line for line in lines if is_series(document, line)]
    if not titles:
        notes.warn("no_date", "No publication date is stated.")
        return Head()
    words = document.words(titles[0].span)
    span = Span(titles[0].span.start + len(words) - len(words.lstrip("#* ")), titles[0].span.end)
    notes.claim(*(line.span for line in titles))
    dated = next((hit for line in titles if (hit := date_in(document.text, line.span))), None)
    if dated is None:
        notes.warn("no_date", "No publication date is stated in the title.", span)
    return Head(
        title=document.words(span),
        published_on=dated.value if dated else None,
        spans=HeadSpans(title=span, published_on=dated.span if dated else None),
    )


def _sections(document: Document, heads: tuple[Line, ...]) -> tuple[Section, ...]:
    ends = [line.span.start for line in heads[1:]] + [len(document.text)]
    return tuple(
        Section("category", line.span, document.trimmed(Span(line.span.end, end)))
        for line, end in zip(heads, ends, strict=False)
    )


PROFILE = BriefProfile()
