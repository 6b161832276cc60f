"""Reads the CSV files of this folder, strictly."""

import csv
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from dash_intel.errors import VocabularyError


def _folder() -> Traversable:
    return resources.files("dash_intel.vocab")


@cache
def rows(name: str, columns: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    """Return the rows of ``name``.csv, each with exactly ``columns``.

    Raises:
        VocabularyError: the file is not UTF-8, has other columns, or a row of another length;
            the message names file and line.
    """
    file = _folder() / f"{name}.csv"
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{name}.csv cannot be read as UTF-8: {error}") from error
    reader = csv.DictReader(text.splitlines(), strict=True)
    if tuple(reader.fieldnames or ()) != columns:
        raise VocabularyError(f"{name}.csv:1: the columns must be {', '.join(columns)}")
    found = []
    for row in reader:
        if None in row or None in row.values():
            raise VocabularyError(f"{name}.csv:{reader.line_num}: expected {len(columns)} fields")
        found.append(row)
    return tuple(found)


@cache
def version() -> str:
    """Return the version of all vocabularies together: eight hex digits of their contents."""
    digest = hashlib.sha256()
    for file in sorted(_folder().iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".csv"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
