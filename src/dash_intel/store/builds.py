"""Which builds of the database there are, and which one is current.

A folder holds ``build-000007.duckdb`` (never written again once published), two builds before it,
``current`` (one line, the name of the current build) and ``loader.lock``. A build in the making is
``build-000008.duckdb.part``. Numbers only rise.
"""

import os
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dash_intel.errors import StoreError
from dash_intel.store.duck import store_errors

KEPT_BUILDS = 3
POINTER = "current"

_NAME = re.compile(r"build-([0-9]{6,12})\.duckdb", re.ASCII)
_LONGEST_POINTER = 64


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: a database file that nobody writes to any more. Times are UTC."""

    number: int
    path: Path
    published_at: datetime


def current_build(directory: Path) -> Build | None:
    """Return the build that ``directory`` points to, None where there is no database yet.

    Raises ``StoreError`` where the pointer names anything but a build that is there.
    """
    pointer = directory / POINTER
    with store_errors(pointer):
        try:
            with pointer.open("rb") as file:
                content = file.read(_LONGEST_POINTER)
        except (FileNotFoundError, NotADirectoryError):
            return None
    name = content.decode("ascii", errors="replace").removesuffix("\n")
    match = _NAME.fullmatch(name)
    path = directory / name if match else None
    if match is None or path is None or path.is_symlink() or not path.is_file():
        raise StoreError(
            f"The file {pointer} names no build in its folder: write the name of one of the "
            "build files there into it, or remove it to start afresh."
        )
    published_at = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    return Build(int(match[1]), path, published_at)


def build_path(directory: Path, number: int) -> Path:
    """Return the path of the build of this number."""
    return directory / f"build-{number:06}.duckdb"


def point_to(path: Path) -> None:
    """Make ``path`` the current build: one atomic step, on disk when this returns."""
    pointer = path.parent / POINTER
    fresh = pointer.with_name(f"{POINTER}.part")
    fresh.write_text(f"{path.name}\n", encoding="ascii")
    on_disk(fresh)
    fresh.replace(pointer)
    on_disk(path.parent)


def on_disk(path: Path) -> None:
    """Return once the file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def next_number(directory: Path) -> int:
    """Return a number that no build here ever had."""
    return max(map(_number, _builds(directory)), default=0) + 1


def remove_parts(directory: Path) -> None:
    """Remove what loads that were cut off left half written."""
    for path in directory.glob("build-*.duckdb.part*"):
        _remove(path)


def remove_old(directory: Path) -> None:
    """Remove all builds but the last three."""
    for path in _builds(directory)[:-KEPT_BUILDS]:
        path.unlink(missing_ok=True)


def _builds(directory: Path) -> list[Path]:
    found = (path for path in directory.glob("build-*.duckdb") if _NAME.fullmatch(path.name))
    return sorted(found, key=_number)


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name)
    return int(match[1]) if match else 0


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
