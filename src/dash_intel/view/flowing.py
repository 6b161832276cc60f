"""Words of a report as they are read: lines that only a page's layout broke are joined.

For display only. The text beside the items, the database and every export keep each line break.
"""

import re
from itertools import pairwise

from dash_intel.view.literal import plain

SHORT = 40
"""Characters; a shorter line that ends without a sentence may be a heading or an entry."""

FULL = 0.85
"""Share of the longest line from which on a line of broken text may be full."""

_MARKED = re.compile(r"\s*(?:[-–—•*▪◦‣·]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s")
_LABELLED = re.compile(r"\s*[A-Z][^:\n]{0,40}:(?:\s|$)")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_CUT_WORD = re.compile(r"[^\W\d_][-‐]$")


def flowing(text: str) -> str:
    """Return ``text`` without the ``**`` of bold runs, its broken lines joined.

    Entries of lists, labels, blank lines and ends of paragraphs keep their line breaks; a word cut
    at a hyphen keeps the hyphen.
    """
    lines = plain(text).split("\n")
    if len(lines) == 1:
        return lines[0]
    pairs = list(pairwise(lines))
    is_broken = any(_goes_on(*pair) for pair in pairs)
    full = FULL * max(map(len, lines)) if is_broken else float("inf")
    found = [lines[0]]
    for before, line in pairs:
        if _goes_on(before, line) or (len(before) >= full and _is_plain(before, line)):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
    return "\n".join(found)


def _goes_on(before: str, line: str) -> bool:
    if not _is_plain(before, line):
        return False
    is_open = len(before.strip()) >= SHORT and not _ENDED.search(before)
    return is_open or line.lstrip()[0].islower()


def _is_plain(before: str, line: str) -> bool:
    has_words = before.strip() and line.strip()
    return bool(has_words) and not _MARKED.match(line) and not _LABELLED.match(line)


def _joined(before: str, line: str) -> str:
    start, more = before.rstrip(), line.lstrip()
    return f"{start}{more}" if _CUT_WORD.search(start) else f"{start} {more}"
