"""ZIP files, opened only when their directory is sound and small enough."""

import os
import struct
import zlib
from typing import IO
from zipfile import BadZipFile, ZipFile

from dash_intel.read.limits import Limits
from dash_intel.read.outcome import UnreadableError

ZIP_ERRORS = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the standard library raises on a ZIP file that is damaged or foreign."""

_END, _END_BYTES, _COMMENT_BYTES = b"PK\x05\x06", 22, 65_535
_LOCATOR, _LOCATOR_BYTES = b"PK\x06\x07", 20
_END_64, _END_64_BYTES = b"PK\x06\x06", 56
_ENTRY_BYTES = 512
"""Directory bytes of a member with a long name."""


def opened(stream: IO[bytes], limits: Limits) -> ZipFile:
    """Return ``stream`` as a ZIP file.

    Its directory costs memory before anything else can be looked at, so its size is looked at
    first.

    Raises:
        UnreadableError: It is damaged or has too many members.
    """
    try:
        if _directory_bytes(stream) > limits.archive_members * _ENTRY_BYTES:
            raise _too_many(limits)
        archive = ZipFile(stream)
    except ZIP_ERRORS as error:
        raise UnreadableError(
            "broken_archive",
            "It is a ZIP file, as DOCX files are too, and it is cut off or damaged: fetch it anew.",
        ) from error
    if len(archive.infolist()) > limits.archive_members:
        raise _too_many(limits)
    return archive


def _too_many(limits: Limits) -> UnreadableError:
    return UnreadableError(
        "too_many_members",
        f"It has more than {limits.archive_members:,} members: split it.",
    )


def _directory_bytes(stream: IO[bytes]) -> int:
    """Return the size of the directory as ``ZipFile`` will find it, 0 where there is none."""
    size = stream.seek(0, os.SEEK_END)
    start = max(0, size - _END_BYTES - _COMMENT_BYTES)
    stream.seek(start)
    tail = stream.read()
    last = tail[-_END_BYTES:]
    is_last = last.startswith(_END) and last.endswith(b"\0\0")
    at = len(tail) - _END_BYTES if is_last else tail.rfind(_END)
    if at < 0 or at + _END_BYTES > len(tail):
        return 0
    return _directory_bytes_64(stream, start + at) or _number("<L", tail, at + 12)


def _directory_bytes_64(stream: IO[bytes], end: int) -> int:
    before = end - _LOCATOR_BYTES - _END_64_BYTES
    if before < 0:
        return 0
    stream.seek(before)
    record = stream.read(_END_64_BYTES + _LOCATOR_BYTES)
    if not (record.startswith(_END_64) and record[_END_64_BYTES:].startswith(_LOCATOR)):
        return 0
    return _number("<Q", record, 40)


def _number(form: str, data: bytes, at: int) -> int:
    number: int = struct.unpack_from(form, data, at)[0]
    return number
