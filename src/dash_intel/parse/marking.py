"""Reads the Traffic Light Protocol marking (FIRST, TLP 2.0) of a report."""

import re
from typing import cast

from dash_intel.model.report import Marking
from dash_intel.model.span import Span
from dash_intel.parse.notes import Notes

_LINE = re.compile(
    r"[*\[(#\s]{0,6}(?:(?:handling|marking|classification|distribution)[^\n:]{0,30}:\s{0,3})?"
    r"(?P<mark>TLP:\s?(?:CLEAR|WHITE|GREEN|AMBER(?:\s?\+\s?STRICT)?|RED))(?!\w|\s?\+)",
    re.IGNORECASE,
)
STRICTNESS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def marking(notes: Notes, head: Span) -> tuple[Marking, Span] | None:
    """Return the marking that begins a line of the head or the last line, the strictest of several.

    One elsewhere is warned of and not taken: it may be quoted. TLP:WHITE is the name that TLP:CLEAR
    had before version 2.0.
    """
    document = notes.document
    if "tlp:" not in document.folded_text:
        return None
    found: list[tuple[str, Span]] = []
    for line in document.lines:
        match = _LINE.match(document.text, *line.span)
        if match is None:
            continue
        mark = Span(*match.span("mark"))
        if not head.contains(line.span) and line is not document.lines[-1]:
            notes.warn("marking_elsewhere", "A marking inside the text is not taken.", mark)
            continue
        found.append(("".join(match["mark"].upper().split()).replace("WHITE", "CLEAR"), mark))
        notes.claim(Span(line.span.start, mark.end))
    if not found:
        return None
    strictest = max(found, key=lambda pair: STRICTNESS.index(pair[0]))
    if len({name for name, _ in found}) > 1:
        notes.warn("several_markings", f"Several markings: {strictest[0]} is kept.", strictest[1])
    return cast("Marking", strictest[0]), strictest[1]
