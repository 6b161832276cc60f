"""CSV tables with a column of text, read as they stream by."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from dash_intel.read.decode import mended, text_of
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.records import (
    no_text_column,
    record,
    text_column,
    text_columns,
    until_broken,
)

_DELIMITERS = (",", ";", "\t", "|")


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the text of each row; ``source!3`` is the third after the header.

    Comma, semicolon, tab or bar separate cells, whichever shows a column of text in the header. A
    row that breaks the quoting ends the reading, since nothing says where the next one starts.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.record_characters))
    with text_of(stream) as text:
        lines = _lines(text, limits)
        header = next(lines, "")
        if not header.strip():
            raise UnreadableError("empty", "It holds no text.")
        delimiter, names = _header(mended(header))
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        outcomes = (
            _outcome(row, names, f"{source}!{number}", limits) for number, row in _numbered(rows)
        )
        yield from until_broken(outcomes, source, limits)


def _lines(text: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    while line := text.readline(limits.record_characters):
        if len(line) == limits.record_characters and not line.endswith(("\n", "\r")):
            raise UnreadableError(
                "line_too_long",
                f"A line of it has more than {limits.record_characters:,} characters; it and what "
                "follows was left out.",
            )
        yield line


def _header(line: str) -> tuple[str, list[str]]:
    """Return the delimiter and the names of the columns."""
    broken: csv.Error | None = None
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader([line], delimiter=delimiter))
        except csv.Error as error:
            broken = error
            continue
        if text_columns(names):
            text_column(names)
            return delimiter, names
    if broken:
        raise UnreadableError("broken_csv", f"Its header breaks the format: {broken}.")
    raise no_text_column()


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for row in rows:
            if row:
                number += 1
                yield number, row
        if not number:
            raise UnreadableError("empty", "It holds no row below its header.")
    except csv.Error as error:
        raise UnreadableError(
            "broken_csv",
            f"Row {number + 1:,} breaks the format ({error}); it and what follows was left out.",
        ) from error


def _outcome(row: list[str], names: list[str], source: str, limits: Limits) -> Outcome:
    try:
        return record(_named(row, names), source, limits)
    except UnreadableError as unreadable:
        return unreadable.rejection(source)


def _named(row: list[str], names: list[str]) -> dict[str, str]:
    if len(row) < len(names) or any(cell.strip() for cell in row[len(names) :]):
        raise UnreadableError(
            "broken_record",
            f"It has {len(row)} cells and the header {len(names)}: put cells that hold the "
            "delimiter in quotes.",
        )
    name = text_column(names)
    return {name: mended(row[names.index(name)])}
