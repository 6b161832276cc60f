"""What a file really is, by its first bytes."""

from typing import IO

from dash_intel.read.limits import Limits
from dash_intel.read.zips import opened

PDF, DOCX, ZIP, PARQUET, HTML = ".pdf", ".docx", ".zip", ".parquet", ".html"

LABELS = {
    ".txt": "plain text",
    ".md": "Markdown",
    ".html": "an HTML page",
    ".htm": "an HTML page",
    ".pdf": "a PDF",
    ".docx": "a Word document (DOCX)",
    ".jsonl": "JSON Lines",
    ".json": "JSON",
    ".csv": "CSV",
    ".parquet": "a Parquet file",
    ".zip": "a ZIP archive",
}
"""What the extensions that are read stand for."""

SUPPORTED = tuple(LABELS)
"""The extensions that are read."""

_HEAD_BYTES = 1_024
_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"PAR1", PARQUET),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or protected Office document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_PAGE_STARTS = (b"<!doctype html", b"<html")
_OFFICE_PARTS = (
    ("word/", DOCX),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
)


def kind(stream: IO[bytes], limits: Limits) -> str | None:
    """Return what the bytes of ``stream`` show, None where they show nothing; rewinds it.

    Of formats that are read it is their extension, of others their name in words.

    Raises:
        UnreadableError: It is a ZIP file that cannot be opened.
    """
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = _kind_of_zip(stream, limits)
        stream.seek(0)
        return found
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.lower().startswith(_PAGE_STARTS):
        return HTML
    for signature, found in _SIGNATURES:
        if head.startswith(signature):
            return found
    return None


def _kind_of_zip(stream: IO[bytes], limits: Limits) -> str:
    with opened(stream, limits) as archive:
        names = archive.namelist()
    if "[Content_Types].xml" in names:
        for folder, found in _OFFICE_PARTS:
            if any(name.startswith(folder) for name in names):
                return found
    if names[:1] == ["mimetype"]:
        return "an OpenDocument or EPUB file"
    return ZIP
