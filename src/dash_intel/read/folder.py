"""Finding files: folders walked in order, links and oddities turned away."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dash_intel.model.source import Rejection
from dash_intel.read.limits import LIMITS, Limits
from dash_intel.read.names import is_clutter, printable
from dash_intel.read.outcome import UnreadableError

NOT_FOUND: Final = "not_found"
"""Code of the rejection of a path at which nothing is."""


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file to read: where it is, and the source its text will name."""

    path: Path
    source: str


Found = FileRef | Rejection


def find(paths: Iterable[Path], limits: Limits = LIMITS) -> Iterator[Found]:
    """Give the files that ``paths`` name, those of folders sorted by name.

    A source is the path below the named folder, with ``/``; of a file that was named itself, its
    name. Hidden files and what systems leave behind are left out in folders. Links to files are
    followed within the named folder, links to folders never.
    """
    for path in paths:
        try:
            status = path.stat()
        except (OSError, RuntimeError, ValueError) as error:
            yield failed(error, was_found=False).rejection(printable(str(path)))
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(path, limits)
        else:
            yield _file(path, printable(path.name), status)


def failed(
    error: OSError | RuntimeError | ValueError, *, was_found: bool = True
) -> UnreadableError:
    """Return what an error of the file system means for a file that was or was not seen before."""
    if isinstance(error, FileNotFoundError | NotADirectoryError) and was_found:
        return UnreadableError(
            "vanished", "It was moved or deleted while it was read: load it again."
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return UnreadableError(
            NOT_FOUND, "There is no file or folder of this name: check the path."
        )
    if isinstance(error, PermissionError):
        return UnreadableError(
            "no_permission", "This user may not read it: change its permissions or its owner."
        )
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return UnreadableError("link_circle", "It is a link that leads back to itself: remove it.")
    return UnreadableError("read_error", f"The system could not read it: {error.strerror}.")


def _walk(root: Path, limits: Limits) -> Iterator[Found]:
    waiting = [(root, 0)]
    while waiting:
        path, depth = waiting.pop()
        source = printable(path.relative_to(root).as_posix() if depth else root.name)
        try:
            status = path.stat() if path == root else _status(path, root)
            if stat.S_ISDIR(status.st_mode):
                waiting.extend((child, depth + 1) for child in _children(path, depth, limits))
            else:
                yield _file(path, source, status)
        except UnreadableError as unreadable:
            yield unreadable.rejection(source)
        except (OSError, RuntimeError) as error:
            yield failed(error).rejection(source)


def _children(folder: Path, depth: int, limits: Limits) -> list[Path]:
    """Return what is in ``folder``, the last first."""
    if depth >= limits.folder_depth:
        raise UnreadableError(
            "folder_too_deep",
            f"More than {limits.folder_depth} folders are inside each other: load this one itself.",
        )
    wanted = (child for child in folder.iterdir() if not is_clutter(child.name))
    return sorted(wanted, key=lambda child: child.name, reverse=True)


def _status(path: Path, root: Path) -> os.stat_result:
    """Return what stands at ``path``, or at the end of the link that it is."""
    status = path.lstat()
    if not stat.S_ISLNK(status.st_mode):
        return status
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError as error:
        raise UnreadableError(
            "broken_link", "It is a link to a file that is not there: remove it."
        ) from error
    if not target.is_relative_to(root.resolve()):
        raise UnreadableError(
            "link_outside", "It is a link that leads out of the folder: copy the file itself."
        )
    status = target.stat()
    if stat.S_ISDIR(status.st_mode):
        if path.parent.resolve().is_relative_to(target):
            raise UnreadableError(
                "link_circle", "It is a link to a folder that it is in: remove it."
            )
        raise UnreadableError(
            "link_to_folder", "It is a link to another folder, which is read under its own name."
        )
    return status


def _file(path: Path, source: str, status: os.stat_result) -> Found:
    if stat.S_ISREG(status.st_mode):
        return FileRef(path, source)
    return not_a_file().rejection(source)


def not_a_file() -> UnreadableError:
    """Return why a pipe, socket or device is not read."""
    return UnreadableError(
        "not_a_file", "It is a pipe, socket or device, not a file: pass it as standard input."
    )
