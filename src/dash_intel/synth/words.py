"""The words that synthetic reports are made of: files in ``words/``, loaded once."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about; headlines hold places to fill in."""

    happening: str
    target: str
    actor: str
    method: str
    loss: str
    headline: str
    second_headline: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country and two of its cities."""

    country: str
    city: str
    second_city: str


@cache
def sentences(name: str) -> tuple[str, ...]:
    """Return the sentences of ``name``.txt, with names in braces where words are filled in."""
    return tuple(_read(f"{name}.txt").splitlines())


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words of one list of ``lists.csv``, the commonest first."""
    return tuple(row["words"] for row in _rows("lists") if row["name"] == name)


@cache
def subjects() -> tuple[Subject, ...]:
    """Return the subjects, the commonest first."""
    return tuple(
        Subject(
            happening=row["happening"],
            target=row["target"],
            actor=row["actor"],
            method=row["method"],
            loss=row["loss"],
            headline=row["headline"],
            second_headline=row["second_headline"],
            tags=tuple(row["tags"].split("; ")),
        )
        for row in _rows("subjects")
    )


@cache
def places() -> tuple[Place, ...]:
    """Return the countries, those most written about first."""
    return tuple(Place(row["country"], row["city"], row["second_city"]) for row in _rows("places"))


@cache
def publishers() -> tuple[str, ...]:
    """Return invented publishers, the busiest first."""
    return tuple(
        f"{place} {kind}" for kind in words("publisher_kind") for place in words("publisher_place")
    )


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    yield from csv.DictReader(_read(f"{name}.csv").splitlines(), strict=True)


def _read(name: str) -> str:
    file = resources.files("dash_intel.synth") / "words" / name
    return file.read_text(encoding="utf-8")
