"""Labels at the start of a line: ``Best Case:``, ``**Red Flags**:``, ``- Hypothesis A:``."""

import re
from collections.abc import Mapping

from dash_intel.model.span import Span
from dash_intel.parse.document import Document
from dash_intel.parse.label import LONGEST, Label, Opening, key

_COLON = re.compile(r"[^\n:：]{1,90}[:：]\**")
_BOLD = re.compile(r"\*\*([^*\n]{1,90})\*\*")


def label_at(document: Document, span: Span) -> Label | None:
    """Return the label that ``span`` begins with (its bullet aside), or None."""
    return _opening(document, span).label


def known_label(document: Document, span: Span, known: Mapping[str, str]) -> Label | None:
    """Return the label of ``span`` if ``known`` has it; a line that is only the label will do."""
    opening = _opening(document, span)
    for name, end, left_out in opening.readings:
        if name in known:
            label = opening.label
            if label is not None and label.span.end == end and not left_out:
                return label
            return _label(document, opening.start, end, left_out)
    return None


def may_be_labelled(document: Document, span: Span) -> bool:
    """Tell whether ``span`` begins with what may be a label; most sentences do not."""
    return bool(_opening(document, span).readings)


def _opening(document: Document, span: Span) -> Opening:
    """Return what ``span`` begins with, which many rules ask for, from the document's memory."""
    found = document.openings.get(span)
    if found is None:
        start = document.without_bullet(span)
        end = _after_colon_or_bold(document.text, start)
        label = None if end is None else _label(document, start, end)
        readings = [] if label is None or end is None else [(label.key, end, "")]
        if start.end - start.start <= LONGEST and start.end != end:
            readings += _reading(document.text, start, start.end)
        readings += _dashed(document.text, start)
        found = document.openings[span] = Opening(start, label, tuple(readings))
    return found


def _after_colon_or_bold(text: str, start: Span) -> int | None:
    within = text[start.start : start.start + LONGEST + 1]
    match = _COLON.match(text, *start) if ":" in within or "：" in within else None
    if match is None and within.startswith("**"):
        match = _BOLD.match(text, *start)
    return match.end() if match else None


def _dashed(text: str, start: Span) -> list[tuple[str, int, str]]:
    within = text[start.start : min(start.end, start.start + LONGEST)]
    if "– " not in within and "— " not in within and "- " not in within:
        return []
    for dash in (" – ", " — ", " - "):
        at = within.find(dash)
        found = [] if at < 0 else _reading(text, start, start.start + at + len(dash), " –—-")
        if found:
            return found
    return []


def _reading(text: str, start: Span, end: int, left_out: str = "") -> list[tuple[str, int, str]]:
    name = _name(text, start, end)
    bare = name.rstrip(left_out) if left_out else name
    return [(key(bare), end, left_out)] if name else []


def _label(document: Document, start: Span, end: int, left_out: str = "") -> Label | None:
    name = _name(document.text, start, end)
    if not name:
        return None
    rest = document.trimmed(Span(end, start.end))
    return Label(name.rstrip(left_out) if left_out else name, Span(start.start, end), rest)


def _name(text: str, start: Span, end: int) -> str:
    return text[start.start : end].strip().strip("*:：# \t\u00a0")
