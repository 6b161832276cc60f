"""What advice and events have in common: weights of stems, pairs that are alike, groups of them.

All of it is state that follows from the sentences there are: what a load changes is what the whole
would come to as well. A sentence is looked at again where it is new, or where one of its stems
became rarer or more common by half.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dash_intel.enrich.evidence import Found
from dash_intel.enrich.linkage import connected, groups, medoid
from dash_intel.enrich.neighbours import Marks, Vectors, Whole, chained, vectors
from dash_intel.enrich.similar import weight
from dash_intel.store.duck import Connection
from dash_intel.store.tables import reader

SENTENCES_A_READ = 16_384
_SIGN = 1 << 31
_MOST_STEPS = 64
_FEW = 64


@dataclass(frozen=True, slots=True)
class Corpus:
    """Which tables hold the sentences, ``advice`` or ``event``, and how they are grouped.

    Groups are joined where the mean of their pairs is at least ``least`` thousandths. Weights
    change in strides of so many steps: long sentences have many stems, each of which may take the
    next stride with any load. All stems of fewer than ``least_steps`` weigh as little as if every
    sentence had them, but for those of few sentences. ``capitals`` is the column of stems that
    stand nowhere in small letters; a name is evidence where at most ``most_named`` sentences have
    it.
    """

    name: str
    least: int
    stride: int = 1
    least_steps: int = 0
    capitals: str = "marked"
    most_named: int = 0


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences by rising id, with their stems."""

    ids: Whole
    vectors: Vectors

    def without(self, stems: Sequence[int | None]) -> "Sentences":
        """Return them without one stem each."""
        return Sentences(self.ids, self.vectors.without(stems))

    def at(self, ids: Iterable[int]) -> npt.NDArray[np.bool_]:
        """Tell which of them have one of these ids."""
        return np.isin(self.ids, np.fromiter(ids, np.int64))


def hashed(*parts: str) -> int:
    """Return 63 bits that follow from ``parts``."""
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@lru_cache(maxsize=131_072)
def stem_number(stem: str) -> int:
    """Return the 32 bits, with a sign, that stand for a stem."""
    return (crc32(stem.encode("utf-8", "surrogatepass")) ^ _SIGN) - _SIGN


def stem_numbers(stems: Iterable[str]) -> list[int]:
    """Return the numbers of stems in rising order."""
    return sorted({stem_number(stem) for stem in stems})


def insert(connection: Connection, table: str, columns: Mapping[str, pa.Array]) -> None:
    """Add rows, given by column."""
    connection.register("batch", reader(pa.table(dict(columns))))
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")  # noqa: S608 - our own table
    connection.unregister("batch")


def note_changed(connection: Connection, corpus: Corpus) -> bool:
    """Weigh all stems again and note in ``changed`` whose sentence is to be looked at again.

    ``fresh`` holds the ids of new sentences. Returns whether there is anything to do.
    """
    name = corpus.name
    steps = "greatest(0, length(bin(total.sentences)) - length(bin(counted.sentences)))"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE weighed AS "  # noqa: S608 - our own tables
        f"WITH used AS (SELECT unnest(stems) AS stem FROM {name}_wording), "
        f"counted AS (SELECT stem, count(*) AS sentences FROM used GROUP BY stem), "
        f"total AS (SELECT count(*) AS sentences FROM {name}_wording) "
        f"SELECT stem, CASE WHEN {steps} >= {corpus.least_steps} "
        f"OR counted.sentences <= {_FEW} "
        f"THEN {steps} // {corpus.stride} * {corpus.stride} ELSE 0 END AS steps, "
        f"counted.sentences <= {corpus.most_named} AS is_rare "
        "FROM counted CROSS JOIN total"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE changed AS "  # noqa: S608 - our own tables
        f"WITH used AS (SELECT id, unnest(stems) AS stem FROM {name}_wording), "
        f"differing AS (SELECT stem FROM weighed ANTI JOIN {name}_stem "
        f"ON weighed.stem = {name}_stem.stem AND weighed.steps = {name}_stem.steps "
        f"AND weighed.is_rare = {name}_stem.is_rare) "
        "SELECT DISTINCT used.id FROM used SEMI JOIN differing ON used.stem = differing.stem "
        "UNION SELECT id FROM fresh"
    )
    connection.execute(f"DELETE FROM {name}_stem")  # noqa: S608 - our own table
    connection.execute(f"INSERT INTO {name}_stem SELECT stem, steps, is_rare FROM weighed")  # noqa: S608
    found = connection.execute(
        f"SELECT (SELECT count(*) FROM changed) + (SELECT count(*) FROM {name}_member "  # noqa: S608
        f"ANTI JOIN {name}_wording ON {name}_member.id = {name}_wording.id)"
    ).fetchone()
    return found is not None and found[0] > 0


def sentences(connection: Connection, corpus: Corpus, chosen: str) -> Sentences:
    """Return the sentences whose ids ``chosen``, a SELECT of ours, gives, by rising id."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE chosen AS "  # noqa: S608 - our own statement
        "SELECT id, row_number() OVER (ORDER BY id) - 1 AS owner "
        f"FROM (SELECT DISTINCT id FROM ({chosen}))"
    )
    ids = _ids(connection, "SELECT id FROM chosen ORDER BY owner")
    starts = range(0, max(1, len(ids)), SENTENCES_A_READ)
    parts = [
        _read(connection, corpus, range(len(ids))[at : at + SENTENCES_A_READ]) for at in starts
    ]
    return Sentences(ids, chained(parts))


def _read(connection: Connection, corpus: Corpus, which: range) -> Vectors:
    name = corpus.name
    flat = connection.execute(
        "WITH flat AS (SELECT chosen.owner, sentence.marked, "  # noqa: S608 - our own tables
        f"sentence.{corpus.capitals} AS capitals, unnest(sentence.stems) AS stem "
        f"FROM {name}_wording AS sentence INNER JOIN chosen ON sentence.id = chosen.id "
        "WHERE chosen.owner BETWEEN $first AND $last) "
        "SELECT flat.owner - $first AS owner, flat.stem, weight.steps, "
        "list_contains(flat.marked, flat.stem) AS is_marked, "
        "weight.is_rare AND list_contains(flat.capitals, flat.stem) AS is_capital "
        f"FROM flat INNER JOIN {name}_stem AS weight ON flat.stem = weight.stem",
        {"first": which.start, "last": which.stop - 1},
    ).fetchnumpy()
    marks = Marks(*(np.asarray(flat[name], np.bool_) for name in ("is_marked", "is_capital")))
    steps = np.asarray(flat["steps"])
    weights = np.array([weight(step) for step in range(_MOST_STEPS)], np.int64)[steps]
    owners = np.asarray(flat["owner"], np.int64)
    stems = np.asarray(flat["stem"], np.int32)
    return vectors(owners, stems, weights, marks, len(which))


def regroup(connection: Connection, corpus: Corpus, found: Found, ids: Whole) -> None:
    """Take in the pairs of changed sentences and make anew the groups that they may change."""
    name = corpus.name
    is_stale = (
        "SELECT id FROM changed UNION ALL "  # noqa: S608 - our own tables
        f"(SELECT one FROM {name}_pair UNION SELECT other FROM {name}_pair "
        f"EXCEPT SELECT id FROM {name}_wording)"
    )
    stale = f"one IN ({is_stale}) OR other IN ({is_stale})"
    parted = connection.execute(
        f"SELECT one, other FROM {name}_pair WHERE {stale}"  # noqa: S608 - our own tables
    ).fetchnumpy()
    connection.execute(f"DELETE FROM {name}_pair WHERE {stale}")  # noqa: S608 - our own tables
    columns = {
        "one": pa.array(ids[found.one]),
        "other": pa.array(ids[found.other]),
        "similarity": pa.array(found.likeness),
    }
    insert(connection, f"{name}_pair", columns)
    changed = _ids(connection, "SELECT id FROM changed")
    gone = _ids(
        connection,
        f"SELECT id FROM {name}_member EXCEPT SELECT id FROM {name}_wording",  # noqa: S608
    )
    touched = np.unique(np.concatenate([*parted.values(), changed, gone]).astype(np.int64))
    _group_again(connection, corpus, touched)


def _group_again(connection: Connection, corpus: Corpus, touched: Whole) -> None:
    pairs = connection.execute(
        f"SELECT one, other, similarity FROM {corpus.name}_pair"  # noqa: S608 - our own table
    ).fetchnumpy()
    one, other, likeness = (np.asarray(pairs[key]) for key in ("one", "other", "similarity"))
    is_near = connected(one, other, touched)
    touched = np.unique(np.concatenate((touched, one[is_near], other[is_near])))
    edges = list(
        zip(one[is_near].tolist(), other[is_near].tolist(), likeness[is_near].tolist(), strict=True)
    )
    connection.register("touched", reader(pa.table({"id": pa.array(touched)})))
    connection.execute(
        f"DELETE FROM {corpus.name}_member WHERE id IN (SELECT id FROM touched)"  # noqa: S608
    )
    connection.unregister("touched")
    insert(connection, f"{corpus.name}_member", _members(edges, corpus.least))


def _members(edges: Sequence[tuple[int, int, int]], least: int) -> Mapping[str, pa.Array]:
    alike = {(one, other): likeness for one, other, likeness in edges}
    columns: dict[str, list[object]] = defaultdict(list)
    for group in groups(edges, least):
        canonical = medoid(group, alike)
        for item in group:
            pair = min(item, canonical), max(item, canonical)
            columns["id"].append(item)
            columns["group_key"].append(group[0])
            columns["is_canonical"].append(item == canonical)
            columns["similarity"].append(1000 if item == canonical else alike[pair])
    return {
        name: pa.array(columns[name], kind)
        for name, kind in (
            ("id", pa.int64()),
            ("group_key", pa.int64()),
            ("is_canonical", pa.bool_()),
            ("similarity", pa.int32()),
        )
    }


def _ids(connection: Connection, sql: str) -> Whole:
    found: Whole = np.asarray(connection.execute(sql).fetchnumpy()["id"], np.int64)
    return found
