"""JSON Lines: one record a line, read as it streams by."""

import io
from collections.abc import Iterator
from typing import IO

from dash_intel.model.source import Rejection
from dash_intel.read.decode import mended, text_of
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.records import json_value, record, until_broken


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the text of each line; ``source!3`` is the third line, blank lines counted.

    A line that cannot be read is rejected, and the lines after it are read.
    """
    with text_of(stream) as text:
        yield from until_broken(_outcomes(text, source, limits), source, limits)


def _outcomes(text: io.TextIOWrapper, source: str, limits: Limits) -> Iterator[Outcome]:
    found = False
    number = 0
    while line := text.readline(limits.record_characters):
        number += 1
        is_cut = len(line) == limits.record_characters and not line.endswith(("\n", "\r"))
        if is_cut:
            _skip_line(text, limits)
        if not line.strip():
            continue
        if not found and _is_json(line):
            raise UnreadableError(
                "wrong_extension",
                "It is one JSON value over many lines, not one a line: rename it to end in .json.",
            )
        found = True
        record_source = f"{source}!{number}"
        if is_cut:
            yield _too_long(number, record_source, limits)
        else:
            yield _outcome(line, number, record_source, limits)
    if not found:
        raise UnreadableError("empty", "It holds no text.")


def _outcome(line: str, number: int, source: str, limits: Limits) -> Outcome:
    try:
        return record(json_value(mended(line.rstrip("\r\n")), limits), source, limits)
    except UnreadableError as unreadable:
        reason = unreadable.reason.replace("(line 1, ", f"(line {number:,}, ")
        return Rejection(source, unreadable.code, reason)


def _too_long(number: int, source: str, limits: Limits) -> Rejection:
    return Rejection(
        source,
        "line_too_long",
        f"Line {number:,} has more than {limits.record_characters:,} characters.",
    )


def _is_json(first_line: str) -> bool:
    start = first_line.strip()
    return start in {"{", "["} or (start.startswith("[") and start[1:].lstrip()[:1] in {"{", ""})


def _skip_line(text: io.TextIOWrapper, limits: Limits) -> None:
    while part := text.readline(limits.record_characters):
        if part.endswith(("\n", "\r")):
            return
