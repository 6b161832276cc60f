"""Where the details of a brief's insights stand in its text: the model keeps only their words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from dash_intel.model.items import Insight
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.vocab.labels import folded, labels

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[\s•\-–*]{0,20}([^\n:：]{1,40}?)[*\s]{0,20}[:：][*\s]{0,20}")


def details(report: Report) -> tuple[Mapping[str, Span], ...]:
    """Return of each insight where its credibility, coherence and confidence stand, by their keys.

    Each is the words after its label on a line below the insight and above what follows it, and
    the first of its kind. What was not read is none.
    """
    contents = report.contents
    starts = [(one.heading or one.span).start for one in contents.insights]
    for section in contents.brief_sections:
        starts += [span.start for span in (section.sentiment_span, section.policy_span) if span]
    starts = [*sorted(starts), len(report.text)]
    unread = sorted(report.parse.unread)
    return tuple(
        _details(report.text, insight, starts[bisect_left(starts, insight.span.end)], unread)
        for insight in contents.insights
    )


def _details(text: str, insight: Insight, end: int, unread: Sequence[Span]) -> Mapping[str, Span]:
    stated = {"credibility": insight.credibility, "coherence": insight.coherence}
    found: dict[str, Span] = {}
    for key, span in _labelled(text, Span(insight.span.end, end)):
        is_read = stated[key] == span.of(text) if key in stated else not _meets(span, unread)
        if is_read:
            found.setdefault(key, span)
    return found


def _labelled(text: str, where: Span) -> Iterator[tuple[str, Span]]:
    known = labels("insight")
    for line in _LINE.finditer(text, *where):
        label = _LABEL.match(text, *line.span())
        key = known.get(folded(label[1])) if label else None
        words = text[label.end() : line.end()].rstrip() if label else ""
        if label and key and words:
            yield key, Span(label.end(), label.end() + len(words))


def _meets(span: Span, runs: Sequence[Span]) -> bool:
    at = bisect_left(runs, span.end, key=lambda run: run.start)
    return at > 0 and runs[at - 1].end > span.start
