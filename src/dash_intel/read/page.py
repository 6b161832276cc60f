"""The text of an HTML page, gathered while its tags go by: no tree, so no depth to fear."""

import re
from collections.abc import Mapping

from dash_intel.read.bullets import brings_bullet
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import UnreadableError

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
        *("hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext"),
        *("pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
        *("xmp",),
    )
)
_DROPPED = frozenset(
    (
        *("applet", "audio", "button", "canvas", "datalist", "embed", "iframe"),
        *("map", "nav", "noembed", "noframes", "noscript", "object", "script", "select", "style"),
        *("svg", "template", "textarea", "title", "video"),
    )
)
_REGIONS = frozenset({"article", "main"})
_MARGINS = frozenset({"aside", "footer", "header"})
_OUTSIDE_REGIONS = frozenset({"footer", "header"})
_RAW = frozenset({"pre", "listing", "plaintext", "xmp"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_TAB = re.compile(r" ?\t ?")


class Page:
    """Takes the events of a parser and gathers lines, the title and the first heading.

    ``regions`` are the ``<article>`` and ``<main>`` elements as (tag, first line, line after the
    last). ``margins`` are the numbers of the lines beside the text: in an ``<aside>``, or in a
    ``<header>`` or ``<footer>`` of the page itself; ``head`` those of the page's header that holds
    the first heading.
    """

    def __init__(self, limits: Limits) -> None:
        self.lines: list[str] = []
        self.title = ""
        self.heading = ""
        self.regions: list[tuple[str, int, int]] = []
        self.margins: set[int] = set()
        self.head = range(0)
        self._limits = limits
        self._depth = 0
        self._dropped: tuple[int, str] | None = None
        self._captured: tuple[str, list[str]] | None = None
        self._open_regions: list[tuple[str, int]] = []
        self._open_margins: list[tuple[str, int, str]] = []
        self._lists: list[int | None] = []
        self._raw = 0
        self._line: list[str] = []
        self._gap = ""
        self._bullet = ""
        self._row_has_cell = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        self._depth += 1
        if self._depth > self._limits.html_depth:
            raise UnreadableError(
                "nested_too_deeply",
                f"More than {self._limits.html_depth} elements of the page stand inside each "
                "other: save the page as plain text.",
            )
        self._capture(tag)
        if self._dropped:
            return
        if tag in _DROPPED:
            self._dropped = (self._depth, tag)
        elif tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._start_block(tag, attributes)
        elif tag in {"td", "th"}:
            self._gap = "\t" if self._row_has_cell else "\n"
            self._row_has_cell = True

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        if self._captured and self._captured[0] == tag:
            self._keep_captured(*self._captured)
        if self._dropped == (self._depth, tag):
            self._dropped = None
        elif not self._dropped and tag in _BLOCKS:
            self._end_block(tag)
        self._depth -= 1

    def data(self, text: str) -> None:
        """Take text, entities resolved."""
        if self._captured and (not self._dropped or self._dropped[1] == "title"):
            self._captured[1].append(text)
        if self._dropped:
            return
        if self._raw:
            self._add_raw(text)
            return
        text = _SPACE.sub(" ", text)
        if text != " ":
            self._add(text)
        elif self._line and not self._gap:
            self._line.append(" ")

    def comment(self, text: str) -> None:
        """Leave a comment out."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave a processing instruction out."""

    def close(self) -> "Page":
        """End the page."""
        self._end_block("body")
        if self._line:
            self._end_line()
        return self

    def _capture(self, tag: str) -> None:
        within = self._dropped[1] if self._dropped else None
        is_title = tag == "title" and not self.title and not within
        is_heading = tag == "h1" and not self.heading and not within and not self._is_beside()
        if not self._captured and (is_title or is_heading):
            self._captured = (tag, [])

    def _is_beside(self) -> bool:
        return any(margin in {"aside", "footer"} for margin, *_ in self._open_margins)

    def _keep_captured(self, tag: str, parts: list[str]) -> None:
        text = _SPACE.sub(" ", "".join(parts)).strip(" ")
        if tag == "title":
            self.title = text
        else:
            self.heading = text
        self._captured = None

    def _start_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._gap = "\n"
        if tag in _MARGINS:
            self._finish_block()
            is_own = tag in _OUTSIDE_REGIONS and self._open_regions
            self._open_margins.append(("" if is_own else tag, len(self.lines), self.heading))
        elif tag in _REGIONS:
            self._finish_block()
            self._open_regions.append((tag, len(self.lines)))
        elif tag == "ol":
            first = attributes.get("start", "1")
            self._lists.append(int(first) if first.isdecimal() and len(first) < 7 else 1)
        elif tag in {"ul", "menu", "dir"}:
            self._lists.append(None)
        elif tag == "li":
            self._bullet = self._next_bullet()
        elif tag == "tr":
            self._row_has_cell = False
        elif tag in _RAW:
            self._finish_block()
            self._raw += 1

    def _end_block(self, tag: str) -> None:
        if tag in _MARGINS and self._open_margins:
            self._finish_block()
            self._end_margin(*self._open_margins.pop())
        elif tag in _REGIONS and self._open_regions:
            self._finish_block()
            region, first = self._open_regions.pop()
            self.regions.append((region, first, len(self.lines)))
        elif tag in {"ol", "ul", "menu", "dir"} and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._bullet = ""
        elif tag == "tr":
            self._row_has_cell = False
        elif tag in _RAW:
            self._finish_block()
            self._raw -= 1
        self._gap = "\n"

    def _end_margin(self, tag: str, first: int, heading_before: str) -> None:
        if not tag or any(margin for margin, *_ in self._open_margins):
            return
        lines = range(first, len(self.lines))
        self.margins.update(lines)
        if tag == "header" and self.heading != heading_before:
            self.head = lines

    def _next_bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _add(self, text: str) -> None:
        if self._gap == "\n":
            self._finish_block()
        elif self._gap and self._line:
            self._line.append(self._gap)
        self._gap = ""
        if self._bullet and not self._line:
            if not brings_bullet(text):
                self._line.append(self._bullet)
            self._bullet = ""
        self._line.append(text)

    def _add_raw(self, text: str) -> None:
        first, *others = text.split("\n")
        if first:
            self._add(first)
        for line in others:
            self._end_line()
            if line:
                self._line.append(line)

    def _finish_block(self) -> None:
        if self._line:
            self._end_line()
        self._gap = ""

    def _end_line(self) -> None:
        line = "".join(self._line)
        if not self._raw:
            line = _AROUND_TAB.sub("\t", re.sub(" +", " ", line)).strip(" ")
        self.lines.append(line)
        if len(self.lines) > self._limits.text_lines:
            raise UnreadableError(
                "too_many_lines",
                f"It has more than {self._limits.text_lines:,} lines, which is more than one "
                "report has: split it.",
            )
        self._line.clear()
        self._gap = ""
