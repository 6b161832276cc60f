"""Labels at the start of a line: ``Best Case:``, ``**Red Flags**:``, ``- Hypothesis A:``."""

import re
from collections.abc import Iterator, Mapping

from dash_intel.model.span import Span
from dash_intel.parse.document import Document
from dash_intel.parse.label import LONGEST, Label, Opening

_COLON = re.compile(r"[^\n:：]{1,90}[:：]\**")
_BOLD = re.compile(r"\*\*([^*\n]{1,90})\*\*")


def label_at(document: Document, span: Span) -> Label | None:
    """Return the label that ``span`` begins with (its bullet aside), or None."""
    return _opening(document, span).label


def known_label(document: Document, span: Span, known: Mapping[str, str]) -> Label | None:
    """Return the label of ``span`` if ``known`` has it; a line that is only the label will do."""
    for key, label in _opening(document, span).readings:
        if key in known:
            return label
    return None


def _opening(document: Document, span: Span) -> Opening:
    """Return the labels of ``span``, which many rules ask for, from the document's memory."""
    found = document.openings.get(span)
    if found is None:
        start = document.without_bullet(span)
        label = _with_colon_or_bold(document, start)
        readings = tuple((one.key, one) for one in _readings(document, start, label))
        found = document.openings[span] = Opening(label, readings)
    return found


def _with_colon_or_bold(document: Document, start: Span) -> Label | None:
    text = document.text
    within = text[start.start : start.start + LONGEST + 1]
    match = _COLON.match(text, *start) if ":" in within or "：" in within else None
    match = match or _BOLD.match(text, *start)
    return _label(document, start, match.end()) if match else None


def _readings(document: Document, start: Span, label: Label | None) -> Iterator[Label]:
    if label is not None:
        yield label
    if start.end - start.start <= LONGEST:
        whole = _label(document, start, start.end)
        if whole is not None:
            yield whole
    dashed = _dashed(document, start)
    if dashed is not None:
        yield dashed


def _label(document: Document, start: Span, end: int) -> Label | None:
    name = document.text[start.start : end].strip().strip("*:：# \t\u00a0")
    rest = document.trimmed(Span(end, start.end))
    return Label(name, Span(start.start, end), rest) if name else None


def _dashed(document: Document, start: Span) -> Label | None:
    for dash in (" – ", " — ", " - "):
        at = document.text.find(dash, start.start, min(start.end, start.start + LONGEST))
        if at > 0:
            label = _label(document, start, at + len(dash))
            if label is not None:
                return Label(label.name.rstrip(" –—-"), label.span, label.rest)
    return None
