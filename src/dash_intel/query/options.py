"""What a build offers to choose from: its tags, techniques and publishers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dash_intel.query.filters import KEYS, LONGEST_VALUE, Filters, Unknown
from dash_intel.query.statement import statement
from dash_intel.store import Database

NAMED = ("tags", "techniques", "publishers")
"""The filters whose values are names that stand in the build."""

MOST_OFFERED = 300
"""Names offered of a filter; any other has to be typed."""

Find = Callable[[str, tuple[str, ...]], Mapping[str, str]]
"""Takes one of ``NAMED`` and what was typed; returns what was typed → the value that it means."""


def offered(database: Database, name: str) -> tuple[str, ...]:
    """Return the values of one of ``NAMED`` as they were read, the most frequent first."""
    return database.once(
        ("offered", name),
        lambda: tuple(one for one in _names(database, name, ()) if len(one) <= LONGEST_VALUE),
    )


def corrected_tags(database: Database) -> tuple[str, ...]:
    """Return the tags that somebody put in place of those that were read, by name."""
    return tuple(str(name) for (name,) in database.cells(statement("corrected_tags")))


def found(database: Database, name: str, typed: tuple[str, ...]) -> Mapping[str, str]:
    """Return typed → the value that was read and that it means, in capitals or not.

    What means none is left out.
    """
    return meant(_names(database, name, sorted({*typed, *map(str.lower, typed)})), typed)


def meant(names: Sequence[str], typed: Sequence[str]) -> Mapping[str, str]:
    """Return typed → the one of ``names`` that it means: itself, else one but for capitals."""
    means = {one.lower(): one for one in reversed(names)} | {one: one for one in names}
    pairs = ((one, means.get(one) or means.get(one.lower())) for one in typed)
    return {one: name for one, name in pairs if name}


def known(filters: Filters, find: Find) -> tuple[Filters, tuple[Unknown, ...]]:
    """Return the filters with the names that ``find`` finds, and the other names."""
    changed: dict[str, Any] = {}
    dropped: list[Unknown] = []
    for name in NAMED:
        values = getattr(filters, name)
        if values:
            means = find(name, values)
            changed[name] = tuple(means.values())
            dropped += [Unknown(KEYS[name], one) for one in values if one not in means]
    return replace(filters, **changed), tuple(dropped)


def _names(database: Database, name: str, names: Sequence[str]) -> list[str]:
    rows = database.cells(statement(f"offered_{name}"), names=list(names), at_most=MOST_OFFERED)
    return [str(one) for one, _ in rows]
