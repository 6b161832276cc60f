"""What follows from a build and from corrections, in memory beside it, made when first needed."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from dash_intel.store.duck import Connection
from dash_intel.store.schema import statements
from dash_intel.vocab.areas import memberships
from dash_intel.vocab.likelihood import yardsticks

YARDSTICK = "icd203"
"""The yardstick of the figures that a corrected likelihood is ordered by; all give them alike."""


def derive(cursor: Connection) -> None:
    """Make the tables of ``derived.sql`` and ``derived_tables.sql``, in memory."""
    cursor.execute("BEGIN TRANSACTION")
    cursor.execute(statements("derived.sql"))
    places = [(area.kind, area.code, place) for area, place in memberships()]
    _fill(cursor, "area", ("kind", "code", "place"), sorted(places))
    terms = [(term, band.low, band.high) for term, band in yardsticks()[YARDSTICK].items()]
    _fill(cursor, "likelihood_band", ("term", "low", "high"), terms)
    cursor.execute(statements("derived_tables.sql"))
    cursor.execute("COMMIT")


def _fill(
    cursor: Connection, table: str, names: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    cells = map(list, zip(*rows, strict=True))
    cursor.register("incoming", pa.table(dict(zip(names, cells, strict=True))))
    cursor.execute(f"INSERT INTO derived.{table} SELECT * FROM incoming")  # noqa: S608 - a name of ours
    cursor.unregister("incoming")


def correct(cursor: Connection) -> None:
    """Put what corrections make of the readings in place of what was there before."""
    cursor.execute("BEGIN TRANSACTION")
    cursor.execute(statements("corrected.sql"))
    cursor.execute(statements("by_place.sql"))
    cursor.execute(statements("by_sentence.sql"))
    cursor.execute(statements("by_report.sql"))
    cursor.execute("DELETE FROM derived.event_corrected")
    found = _events(cursor)
    if found:
        cursor.executemany("INSERT INTO derived.event_corrected VALUES (?, ?)", list(found.items()))
    cursor.execute("COMMIT")


def _events(cursor: Connection) -> Mapping[int, int]:
    """Return report → event for those whose event somebody corrected."""
    goes_with: dict[int, int | None] = {}
    read: dict[int, int] = {}
    for key, other, event in cursor.execute(statements("corrected_event.sql")).fetchall():
        goes_with[key] = other
        if other is not None:
            read[other] = event
    return {key: _event(key, goes_with, read) for key in goes_with}


def _event(key: int, goes_with: Mapping[int, int | None], read: Mapping[int, int]) -> int:
    """Follow a report to the one that it goes with in the end; a ring is an event of its own."""
    way: list[int] = []
    while key in goes_with and key not in way:
        other = goes_with[key]
        if other is None:
            return key
        way.append(key)
        key = other
    return min(way[way.index(key) :]) if key in way else read[key]
