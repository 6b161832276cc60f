"""Names with how many reports speak of them: entities, tags, publishers, techniques."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.query.regions import Subject
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import ENTITY_TYPES, day, named

UNNAMED = "No publisher stated"

MOVED: Mapping[str, Chip] = MappingProxyType(
    {
        "surging": Chip("▲▲ surging"),
        "rising": Chip("▲ rising"),
        "new": Chip("✦ new"),
        "fading": Chip("▼ fading"),
    }
)
"""What is said of a tag that moved; steady ones have nothing to say."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A name and the number of reports behind it; ``key`` is what to ask for them by."""

    subject: Subject
    key: str
    name: str
    note: str
    number: int
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class Tallies:
    """One part of a list of tallies; ``total`` counts those of all parts."""

    shown: tuple[Tally, ...]
    total: int


def entities(found: pd.DataFrame) -> Tallies:
    """Return the rows of ``query.entities.entities``, each with who else speaks of it."""
    shown = tuple(
        _tally("entity", cells.text(row["name"]), cells.number(row["units"]), _spoken_of(row))
        for row in cells.records(found)
    )
    return Tallies(shown, int(found["total"].iloc[0]) if shown else 0)


def tags(found: pd.DataFrame, hidden: frozenset[str]) -> tuple[Tally, ...]:
    """Return the rows of ``query.area_tags.area_tags``: those that moved first, then the most.

    Those that are ``hidden`` are left out, and those that only reports before carry unless they
    fade.
    """
    rows = [row for row in cells.records(found) if cells.text(row["name"]) not in hidden]
    rows = [row for row in rows if row["trend"] in MOVED or cells.number(row["y"])]
    rows.sort(key=lambda row: row["trend"] not in MOVED)
    return tuple(
        _tally(
            "tag",
            cells.text(row["name"]),
            cells.number(row["y"]),
            _change(row),
            MOVED.get(cells.text(row["trend"])),
        )
        for row in rows
    )


def sources(found: pd.DataFrame, subject: Subject) -> tuple[Tally, ...]:
    """Return the publishers, or the techniques, of the rows of ``query.sources.sources``."""
    return tuple(
        _tally(
            subject,
            cells.text(row["name"]),
            cells.number(row["units"]),
            f"newest {day(cells.day(row['last_on']))}",
        )
        for row in cells.records(found)
        if row["kind"] == subject
    )


def _tally(subject: Subject, key: str, number: int, note: str, chip: Chip | None = None) -> Tally:
    return Tally(subject, key, opening(key, 9, TITLE) or UNNAMED, note, number, chip)


def _spoken_of(row: Mapping[str, object]) -> str:
    kind = cells.text(row["type"])
    here, everywhere = cells.number(row["units"]), cells.number(row["all_units"])
    elsewhere = f"{everywhere - here:,} more elsewhere" if everywhere > here else "only here"
    return f"{named(kind, ENTITY_TYPES)} · {elsewhere}" if kind else elsewhere


def _change(row: Mapping[str, object]) -> str:
    y, n = cells.number(row["y"]), cells.number(row["n"])
    before, of_before = cells.number(row["y_before"]), cells.number(row["n_before"])
    now = f"{y:,} of {n:,}"
    return f"{now}, was {before:,} of {of_before:,}" if of_before else f"{now}, nothing before"
