"""Events: reports of one event, grouped by headline and bottom line, day and country.

Proposals, precision first; a report whose places are not read is in no event. The rules are in
``docs/groups.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from dash_intel.enrich.account import account
from dash_intel.enrich.evidence import Found, compared, in_common, joined
from dash_intel.enrich.lookups import by_name, by_one
from dash_intel.enrich.neighbours import Lookup, met
from dash_intel.enrich.similar import EVENT_LIKE, EVENT_NAMED, EVENT_OTHERS, EVENT_RARE, EVENT_STEMS
from dash_intel.enrich.stems import Mention, place_words
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

EVENTS = Corpus(
    "event",
    least=round(1000 * EVENT_NAMED),
    stride=2,
    least_steps=4,
    capitals="capitals",
    most_named=EVENT_RARE,
)
DAYS = 3
"""Reports of one event are at most so many days apart."""

REPORTS_A_READ = 4_000
OWNERS_AT_ONCE = 16_384
RAREST = 10
"""Two reports of one event share one of so many of their rarest stems."""

_NUMBERS = pa.list_(pa.int32())
_TYPES = {
    "id": pa.int64(),
    "report_key": pa.int32(),
    "day": pa.int32(),
    "countries": pa.list_(pa.string()),
    "stems": _NUMBERS,
    "marked": _NUMBERS,
    "capitals": _NUMBERS,
    "headline_places": _NUMBERS,
    "places": _NUMBERS,
    "headed": _NUMBERS,
    "counted": _NUMBERS,
    "counts": _NUMBERS,
    "steps": _NUMBERS,
    "known_steps": _NUMBERS,
}
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
        columns = {
            name: pa.array(cells, kind)
            for (name, kind), cells in zip(_TYPES.items(), zip(*rows, strict=True), strict=True)
        }
        insert(connection, "event_wording", columns)
        insert(connection, "fresh", {"id": columns["id"]})


def _row(*cells: Any) -> tuple[object, ...]:
    key, report_id, day, countries, places, bluf_start, headline, bluf, headline_start = cells
    told = account(headline, bluf)
    here = place_words(headline, _mentions(headline, headline_start, places))
    below = place_words(bluf, _mentions(bluf, bluf_start, places))
    return (
        hashed(report_id),
        key,
        (day - _FIRST_DAY).days,
        countries,
        stem_numbers(told.stems),
        stem_numbers(told.names),
        stem_numbers(told.capitals),
        stem_numbers(here),
        stem_numbers(here | below),
        stem_numbers(told.where),
        stem_numbers(told.counted),
        stem_numbers(told.counts),
        stem_numbers(told.steps),
        stem_numbers(told.known_steps),
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


@dataclass(frozen=True, slots=True)
class _Told:
    """Where and when something happened, by the report that tells of it."""

    day: int
    countries: frozenset[str]
    headline_places: frozenset[int]
    places: frozenset[int]
    headed: frozenset[int]
    counted: frozenset[int]
    counts: frozenset[int]
    steps: frozenset[int]
    known_steps: frozenset[int]
    stems: tuple[int, ...]

    def may_be(self, other: "_Told") -> bool:
        """Tell whether both have a country in common and the headlines do not differ.

        They differ where each names a place that the other report does not, or counts the same
        with another number, or where one is a later step of which the other does not know.
        """
        return (
            not self.countries.isdisjoint(other.countries)
            and (self.headline_places <= other.places or other.headline_places <= self.places)
            and self.steps <= other.known_steps
            and other.steps <= self.known_steps
            and (
                not (self.headed and other.headed)
                or not self.headed.isdisjoint(other.stems)
                or not other.headed.isdisjoint(self.stems)
            )
            and (self.counted.isdisjoint(other.counted) or not self.counts.isdisjoint(other.counts))
        )


def _alike(connection: Connection, near: Sentences) -> Found:
    told = _all_told(connection)
    days = np.array([one.day for one in told], np.int64)
    changed = near.at(key for (key,) in connection.execute("SELECT id FROM changed").fetchall())
    parts = []
    for one, other in met(near.vectors, _lookup(near, told), changed):
        in_time = np.abs(days[one] - days[other]) <= DAYS
        found = compared(near.vectors, one[in_time], other[in_time], EVENTS.least)
        names, others = in_common(near.vectors, found)
        found = found.chosen(
            ((names > 0) & (others >= EVENT_OTHERS))
            | ((found.likeness >= round(1000 * EVENT_LIKE)) & (names + others >= EVENT_STEMS))
        )
        pairs = zip(found.one.tolist(), found.other.tolist(), strict=True)
        may_be = [told[a].may_be(told[b]) for a, b in pairs]
        parts.append(found.chosen(np.array(may_be, np.bool_)))
    return joined(parts)


def _all_told(connection: Connection) -> list[_Told]:
    """Return what the chosen reports tell, numbers of stems once each however many have them."""
    rows = connection.execute(
        "SELECT day, countries, headline_places, places, headed, counted, counts, steps, "
        "known_steps, CASE WHEN len(headed) > 0 THEN stems ELSE [] END FROM event_wording "
        "INNER JOIN chosen ON event_wording.id = chosen.id ORDER BY chosen.owner"
    )
    known: dict[int, int] = {}
    told: list[_Told] = []
    while some := rows.fetchmany(REPORTS_A_READ):
        for day, *cells, stems in some:
            countries, here, places, headed, counted, counts, steps, known_steps = (
                _set(tuple(cell)) for cell in cells
            )
            own = tuple([known.setdefault(stem, stem) for stem in stems])
            told.append(
                _Told(
                    day, countries, here, places, headed, counted, counts, steps, known_steps, own
                )
            )
    return told


@lru_cache(maxsize=4096)
def _set(cell: tuple[Any, ...]) -> frozenset[Any]:
    return frozenset(cell)


def _lookup(near: Sentences, told: Sequence[_Told]) -> Lookup:
    """Return keys of country, run of days and rare stem; each report is in two runs of days."""
    own_places = [at for at, one in enumerate(told) for _ in one.countries]
    owners = np.repeat(np.array(own_places, np.int32), 2)
    countries = [hashed(iso3) for one in told for iso3 in sorted(one.countries)]
    days = np.array([one.day for one in told], np.int64)
    runs = days[owners] // _BUCKET + np.tile([0, 1], len(countries))
    parts = np.repeat(np.array(countries, np.uint64), 2) + runs.astype(np.uint64)
    lookups: list[Lookup] = []
    for start in range(0, len(owners), OWNERS_AT_ONCE):
        own = slice(start, start + OWNERS_AT_ONCE)
        lookups.append(by_one(near.vectors, parts[own], owners[own], RAREST))
        lookups.append(by_name(near.vectors, parts[own], owners[own]))
    if not lookups:
        return Lookup(parts, owners)
    return Lookup(
        np.concatenate([one.keys for one in lookups]),
        np.concatenate([one.owners for one in lookups]),
    )
