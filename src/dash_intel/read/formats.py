"""Which reader reads what: the extension says what a file should be, its bytes what it is."""

from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from typing import IO, cast

from dash_intel.read import text
from dash_intel.read.checks import is_binary
from dash_intel.read.kinds import DOCX, LABELS, PARQUET, PDF, SUPPORTED, ZIP, kind
from dash_intel.read.limits import Limits
from dash_intel.read.names import printable, suffix
from dash_intel.read.outcome import Outcome, Reader, UnreadableError

_READERS = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
    ".zip": "archive",
}
"""Modules that need more than text does, imported when the first such file comes."""
_SIGNED = frozenset({PDF, DOCX, ZIP, PARQUET})
_LIST = ", ".join(SUPPORTED)
_HEAD_BYTES = 65_536
_PDF_START_BYTES = 1_024


def read_stream(stream: IO[bytes], name: str, source: str, limits: Limits) -> Iterator[Outcome]:
    """Give what ``stream`` holds, read by the extension of ``name``; the stream can seek.

    Without an extension the stream is looked at, and what shows nothing else is plain text.
    """
    try:
        extension = suffix(name) or _guessed_extension(stream, limits)
        _refuse_other_kind(stream, extension, limits)
    except UnreadableError as unreadable:
        yield unreadable.rejection(source)
        return
    yield from _reader(extension)(stream, source, limits)


def _guessed_extension(stream: IO[bytes], limits: Limits) -> str:
    """Return the extension that suits ``stream``, which has no name that says so; rewinds it."""
    found = kind(stream, limits)
    if found in SUPPORTED:
        return found
    start = _head(stream).removeprefix(b"\xef\xbb\xbf").lstrip()
    inside = start[1:].lstrip()[:1]
    if start.startswith(b"[") and inside in {b"{", b"]"}:
        return ".json"
    if start.startswith(b"{") and inside in {b'"', b"}"}:
        first_line, newline, _ = start.partition(b"\n")
        is_whole = not newline or first_line.rstrip().endswith(b"}")
        return ".jsonl" if is_whole else ".json"
    return ".txt"


@cache
def _reader(extension: str) -> Reader:
    if extension not in _READERS:
        return text.read
    read = import_module(f"{__package__}.{_READERS[extension]}").read
    return cast("Reader", partial(read, read_stream=read_stream) if extension == ZIP else read)


def _refuse_other_kind(stream: IO[bytes], extension: str, limits: Limits) -> None:
    found = kind(stream, limits)
    if extension not in SUPPORTED:
        raise _unsupported(extension, found)
    if found is None:
        if extension in _SIGNED:
            _refuse_unsigned(_head(stream), extension)
    elif found not in SUPPORTED:
        raise UnreadableError(
            "unsupported_format", f"It is {found}, which is not read; what is read: {_LIST}."
        )
    elif LABELS[found] != LABELS[extension]:
        raise UnreadableError(
            "wrong_extension",
            f"It is {LABELS[found]}, not {LABELS[extension]}: rename it to end in {found}.",
        )


def _unsupported(extension: str, found: str | None) -> UnreadableError:
    if found in SUPPORTED:
        hint = f"It is {LABELS[found]}: rename it to end in {found}."
    else:
        hint = f"Files that end in {printable(extension)} are not read; what is read: {_LIST}."
    return UnreadableError("unsupported_format", hint)


def _refuse_unsigned(head: bytes, extension: str) -> None:
    label = LABELS[extension]
    if extension == PDF and b"%PDF-" in head[:_PDF_START_BYTES]:
        return
    if not head.strip():
        raise UnreadableError("empty", "It holds no text.")
    if is_binary(head.decode("latin-1")):
        raise UnreadableError(
            "wrong_extension",
            f"It does not start as {label} does: it is another format or damaged.",
        )
    raise UnreadableError(
        "wrong_extension",
        f"It seems to be plain text, not {label}: rename it to end in .txt.",
    )


def _head(stream: IO[bytes]) -> bytes:
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    return head
