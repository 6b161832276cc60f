"""Reading one file, or bytes that never were one."""

import os
import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from dash_intel.read.folder import FileRef, failed, not_a_file
from dash_intel.read.formats import read_stream
from dash_intel.read.limits import LIMITS, Limits
from dash_intel.read.names import printable, suffix
from dash_intel.read.outcome import Outcome, UnreadableError

_WITHOUT_WAITING = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY


def read_file(ref: FileRef, limits: Limits = LIMITS) -> Iterator[Outcome]:
    """Give the texts that a file holds and what of it could not be read; it never raises."""
    try:
        with _opened(ref.path) as stream:
            yield from read_stream(stream, ref.path.name, ref.source, limits)
    except UnreadableError as unreadable:
        yield unreadable.rejection(ref.source)
    except OSError as error:
        yield failed(error).rejection(ref.source)


def read_bytes(name: str, data: bytes, limits: Limits = LIMITS) -> Iterator[Outcome]:
    """Give the texts that ``data`` holds: an upload, pasted text or standard input.

    ``name`` is the source, and is read by its extension as that of a file is.
    """
    source = printable(name).strip() or "unnamed"
    yield from read_stream(BytesIO(data), f"data{suffix(name)}", source, limits)


def _opened(path: Path) -> IO[bytes]:
    """Open a file, and nothing else, without ever waiting for another process."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise not_a_file()
    descriptor = os.open(path, _WITHOUT_WAITING)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise not_a_file()
    return os.fdopen(descriptor, "rb")
