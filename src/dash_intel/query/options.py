"""What a build offers to choose from: its tags, techniques and publishers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash_intel.query.filters import KEYS, LONGEST_VALUE, Filters, Unknown
from dash_intel.query.statement import statement
from dash_intel.store import Database

NAMED = ("tags", "techniques", "publishers")
"""The filters whose values are names that stand in the build."""

MOST_OFFERED = 300
"""Names offered of a filter; any other has to be typed."""


def offered(database: Database, name: str) -> tuple[str, ...]:
    """Return the values of one of ``NAMED``, the most frequent first."""
    return tuple(one for one in _names(database, name, ()) if len(one) <= LONGEST_VALUE)


def found(database: Database, name: str, typed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return pairs of what was typed and the value that it means, in capitals or not.

    What means none is left out.
    """
    names = _names(database, name, sorted({*typed, *map(str.lower, typed)}))
    means = {one.lower(): one for one in reversed(names)} | {one: one for one in names}
    pairs = ((one, means.get(one) or means.get(one.lower())) for one in typed)
    return tuple((one, name) for one, name in pairs if name)


def known(database: Database, filters: Filters) -> tuple[Filters, tuple[Unknown, ...]]:
    """Return the filters with the names that the build has, and the others."""
    changed: dict[str, Any] = {}
    dropped: list[Unknown] = []
    for name in NAMED:
        values = getattr(filters, name)
        if values:
            means = dict(found(database, name, values))
            changed[name] = tuple(means.values())
            dropped += [Unknown(KEYS[name], one) for one in values if one not in means]
    return replace(filters, **changed), tuple(dropped)


def _names(database: Database, name: str, lower: Sequence[str]) -> list[str]:
    rows = database.cells(statement(f"offered_{name}"), names=list(lower), at_most=MOST_OFFERED)
    return [str(one) for one, _ in rows]
