"""Places of labelled lines: the reading of places on its own, for measuring and other programs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dash_intel.enrich.places import read_text
from dash_intel.read.limits import Limits


@dataclass(frozen=True, slots=True)
class LinePlaces:
    """The places of the text in one line: ISO3 code, role and mentions, by share."""

    number: int
    id: str | int | None
    places: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read, and why."""

    number: int
    reason: str


def places_of_lines(lines: Iterable[bytes]) -> Iterator[LinePlaces | BadLine]:
    """Yield what each line ``{id, title, text}`` speaks of, in order; blank lines are left out."""
    most = Limits().record_characters
    for number, line in enumerate(lines, start=1):
        if len(line) > 4 * most:
            yield BadLine(number, f"it has more than {most:,} characters.")
        elif line.strip():
            yield _read(number, line)


def _read(number: int, line: bytes) -> LinePlaces | BadLine:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return BadLine(number, "it is not UTF-8.")
    except (ValueError, RecursionError) as error:
        return BadLine(number, f"it is no JSON: {error}.")
    if not isinstance(record, dict):
        return BadLine(number, "it is no JSON object.")
    return _of_record(number, record)


def _of_record(number: int, record: Mapping[str, object]) -> LinePlaces | BadLine:
    identity, title, text = record.get("id"), record.get("title"), record.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int | None):
        return BadLine(number, "its id is neither a string nor a whole number.")
    if not isinstance(text, str):
        return BadLine(number, "it has no string called text.")
    if not isinstance(title, str | None):
        return BadLine(number, "its title is no string.")
    found = read_text(title or "", text).places
    return LinePlaces(
        number, identity, tuple((place.iso3, place.role, place.mentions) for place in found)
    )
