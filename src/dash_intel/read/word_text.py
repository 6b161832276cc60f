"""The lines of a Word document's body."""

from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from dash_intel.read.bullets import brings_bullet
from dash_intel.read.outcome import UnreadableError

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    (
        *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sectPr")),
        *map(qn, ("w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr")),
        _FALLBACK,
    )
)
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_P, _TR, _TC, _T = qn("w:p"), qn("w:tr"), qn("w:tc"), qn("w:t")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
}
_VAL = qn("w:val")
_NUMBER = f"{qn('w:numPr')}/{qn('w:numId')}"
_DELETED_MARK = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of the paragraph styles that make lists and of those that make headings."""

    lists: frozenset[str]
    headings: frozenset[str]


def styles(element: etree._Element) -> Styles:
    """Return the styles of a document's ``w:styles`` element."""
    own: dict[str, tuple[str | None, str, str | None]] = {}
    for style in element.iterchildren(qn("w:style")):
        name = _value(style, qn("w:name")) or ""
        number = _value(style, f"{qn('w:pPr')}/{_NUMBER}")
        if number is None and name.lower().startswith(("list bullet", "list number")):
            number = name
        own[style.get(qn("w:styleId"), "")] = (_value(style, qn("w:basedOn")), name.lower(), number)
    lists = frozenset(key for key in own if _inherited_number(key, own))
    headings = (key for key, (_, name, _) in own.items() if name.startswith(("heading", "title")))
    return Styles(lists, frozenset(headings))


def body_lines(body: etree._Element, known: Styles, line_limit: int) -> list[str]:
    """Return the lines of a ``w:body`` element, those of a row's cell joined.

    Raises:
        UnreadableError: There are more than ``line_limit``.
    """
    text = _Lines(known)
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            text.end(element)
        elif element.tag in _SKIPPED:
            walk.skip_subtree()
        else:
            text.start(element)
        if len(text.lines) > line_limit:
            raise UnreadableError(
                "too_many_lines",
                f"It has more than {line_limit:,} lines, which is more than one report has: split "
                "it.",
            )
    return text.lines


class _Lines:
    """Gathers lines from the start and end of elements.

    ``_outside`` holds, for each open row and cell from the outside in, the lines gathered
    outside of it.
    """

    def __init__(self, known: Styles) -> None:
        self.lines: list[str] = []
        self._styles = known
        self._outside: list[list[str]] = []
        self._paragraphs: list[list[str]] = []
        self._carried = ""

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == _P:
            self._paragraphs.append([])
        elif tag in {_TR, _TC}:
            self._outside.append(self.lines)
            self.lines = []
        elif self._paragraphs and tag in {_T, _MATH_TEXT}:
            self._paragraphs[-1].append(element.text or "")
        elif self._paragraphs and tag in _CHARACTERS:
            self._paragraphs[-1].append(_CHARACTERS[tag])

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == _P:
            self._end_paragraph(element)
        elif tag == _TC:
            self._join("\n")
        elif tag == _TR:
            self._join("\t")

    def _join(self, separator: str) -> None:
        joined = separator.join(self.lines)
        self.lines = self._outside.pop()
        self.lines.append(joined)

    def _end_paragraph(self, element: etree._Element) -> None:
        line = self._carried + "".join(self._paragraphs.pop())
        self._carried = ""
        if element.find(_DELETED_MARK) is not None:
            self._carried = line
            return
        if line.strip() and self._is_item(element) and not brings_bullet(line):
            line = f"- {line}"
        self.lines.append(line)

    def _is_item(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return False
        style = _value(properties, qn("w:pStyle"))
        if style in self._styles.headings or properties.find(qn("w:outlineLvl")) is not None:
            return False
        number = _value(properties, _NUMBER)
        return number != "0" if number else style in self._styles.lists


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(_VAL)


def _inherited_number(key: str | None, own: dict[str, tuple[str | None, str, str | None]]) -> bool:
    """Tell whether a style or one that it is based on numbers its paragraphs."""
    seen: set[str] = set()
    while key is not None and key in own and key not in seen:
        seen.add(key)
        base, _, number = own[key]
        if number is not None:
            return number != "0"
        key = base
    return False
