"""Labels at the start of a line: ``Best Case:``, ``**Red Flags**:``, ``- Hypothesis A:``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dash_intel.model.span import Span
from dash_intel.parse.document import Document
from dash_intel.vocab.labels import folded

LONGEST = 90
_COLON = re.compile(r"[^\n:：]{1,90}[:：]\**")
_BOLD = re.compile(r"\*\*([^*\n]{1,90})\*\*")
_PARENTHESIS = re.compile(r"\s*\(([^()\n]{1,60})\)\s*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what follows it. ``name`` is as written, without bold marks and colon."""

    name: str
    span: Span
    rest: Span

    @property
    def key(self) -> str:
        """The name as labels are compared, without a closing parenthesis."""
        return folded(_PARENTHESIS.sub("", self.name[-LONGEST:]))

    @property
    def parenthesis(self) -> str | None:
        """What stands in parentheses at the end of the name."""
        match = _PARENTHESIS.search(self.name[-LONGEST:])
        return match.group(1) if match else None


def label_at(document: Document, span: Span) -> Label | None:
    """Return the label that ``span`` begins with (its bullet aside), or None."""
    start = document.without_bullet(span)
    match = _COLON.match(document.text, start.start, start.end) or _BOLD.match(
        document.text, start.start, start.end
    )
    return _label(document, start, match.end()) if match else None


def known_label(document: Document, span: Span, known: Mapping[str, str]) -> Label | None:
    """Return the label of ``span`` if ``known`` has it; a line that is only the label will do."""
    label = label_at(document, span)
    if label is not None and label.key in known:
        return label
    start = document.without_bullet(span)
    if start.end - start.start <= LONGEST:
        whole = _label(document, start, start.end)
        if whole is not None and whole.key in known:
            return whole
    return _dashed(document, start, known)


def _label(document: Document, start: Span, end: int) -> Label | None:
    name = document.text[start.start : end].strip().strip("*:：# \t\u00a0")
    rest = document.trimmed(Span(end, start.end))
    return Label(name, Span(start.start, end), rest) if name else None


def _dashed(document: Document, start: Span, known: Mapping[str, str]) -> Label | None:
    for dash in (" – ", " — ", " - "):
        at = document.text.find(dash, start.start, min(start.end, start.start + LONGEST))
        if at > 0:
            label = _label(document, start, at + len(dash))
            if label is not None:
                label = Label(label.name.rstrip(" –—-"), label.span, label.rest)
                return label if label.key in known else None
    return None
