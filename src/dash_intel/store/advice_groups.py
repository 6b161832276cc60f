"""Groups of the same advice across reports.

Proposals: recommendations and their ids stay as they are. Only newest revisions count. The rules
are in ``docs/groups.md``.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from dash_intel.enrich.evidence import Found, compared, joined
from dash_intel.enrich.lookups import by_two
from dash_intel.enrich.neighbours import met
from dash_intel.enrich.similar import SAME, SHARED, Wording, may_address, wording
from dash_intel.enrich.stems import Mention
from dash_intel.store.conflicts import update_conflicts
from dash_intel.store.duck import Connection
from dash_intel.store.likeness import (
    Corpus,
    Sentences,
    hashed,
    insert,
    note_changed,
    regroup,
    sentences,
    stem_number,
    stem_numbers,
)
from dash_intel.store.schema import statements
from dash_intel.vocab.opposites import MOST_AXES, Side

ADVICE = Corpus("advice", least=round(1000 * SAME))
REPORTS_A_READ = 4_000
MOST_SEEN = 100_000
"""Texts whose wording is remembered for the next report that has the same."""

_NEAR = (
    "SELECT id FROM advice_wording SEMI JOIN (SELECT DISTINCT part FROM advice_wording "
    "SEMI JOIN changed ON advice_wording.id = changed.id) AS wanted "
    "ON advice_wording.part = wanted.part"
)


class _Kept(NamedTuple):
    """A row of the table of wordings."""

    id: int
    part: int
    stems: list[int]
    marked: list[int]
    verbs_for: int
    verbs_against: int
    lead: list[int]
    lead_stem: int | None
    addressee: list[int]


_TYPES: Mapping[str, pa.DataType] = {
    "id": pa.int64(),
    "part": pa.uint64(),
    "stems": pa.list_(pa.int32()),
    "marked": pa.list_(pa.int32()),
    "verbs_for": pa.uint64(),
    "verbs_against": pa.uint64(),
    "lead": pa.list_(pa.int64()),
    "lead_stem": pa.int32(),
    "addressee": pa.list_(pa.int32()),
}


def update_advice(connection: Connection) -> None:
    """Bring the groups and conflicts of advice up to what the newest revisions say."""
    connection.execute(statements("advice_gone.sql"))
    _take_in(connection)
    if note_changed(connection, ADVICE):
        near = sentences(connection, ADVICE, _NEAR)
        regroup(connection, ADVICE, _same(connection, near), near.ids)
        update_conflicts(connection, ADVICE)


def _take_in(connection: Connection) -> None:
    """Add recommendations that are not among the advice yet; ``fresh`` are new wordings."""
    connection.execute("CREATE OR REPLACE TEMP TABLE fresh (id BIGINT)")
    missing = connection.execute(statements("advice_missing.sql")).fetchall()
    keys = [key for (key,) in missing]
    known = _Known(connection)
    for start in range(0, len(keys), REPORTS_A_READ):
        found = connection.execute(
            statements("advice_told.sql"), {"keys": keys[start : start + REPORTS_A_READ]}
        )
        told = [
            (key, position, known.wording(text, _mentions(begin, places)))
            for key, position, text, begin, places in found.fetchall()
        ]
        columns = zip(("report_key", "position", "id"), zip(*told, strict=True), strict=True)
        insert(connection, "advice", {name: pa.array(cells) for name, cells in columns})
        known.write(connection)


class _Known:
    """The wordings there are, and those that are new since they were last written."""

    def __init__(self, connection: Connection) -> None:
        ids = connection.execute("SELECT id FROM advice_wording").fetchall()
        self._ids = {number for (number,) in ids}
        self._seen: dict[tuple[str, tuple[Mention, ...]], int] = {}
        self._fresh: list[_Kept] = []

    def wording(self, text: str, mentions: tuple[Mention, ...]) -> int:
        """Return the id of what ``text`` comes to."""
        number = self._seen.get((text, mentions))
        if number is None:
            kept = _kept(wording(text, mentions))
            number = self._seen[text, mentions] = kept.id
            if number not in self._ids:
                self._ids.add(number)
                self._fresh.append(kept)
        return number

    def write(self, connection: Connection) -> None:
        """Write what is new."""
        for table, names in (("advice_wording", _TYPES), ("fresh", ("id",))):
            columns = {
                name: pa.array([getattr(one, name) for one in self._fresh], _TYPES[name])
                for name in names
            }
            insert(connection, table, columns)
        self._fresh = []
        if len(self._seen) > MOST_SEEN:
            self._seen = {}


def _mentions(begin: int, places: Sequence[Any]) -> tuple[Mention, ...]:
    return tuple(
        Mention(start - begin, end - begin, place["iso3"])
        for place in places
        for start, end in zip(place["spans_start"], place["spans_end"], strict=True)
    )


def _kept(found: Wording) -> _Kept:
    parts = found.parts
    equal = (*sorted(found.countries), "/", *sorted(parts.numbers), "/", str(parts.is_negated))
    verbs_for, verbs_against = (_bits(parts.sides, side) for side in ("for", "against"))
    sign = -1 if parts.is_lead_negated else 1
    lead = sorted(sign * code for code in _lead(parts.lead, parts.lead_stem))
    told = (*sorted(parts.stems), "/", *sorted(parts.names), "/", *map(str, lead), "/")
    told += tuple(sorted(found.addressee))
    return _Kept(
        id=hashed(*told, "/", *equal, "/", str(verbs_for), str(verbs_against)),
        part=hashed(*equal),
        stems=stem_numbers(parts.stems),
        marked=stem_numbers(parts.names),
        verbs_for=verbs_for,
        verbs_against=verbs_against,
        lead=lead,
        lead_stem=stem_number(parts.lead_stem) if parts.lead_stem else None,
        addressee=stem_numbers(found.addressee),
    )


def _bits(sides: Iterable[Side], wanted: str) -> int:
    return sum(1 << side.axis for side in sides if side.side == wanted)


def _lead(sides: Iterable[Side], stem: str) -> list[int]:
    """Return the axes of a lead verb from 1, less than 0 on the other side.

    A verb that has no opposite has an axis of its own, which only a negation turns around.
    """
    found = [(side.axis + 1) * (1 if side.side == "for" else -1) for side in sides]
    return found or ([MOST_AXES + 1 + hashed(stem) % 2**40] if stem else [])


def _same(connection: Connection, near: Sentences) -> Found:
    cells = connection.execute(
        "SELECT part, verbs_for, verbs_against FROM advice_wording "
        "INNER JOIN chosen ON advice_wording.id = chosen.id ORDER BY chosen.owner"
    ).fetchnumpy()
    addressed = connection.execute(
        "SELECT addressee FROM advice_wording "
        "INNER JOIN chosen ON advice_wording.id = chosen.id ORDER BY chosen.owner"
    ).fetchall()
    addressees = [frozenset(cell) for (cell,) in addressed]
    part, verbs_for, verbs_against = (np.asarray(column, np.uint64) for column in cells.values())
    is_changed = near.at(key for (key,) in connection.execute("SELECT id FROM changed").fetchall())
    lookup = by_two(near.vectors, part, np.arange(len(near.ids)))
    parts = []
    for one, other in met(near.vectors, lookup, is_changed, SHARED):
        found = compared(near.vectors, one, other, ADVICE.least)
        a, b = found.one, found.other
        is_opposed = (verbs_for[a] & ~verbs_against[a] & verbs_against[b] & ~verbs_for[b]) | (
            verbs_against[a] & ~verbs_for[a] & verbs_for[b] & ~verbs_against[b]
        )
        may_be = found.names_shared & ~found.is_replaced & (is_opposed == 0) & (part[a] == part[b])
        found = found.chosen(may_be)
        pairs = zip(found.one.tolist(), found.other.tolist(), strict=True)
        one_is = [may_address(addressees[at], addressees[beside]) for at, beside in pairs]
        parts.append(found.chosen(np.array(one_is, np.bool_)))
    return joined(parts)
