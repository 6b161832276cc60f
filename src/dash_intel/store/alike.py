"""How much of their wording two reports share.

``similarity`` is the share of pairs of neighbouring words that two bodies have in common (Dice's
coefficient of two bags of pairs): 1 for the same words in the same order, 0 for none in common. A
word changed in a hundred costs about one hundredth of it twice over. It takes one pass over each
text. Case, punctuation and line breaks do not count; nor do title, headline, publisher and date,
which are compared for themselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress, count, islice, pairwise
from operator import ne

from dash_intel.model.report import Head

LOOKS_ALIKE = "looks_alike"
"""The code of the warning on a report that looks like another and is no revision of it."""

ENOUGH = 0.8
"""Similarity from which a report with the same head is a revision."""

Wording = Sequence[str]
"""The words of a text, each paired with the one before it; before the first stands an empty one."""

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
    """Return the words of ``body`` as they are compared."""
    return ["", *_WORD.findall(body.casefold())]


def similarity(one: Wording, other: Wording) -> float:
    """Return the share of pairs in common, 0 to 1; two empty texts are the same.

    What begins and ends alike is in common as it stands, so only the rest need be counted.
    """
    pairs = len(one) + len(other) - 2
    if not pairs:
        return 1.0
    shorter = min(len(one), len(other))
    start = _alike(one, other, shorter)
    end = max(1, _alike(reversed(one), reversed(other), shorter - start))
    rest = Counter(pairwise(one[start - 1 : len(one) - end + 1]))
    other_rest = Counter(pairwise(other[start - 1 : len(other) - end + 1]))
    return 2 * (start - 1 + end - 1 + (rest & other_rest).total()) / pairs


def _alike(one: Iterable[str], other: Iterable[str], most: int) -> int:
    """Return how many words stand at the beginning of both, ``most`` at most."""
    differs = map(ne, islice(one, most), other)
    return next(compress(count(), differs), most)


def same_head(one: Head, other: Head) -> bool:
    """Tell whether headline, publisher and date are all stated and the same."""
    stated = (one.headline, one.publisher, one.published_on)
    return all(stated) and stated == (other.headline, other.publisher, other.published_on)
