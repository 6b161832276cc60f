"""Which builds of the database there are, and which one is current.

A folder holds ``build-000007/`` (``reports.duckdb`` and the search index, never written again once
published), the builds before it that are kept, ``current`` (one line, the name of the current
build), ``purged.jsonl`` (tombstones) and ``loader.lock``. A build in the making is
``build-000008.part/``. Numbers only rise. Builds of the first version are one file each,
``build-000007.duckdb``.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dash_intel.errors import StoreError
from dash_intel.store.duck import store_errors

KEPT_BUILDS = 3
POINTER = "current"
DATABASE_FILE = "reports.duckdb"
NEW = "reports"
"""What DuckDB calls the database of a build in the making."""

INDEX_FOLDER = "search"

_NAME = re.compile(r"build-([0-9]{6,12})(?:\.duckdb)?", re.ASCII)
_STARTED = re.compile(r"build-([0-9]{6,12})(?:\.|$)", re.ASCII)
_LONGEST_POINTER = 64


@dataclass(frozen=True, slots=True)
class Build:
    """A published build, which nobody writes to any more; ``path`` is its database file.

    Times are UTC.
    """

    number: int
    path: Path
    published_at: datetime

    @property
    def entry(self) -> Path:
        """What the pointer names: the build's folder, or the file that is all of an old build."""
        return self.path.parent if self.path.name == DATABASE_FILE else self.path

    @property
    def index(self) -> Path:
        """The folder of its search index; builds of the first version have none."""
        return self.entry / INDEX_FOLDER


def current_build(directory: Path) -> Build | None:
    """Return the build that ``directory`` points to, None where there is no database yet.

    Raises ``StoreError`` where the pointer names anything but a build that is there.
    """
    found = _pointed_to(directory) or _pointed_to(directory)  # it may move on in between
    if found is None and (directory / POINTER).exists():
        raise StoreError(
            f"The file {directory / POINTER} names no build in its folder: name one of those there "
            "with `dash-intel rollback BUILD`, or remove it to start afresh."
        )
    return found


def kept_builds(directory: Path) -> tuple[Build, ...]:
    """Return all builds that are there, by number."""
    with store_errors(directory):
        found = (_build(path) for path in directory.glob("build-*"))
        return tuple(sorted((one for one in found if one), key=lambda one: one.number))


def kept_build(directory: Path, number: int) -> Build:
    """Return the build of this number; ``StoreError`` names those that are there."""
    kept = kept_builds(directory)
    for build in kept:
        if build.number == number:
            return build
    numbers = ", ".join(str(build.number) for build in kept) or "none"
    raise StoreError(f"There is no build {number} in {directory}; there are: {numbers}.")


def size(build: Build) -> int:
    """Return how many bytes the build's files have, those it shares with others included."""
    with store_errors(build.entry):
        if build.entry.is_file():
            return build.entry.stat().st_size
        return sum(path.stat().st_size for path in build.entry.rglob("*") if path.is_file())


@contextmanager
def draft(directory: Path) -> Iterator[Path]:
    """Give the folder of a build in the making; it is removed unless ``put_in_place`` moved it."""
    with store_errors(directory):
        part = directory / f"build-{_next_number(directory):06}.part"
        part.mkdir()
    try:
        yield part
    finally:
        with suppress(OSError):
            _remove(part)


def number_of(part: Path) -> int:
    """Return the number that a build in the making will have."""
    return int(part.stem.removeprefix("build-"))


def put_in_place(part: Path) -> Build:
    """Give a finished build its name, on the disk; it is not current yet."""
    entry = part.with_suffix("")
    with store_errors(entry):
        for path in part.rglob("*"):
            _on_disk(path)
        _on_disk(part)
        part.rename(entry)
        _on_disk(entry.parent)
    build = _build(entry)
    if build is None:
        raise StoreError(f"{entry} is no build: nothing was published.")
    return build


def point_to(build: Build) -> None:
    """Make ``build`` the current one: one atomic step, on disk when this returns."""
    directory = build.entry.parent
    with store_errors(directory):
        write_whole(directory / POINTER, f"{build.entry.name}\n")


def write_whole(path: Path, text: str) -> None:
    """Replace a file's text in one atomic step, on disk when this returns."""
    fresh = path.with_name(f"{path.name}.part")
    fresh.write_text(text, encoding="utf-8")
    _on_disk(fresh)
    fresh.replace(path)
    _on_disk(path.parent)


def spool(directory: Path) -> TemporaryDirectory[str]:
    """Make a folder for what the only writer cannot hold in memory; the next removes what is left.

    Raises ``OSError``.
    """
    return TemporaryDirectory(
        prefix="build-spool-", suffix=".part", dir=directory, ignore_cleanup_errors=True
    )


def remove_parts(directory: Path) -> None:
    """Remove what loads that were cut off left half written."""
    for path in directory.glob("build-*.part*"):
        _remove(path)


def remove_old(directory: Path, current: Build, base: Build | None) -> None:
    """Remove all builds but three: the current one, the one it was built on, and the newest."""
    wanted = {current.number, *([base.number] if base else [])}
    for build in reversed(kept_builds(directory)):
        if build.number in wanted or len(wanted) < KEPT_BUILDS:
            wanted.add(build.number)
        else:
            remove(build)


def remove(build: Build) -> None:
    """Remove a build; who has it open can read on."""
    doomed = build.entry.with_name(f"build-{build.number:06}.old.part")
    build.entry.rename(doomed)
    _remove(doomed)


def _pointed_to(directory: Path) -> Build | None:
    pointer = directory / POINTER
    with store_errors(pointer):
        try:
            with pointer.open("rb") as file:
                content = file.read(_LONGEST_POINTER)
        except (FileNotFoundError, NotADirectoryError):
            return None
    name = content.decode("ascii", errors="replace").removesuffix("\n")
    return _build(directory / name) if _NAME.fullmatch(name) else None


def _build(entry: Path) -> Build | None:
    match = _NAME.fullmatch(entry.name)
    path = entry if entry.suffix else entry / DATABASE_FILE
    if match is None or entry.is_symlink() or path.is_symlink():
        return None
    try:
        if not path.is_file():
            return None
        published_at = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    except FileNotFoundError:
        return None
    return Build(int(match[1]), path, published_at)


def _next_number(directory: Path) -> int:
    taken = (_STARTED.match(path.name) for path in directory.glob("build-*"))
    return max((int(match[1]) for match in taken if match), default=0) + 1


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
