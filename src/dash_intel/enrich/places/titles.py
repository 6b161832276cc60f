"""The publisher's tail of a title: “… in Moscow - The Moscow Times”."""

import re

from dash_intel.model.span import Span
from dash_intel.vocab.places import context_words

_TAIL = re.compile(r"\s+[-–—|]\s+([^-–—|\n]{2,60})\s*\Z")


def without_publisher(text: str, title: Span) -> Span:
    """Return ``title`` without a last part that names a newspaper, agency or station."""
    found = _TAIL.search(text, title.start, title.end)
    if found is None:
        return title
    words = found.group(1).split()
    if len(words) <= 5 and (
        words[-1] in context_words("medium") or re.search(r"\w\.\w{2,3}\Z", words[-1])
    ):
        return Span(title.start, found.start())
    return title
