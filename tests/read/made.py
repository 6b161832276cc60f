"""Files made by hand, and what reading them gives."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

import docx

from dash_intel.model.source import Rejection, SourceText
from dash_intel.read import LIMITS, Limits, read_bytes

HARBOUR = """\
Ferries stay in Port Ardal – Coast Ledger
Published on: 2025-06-04
Intelligence Report: Ferries stay in Port Ardal
1. BLUF (Bottom Line Up Front)
The harbour is likely to stay closed until the pilots’ strike ends.
"""


def read(name: str, data: bytes, limits: Limits = LIMITS) -> list[SourceText | Rejection]:
    """Return all that reading ``data`` gives."""
    return list(read_bytes(name, data, limits))


def text_of(name: str, data: bytes, limits: Limits = LIMITS) -> str:
    """Return the only text of ``data``."""
    (outcome,) = read(name, data, limits)
    assert isinstance(outcome, SourceText), outcome
    return outcome.text


def rejection_of(name: str, data: bytes, limits: Limits = LIMITS) -> Rejection:
    """Return the only rejection of ``data``."""
    (outcome,) = read(name, data, limits)
    assert isinstance(outcome, Rejection), outcome
    return outcome


def in_short(outcomes: Iterable[SourceText | Rejection]) -> list[tuple[str, str]]:
    """Return (source, text) of each text and (source, code) of each rejection."""
    return [
        (outcome.source, outcome.text if isinstance(outcome, SourceText) else outcome.code)
        for outcome in outcomes
    ]


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    """Return a ZIP archive of (name, content) pairs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def word(*lines: str) -> bytes:
    """Return a DOCX file of plain paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """Return the bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF with a text layer: its pages' lines in Helvetica."""
    contents = [_content(lines) for lines in pages]
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + 2 * len(contents), 2))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for content in contents:
        number = len(bodies) + 1
        page = f"/Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
        bodies.append(f"<< /Type /Page {page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        packed = zlib.compress(content)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>".encode()
        bodies.append(head + b"\nstream\n" + packed + b"\nendstream")
    return _numbered(bodies)


def _content(lines: Sequence[str]) -> bytes:
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    shown = (b"(" + line.encode("cp1252") + b") Tj\n" for line in escaped)
    return b"BT /F1 11 Tf 60 780 Td\n" + b"0 -16 Td\n".join(shown) + b"ET"


def _numbered(bodies: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
