"""Reads the Traffic Light Protocol marking (FIRST, TLP 2.0) of a report."""

import re
from typing import cast

from dash_intel.model.report import Marking
from dash_intel.model.span import Span
from dash_intel.parse.notes import Notes

_LINE = re.compile(
    r"(?:(?:handling|marking|classification|distribution)[^\n:]{0,30}:\s{0,3})?"
    r"(?P<mark>TLP:\s?(?:CLEAR|WHITE|GREEN|AMBER\s?\+\s?STRICT|AMBER|RED))",
    re.IGNORECASE,
)
STRICTNESS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def marking(notes: Notes) -> tuple[Marking, Span] | None:
    """Return the marking that stands on a line of its own, the strictest of several.

    TLP:WHITE is the name that TLP:CLEAR had before version 2.0.
    """
    document = notes.document
    found: list[tuple[str, Span]] = []
    for line in document.lines if "tlp:" in document.folded_text else ():
        if line.span.end - line.span.start > 80:
            continue
        bare = document.words(line.span).strip("*[]() ")
        match = _LINE.fullmatch(bare)
        if match is None:
            continue
        start = line.span.start + document.words(line.span).index(match["mark"])
        name = "".join(match["mark"].upper().split()).replace("WHITE", "CLEAR")
        found.append((name, Span(start, start + len(match["mark"]))))
        notes.claim(line.span)
    if not found:
        return None
    strictest = max(found, key=lambda pair: STRICTNESS.index(pair[0]))
    if len({name for name, _ in found}) > 1:
        notes.warn("several_markings", f"Several markings: {strictest[0]} is kept.", strictest[1])
    return cast("Marking", strictest[0]), strictest[1]
