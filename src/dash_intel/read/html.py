"""HTML pages: what a reader sees of them, one line a block."""

import codecs
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO

from lxml import etree

from dash_intel.model.source import SourceText
from dash_intel.read.checks import checked, whole
from dash_intel.read.decode import decode
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.page import Page

_PIECE = 16_384
"""Characters handed to the parser at a time; it stops on an error only between two pieces."""

_TAG = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]*)[\s/>]", re.IGNORECASE)
_ENDLESS_REFERENCE = re.compile(r"&#[0-9A-Fa-fXx]{64}")
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})")
_CHARSET_BYTES = 1_024
_CHARSETS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}
_NAMED_CHARSET = re.compile(
    r"(?:cp|windows-)125\d|cp1252|iso-8859-\d{1,2}|koi8-[ru]|macintosh|gbk|gb2312|gb18030|big5|"
    r"shift[_-]jis|euc-(?:jp|kr)|utf-8"
)
_TITLE_LINES = 5


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the one text of a page.

    Scripts, styles, comments, forms and navigation are left out. Where one ``<article>`` or
    ``<main>`` holds most of the text it is the text, under the page's header where that holds its
    heading; everywhere else headers, footers and asides are part of the text. The page's title
    comes first where the text does not start with it.
    """
    data = whole(stream, limits.html_bytes)
    text = _characters(data)
    if not text.strip():
        raise UnreadableError("empty", "It holds no text.")
    if not _TAG.search(text):
        raise UnreadableError(
            "wrong_extension",
            "It holds no HTML tag, so it seems to be plain text: rename it to end in .txt.",
        )
    lines = _with_title(_parsed(text, limits))
    yield SourceText(
        checked("\n".join(lines), limits), (source,), bytes_hash=sha256(data).hexdigest()
    )


def _characters(data: bytes) -> str:
    """Decode a page; a charset that it declares counts where its bytes are not UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        charset = _declared_charset(data)
    if charset:
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            return decode(data)
    return decode(data)


def _declared_charset(data: bytes) -> str | None:
    declared = _CHARSET.search(data[:_CHARSET_BYTES])
    if not declared:
        return None
    name = declared[1].decode("ascii").lower()
    name = _CHARSETS.get(name, name)
    return name if _NAMED_CHARSET.fullmatch(name) else None


def _parsed(text: str, limits: Limits) -> Page:
    if _ENDLESS_REFERENCE.search(text):
        raise UnreadableError(
            "broken_html", "It holds an endless character reference: save the page as plain text."
        )
    page = Page(limits)
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
    try:
        for start in range(0, len(text), _PIECE):
            parser.feed(text[start : start + _PIECE].encode("utf-8", "replace"))
        parser.close()
    except etree.ParseError as error:
        raise UnreadableError(
            "broken_html", "Its HTML cannot be parsed: save the page as plain text."
        ) from error
    return page


def _with_title(page: Page) -> list[str]:
    """Return the lines of the page's text, its title first."""
    lines = _main_lines(page)
    while lines and not lines[0].strip():
        lines = lines[1:]
    title = page.heading if _is_headed(page) else page.title
    starts = (line for line in lines[:_TITLE_LINES] if line)
    if not title or any(_same_title(line, title, page.heading) for line in starts):
        return lines
    return [title, *lines]


def _is_headed(page: Page) -> bool:
    """Tell whether the first heading is that of the text, not the name of the site."""
    return bool(page.heading) and (not page.title or page.title.startswith(page.heading))


def _same_title(line: str, title: str, heading: str) -> bool:
    return line in {title, heading} or title.startswith(line) or line.startswith(title)


def _main_lines(page: Page) -> list[str]:
    """Return the lines of the only article or main element that holds at least half the text.

    Then what stands beside the text is left out, but for the header with the text's heading; with
    no such element everything is the text.
    """
    text = [number for number in range(len(page.lines)) if number not in page.margins]
    enough = _size(page.lines[number] for number in text) / 2
    for tag in ("article", "main"):
        regions = [region for region in page.regions if region[0] == tag]
        if len(regions) != 1:
            continue
        _, first, end = regions[0]
        inside = [number for number in text if first <= number < end]
        if _size(page.lines[number] for number in inside) >= enough:
            head = page.head if _is_headed(page) and page.head.stop <= first else ()
            return [page.lines[number] for number in (*head, *inside)]
    return page.lines


def _size(lines: Iterable[str]) -> int:
    return sum(map(len, lines))
