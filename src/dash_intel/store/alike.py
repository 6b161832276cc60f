"""How much of their wording two reports share.

``similarity`` is the share of pairs of neighbouring words that two bodies have in common (Dice's
coefficient of two bags of pairs): 1 for the same words in the same order, 0 for none in common. A
word changed in a hundred costs about one hundredth of it twice over. It takes one pass over each
text. Case, punctuation and line breaks do not count; nor do title, headline, publisher and date,
which are compared for themselves.
"""

import re
from collections import Counter
from itertools import pairwise

from dash_intel.model.report import Head

LOOKS_ALIKE = "looks_alike"
"""The code of the warning on a report that looks like another and is no revision of it."""

ENOUGH = 0.8
"""Similarity from which a report with the same head is a revision."""

Wording = Counter[tuple[str, str]]

_WORD = re.compile(r"\w+")


def body(text: str, head: Head) -> str:
    """Return ``text`` without title, headline, publisher and date of publication."""
    spans = (head.spans.title, head.spans.headline, head.spans.publisher, head.spans.published_on)
    parts, position = [], 0
    for span in sorted(span for span in spans if span is not None):
        parts.append(text[position : max(position, span.start)])
        position = max(position, span.end)
    return "\n".join([*parts, text[position:]])


def wording(body: str) -> Wording:
    """Return the pairs of neighbouring words, each as often as it stands there."""
    return Counter(pairwise(["", *_WORD.findall(body.casefold())]))


def similarity(one: Wording, other: Wording) -> float:
    """Return the share of pairs in common, 0 to 1; two empty texts are the same."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0


def same_head(one: Head, other: Head) -> bool:
    """Tell whether headline, publisher and date are all stated and the same."""
    stated = (one.headline, one.publisher, one.published_on)
    return all(stated) and stated == (other.headline, other.publisher, other.published_on)
