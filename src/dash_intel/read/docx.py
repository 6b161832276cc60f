"""Word documents (DOCX)."""

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import IO

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from lxml import etree

from dash_intel.model.source import SourceText
from dash_intel.read.checks import checked, whole
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.word_text import body_lines, styles
from dash_intel.read.zips import ZIP_ERRORS, opened

_DOCX_ERRORS = (
    *ZIP_ERRORS,
    AssertionError,
    AttributeError,
    LookupError,
    OpcError,
    TypeError,
    XmlchemyError,
    etree.LxmlError,
)
"""What python-docx raises on files that break the format."""


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the one text of a document: paragraphs and tables in their order.

    Paragraphs of a list start with ``- ``, cells of a row are separated by tabs. Tracked changes
    count as accepted. Headers, footers, footnotes and comments are not part of the text.
    """
    data = whole(stream, limits.document_bytes)
    _refuse_bomb(data, limits)
    try:
        document = Document(BytesIO(data))
        lines = body_lines(
            document.element.body, styles(document.styles.element), limits.text_lines
        )
    except _DOCX_ERRORS as error:
        raise UnreadableError(
            "broken_docx",
            "It is a Word document that is damaged: open it in Word and save it again.",
        ) from error
    yield SourceText(
        checked("\n".join(lines), limits), (source,), bytes_hash=sha256(data).hexdigest()
    )


def _refuse_bomb(data: bytes, limits: Limits) -> None:
    """Look at the declared sizes; what unpacks to more than it declares fails its checksum."""
    with opened(BytesIO(data), limits) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    is_large = unpacked > limits.docx_bytes or xml > limits.docx_xml_bytes
    if is_large or len(parts) > limits.docx_parts:
        raise UnreadableError(
            "archive_bomb",
            f"It unpacks to {unpacked:,} bytes in {len(parts):,} parts, {xml:,} of them markup, "
            "which is more than a report does: save it as plain text.",
        )
