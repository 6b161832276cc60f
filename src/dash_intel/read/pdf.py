"""PDF files with a text layer."""

import logging
import struct
import time
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import IO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from dash_intel.model.source import SourceText
from dash_intel.read.checks import checked, whole
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting

_PDF_ERRORS = (
    PyPdfError,
    DependencyError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf raises on files that break the format; its own errors do not cover them."""

_GARBLED_SHARE = 10
"""One unreadable character in so many makes a text layer useless."""

_UNREADABLE = dict.fromkeys((*range(9), 11, *range(14, 32), 127), "\ufffd")
_LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_LEGIBLE = str.maketrans({**_UNREADABLE, **_LIGATURES, ord("\f"): "\n"})

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the one text of a PDF: its pages' lines as they stand, page after page."""
    data = whole(stream, limits.document_bytes)
    try:
        text = _text(PdfReader(BytesIO(data)), limits)
    except _PDF_ERRORS as error:
        raise UnreadableError(
            "broken_pdf", "It is a PDF that is cut off or damaged: fetch or export it anew."
        ) from error
    yield SourceText(
        checked(_legible(text), limits), (source,), bytes_hash=sha256(data).hexdigest()
    )


def _text(pdf: PdfReader, limits: Limits) -> str:
    if pdf.is_encrypted:
        raise UnreadableError("encrypted", "It is protected: save it without protection.")
    if len(pdf.pages) > limits.pdf_pages:
        raise UnreadableError(
            "too_many_pages",
            f"It has {len(pdf.pages):,} pages, and at most {limits.pdf_pages:,} are read: split "
            "it.",
        )
    watch = _Watch(limits)
    pages: list[str] = []
    size = 0
    for page in pdf.pages:
        watch()
        pages.append(page.extract_text(visitor_operand_before=watch))
        size += len(pages[-1])
        if size > limits.text_characters:
            break
    return "\n".join(page.strip("\n") for page in pages)


class _Watch:
    """Raises ``UnreadableError`` when called after the time for one PDF is over."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.pdf_seconds
        self._until = time.monotonic() + limits.pdf_seconds

    def __call__(self, *_: object) -> None:
        if time.monotonic() > self._until:
            raise UnreadableError(
                "too_slow",
                f"Its pages take more than {self._seconds:g} seconds to read: export it anew.",
            )


def _legible(text: str) -> str:
    """Return ``text`` with ligatures as letters and what cannot be a character as U+FFFD.

    Raises:
        UnreadableError: There is no text, or too much of it is unreadable.
    """
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.translate(_LEGIBLE)
    if not text.strip():
        raise UnreadableError("no_text_layer", "It has no text layer: run OCR on it first.")
    if text.count("\ufffd") * _GARBLED_SHARE > len(text):
        raise UnreadableError(
            "no_text_layer", "The characters of its text layer are unknown: run OCR on it first."
        )
    return "\n".join(line.rstrip() for line in text.split("\n"))
