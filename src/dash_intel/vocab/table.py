"""Reads the CSV files of this folder, and those of the analyst's own, strictly.

An own folder (``DASH_INTEL_VOCAB``) holds files of the same names and columns. Its rows come after
ours; where a key stands in both, the own row takes the place of ours.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from dash_intel.errors import VocabularyError
from dash_intel.settings import vocabulary_directory

LARGEST = 10_000_000
"""Bytes of a file; the largest of ours has a hundredth of that."""


class Row(dict[str, str]):
    """One row, by column. ``place`` says file and line, ``is_own`` whose row it is."""

    __slots__ = ("is_own", "place")

    def __init__(self, cells: Mapping[str, str], place: str, *, is_own: bool) -> None:
        super().__init__(cells)
        self.place = place
        self.is_own = is_own


def _folder() -> Traversable:
    return resources.files("dash_intel.vocab")


@cache
def rows(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the rows of ``name``.csv, each with exactly ``columns``, the analyst's own last.

    Raises:
        VocabularyError: a file is not UTF-8, has other columns, or a row of another length; the
            message names file and line.
    """
    found = list(_rows(_folder() / f"{name}.csv", columns, is_own=False))
    for file in _own_files():
        if file.name == f"{name}.csv":
            found += _rows(file, columns, is_own=True)
    return tuple(found)


def keyed(name: str, columns: tuple[str, ...], *key: str) -> dict[tuple[str, ...], Row]:
    """Return the rows of ``name``.csv by the columns ``key``, an own row in place of ours.

    Raises:
        VocabularyError: a key is empty or stands twice in one file, or what ``rows`` raises.
    """
    found: dict[tuple[str, ...], Row] = {}
    for row in rows(name, columns):
        own_key = tuple(row[column] for column in key)
        if not all(own_key):
            raise VocabularyError(f"{row.place}: {' and '.join(key)} must not be empty")
        before = found.get(own_key)
        if before is not None and before.is_own == row.is_own:
            raise VocabularyError(f"{row.place}: “{', '.join(own_key)}” stands there already")
        found[own_key] = row
    return found


@cache
def version() -> str:
    """Return the version of all vocabularies together: eight hex digits of their contents."""
    digest = hashlib.sha256()
    for file in [*_files(_folder()), *_own_files()]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def _files(folder: Traversable) -> list[Traversable]:
    found = (file for file in folder.iterdir() if file.name.endswith(".csv"))
    return sorted(found, key=lambda file: file.name)


@cache
def _own_files() -> tuple[Traversable, ...]:
    folder = vocabulary_directory()
    if folder is None:
        return ()
    ours = [file.name for file in _files(_folder())]
    found = _files(folder)
    for file in found:
        if file.name not in ours:
            raise VocabularyError(
                f"{folder / file.name}: there is no vocabulary of that name; there are "
                f"{', '.join(ours)}"
            )
    return tuple(found)


def _rows(file: Traversable, columns: tuple[str, ...], *, is_own: bool) -> Iterator[Row]:
    shown = str(file) if is_own else file.name
    reader = csv.DictReader(_text(file, shown).splitlines(), strict=True)
    try:
        if tuple(reader.fieldnames or ()) != columns:
            raise VocabularyError(f"{shown}:1: the columns must be {', '.join(columns)}")
        for cells in reader:
            place = f"{shown}:{reader.line_num}"
            if None in cells or None in cells.values():
                raise VocabularyError(f"{place}: expected {len(columns)} fields")
            yield Row(cells, place, is_own=is_own)
    except csv.Error as error:
        raise VocabularyError(f"{shown}:{reader.line_num}: {error}") from error


def _text(file: Traversable, shown: str) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise VocabularyError(f"{shown} cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise VocabularyError(f"{shown} is larger than {LARGEST:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise VocabularyError(f"{shown}:{line}: this is not UTF-8") from error
