"""JSON files: one record, a list of them, or a list under ``reports``."""

from collections.abc import Iterator
from typing import IO

from dash_intel.read.checks import whole
from dash_intel.read.decode import decode
from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.records import json_value, record, until_broken


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the text of each record; ``source!3`` is the third, a single object is ``source``."""
    text = decode(whole(stream, limits.json_bytes))
    if not text.strip():
        raise UnreadableError("empty", "It holds no text.")
    value = json_value(text, limits)
    if isinstance(value, dict) and isinstance(value.get("reports"), list):
        value = value["reports"]
    if not isinstance(value, list):
        yield record(value, source, limits)
        return
    if not value:
        raise UnreadableError("empty", "It holds no record.")
    outcomes = (
        record(item, f"{source}!{number}", limits) for number, item in enumerate(value, start=1)
    )
    yield from until_broken(outcomes, source, limits)
