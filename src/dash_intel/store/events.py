"""Events: reports of one event, grouped by headline and bottom line, day and country.

Proposals, precision first; a report whose places are not read is in no event. The rules are in
``docs/groups.md``.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from dash_intel.enrich.neighbours import Found, Lookup, Whole, by_one, compared, joined, met
from dash_intel.enrich.similar import EVENT, EVENT_PAIR, wording
from dash_intel.enrich.stems import Mention
from dash_intel.store.duck import Connection
from dash_intel.store.likeness import (
    Corpus,
    Sentences,
    hashed,
    insert,
    note_changed,
    regroup,
    sentences,
    stem_numbers,
)
from dash_intel.store.schema import statements

EVENTS = Corpus("event", least=round(1000 * EVENT), marked_weight=2)
DAYS = 3
"""Reports of one event are at most so many days apart."""

REPORTS_A_READ = 4_000
RAREST = 8
"""Two reports of one event share one of so many of their rarest stems."""

_BUCKET = DAYS + 1
_FIRST_DAY = date(1970, 1, 1)


def update_events(connection: Connection) -> None:
    """Bring the events up to what the newest revisions say."""
    connection.execute(statements("event_gone.sql"))
    _take_in(connection)
    if note_changed(connection, EVENTS):
        near = sentences(connection, EVENTS, statements("event_near.sql"))
        regroup(connection, EVENTS, _alike(connection, near), near.ids)


def _take_in(connection: Connection) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE fresh (id BIGINT)")
    missing = connection.execute(statements("event_missing.sql")).fetchall()
    keys = [key for (key,) in missing]
    for start in range(0, len(keys), REPORTS_A_READ):
        found = connection.execute(
            statements("event_told.sql"), {"keys": keys[start : start + REPORTS_A_READ]}
        )
        rows = [_row(*row) for row in found.fetchall()]
        ids, report_keys, days, countries, stems, marked = zip(*rows, strict=True)
        columns = {
            "id": pa.array(ids, pa.int64()),
            "report_key": pa.array(report_keys, pa.int32()),
            "day": pa.array(days, pa.int32()),
            "countries": pa.array(countries, pa.list_(pa.string())),
            "stems": pa.array(stems, pa.list_(pa.int32())),
            "marked": pa.array(marked, pa.list_(pa.int32())),
        }
        insert(connection, "event_wording", columns)
        insert(connection, "fresh", {"id": columns["id"]})


def _row(*cells: Any) -> tuple[int, int, int, list[str], list[int], list[int]]:
    key, report_id, day, countries, places, headline, bluf, headline_start, bluf_start = cells
    head = wording(headline, _mentions(headline, headline_start, places)).parts.stems
    line = wording(bluf, _mentions(bluf, bluf_start, places)).parts.stems
    return (
        hashed(report_id),
        key,
        (day - _FIRST_DAY).days,
        countries,
        stem_numbers(head | line),
        stem_numbers(head),
    )


def _mentions(text: str, begin: int | None, places: Sequence[Any]) -> tuple[Mention, ...]:
    if begin is None:
        return ()
    return tuple(
        Mention(start - begin, end - begin, place["iso3"])
        for place in places
        for start, end in zip(place["spans_start"], place["spans_end"], strict=True)
        if begin <= start and end <= begin + len(text)
    )


def _alike(connection: Connection, near: Sentences) -> Found:
    rows = connection.execute(
        "SELECT event_wording.day, event_wording.countries FROM event_wording "
        "INNER JOIN chosen ON event_wording.id = chosen.id ORDER BY chosen.owner"
    ).fetchall()
    days = np.array([day for day, _ in rows], np.int64)
    countries = [frozenset(names) for _, names in rows]
    changed = near.at(key for (key,) in connection.execute("SELECT id FROM changed").fetchall())
    parts = []
    for one, other in met(near.vectors, _lookup(near, days, countries), changed):
        in_time = np.abs(days[one] - days[other]) <= DAYS
        found = compared(near.vectors, one[in_time], other[in_time], round(1000 * EVENT_PAIR))
        pairs = zip(found.one.tolist(), found.other.tolist(), strict=True)
        shared = [not countries[a].isdisjoint(countries[b]) for a, b in pairs]
        parts.append(found.chosen(np.array(shared, np.bool_)))
    return joined(parts)


def _lookup(near: Sentences, days: Whole, countries: Sequence[frozenset[str]]) -> Lookup:
    """Return keys of country, run of days and rare stem; each report is in two runs of days."""
    owners = np.repeat([at for at, names in enumerate(countries) for _ in names], 2)
    names = [hashed(name) for own in countries for name in sorted(own)]
    runs = days[owners] // _BUCKET + np.tile([0, 1], len(names))
    parts = np.repeat(np.array(names, np.uint64), 2) + runs.astype(np.uint64)
    return by_one(near.vectors, parts, owners, RAREST)
