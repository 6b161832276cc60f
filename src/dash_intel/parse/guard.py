"""Profiles of third parties are held to the contract, and named where they break it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dash_intel.errors import ProfileError
from dash_intel.model.span import Span
from dash_intel.parse.blamed import Blamed
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import BUILT_IN, Profile, Reading

_EXACT = {"Tag": "as_written", "Entity": "name"}
"""What the span of an item holds where it is not its ``text``."""


def read_by(profile: Profile, notes: Notes, source: str) -> Reading:
    """Return what ``profile`` reads.

    Raises:
        ProfileError: a profile that is not built in fails, or what it read stands elsewhere.
    """
    if profile.name in BUILT_IN:
        return profile.read(notes)
    with Blamed(profile.name, source):
        reading = profile.read(notes)
        for fault in faults(reading, notes):
            raise ProfileError(f"Profile “{profile.name}” misreads {source}: {fault}.")
    return reading


def faults(reading: Reading, notes: Notes) -> Iterator[str]:
    """Yield what in ``reading`` and ``notes`` does not stand where it says it does."""
    if not isinstance(reading, Reading):
        yield f"it returns a {type(reading).__name__}, not a Reading"
        return
    text = notes.document.text
    for part in (reading.contents, reading.sections, notes.claims, notes.problems):
        yield from _faults(part, text)


def _faults(part: object, text: str) -> Iterator[str]:
    if isinstance(part, Span):
        if not 0 <= part.start <= part.end <= len(text):
            yield f"the span {part.start} to {part.end} is not inside its {len(text)} characters"
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _faults(one, text)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _faults(getattr(part, field.name), text)
        yield from _misquoted(part, text)


def _misquoted(item: object, text: str) -> Iterator[str]:
    kind = type(item).__name__
    span, words = getattr(item, "span", None), getattr(item, _EXACT.get(kind, "text"), None)
    if isinstance(span, Span) and isinstance(words, str) and span.of(text) != words:
        yield f"the words of a {kind} are not those of its span {span.start} to {span.end}"
