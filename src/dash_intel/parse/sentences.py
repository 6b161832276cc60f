"""The sentences of a passage, with their places."""

from itertools import islice

from sentencex import get_sentence_boundaries

from dash_intel.model.span import Span
from dash_intel.parse.document import Document

LONGEST_PASSAGE = 200_000
"""Characters of a passage in which sentences are looked for; the rest is left unread."""


def sentences(document: Document, passage: Span) -> tuple[Span, ...]:
    """Return the spans of the sentences of ``passage``.

    A line break that is not the end of a sentence does not end one.
    """
    end = min(passage.end, passage.start + LONGEST_PASSAGE)
    words = document.words(Span(passage.start, end)).replace("\n", " ")
    found = []
    for boundary in islice(get_sentence_boundaries("en", words), document.parts_left):
        start, end = boundary["start_index"], boundary["end_index"]
        span = document.trimmed(Span(passage.start + start, passage.start + end))
        if span.start < span.end:
            found.append(span)
    return tuple(document.within_bounds(found))
