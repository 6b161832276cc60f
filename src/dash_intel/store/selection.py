"""Reports that were chosen, as tables beside the build that queries find under fixed names."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

import duckdb
import numpy as np
import pyarrow as pa

from dash_intel.store.duck import Connection
from dash_intel.store.search import Wanted

Find = Callable[[Wanted], "np.ndarray[tuple[int], np.dtype[np.int32]]"]
"""Returns the keys of the reports that the search index finds."""

MOST_KEPT = 12
"""Selections kept at once; each takes some 25 bytes a report."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How to choose reports: tables with their SELECTs, and the values of their ``$names``.

    Each may read the ones before it; one of the same name takes the place of what it reads. Where
    something is ``wanted`` of the search index, the keys that it finds are the table ``found``
    (``report_key``). The tables of the choice that it is ``upon`` are found too.
    """

    tables: tuple[tuple[str, str], ...]
    values: Mapping[str, object] = field(default_factory=dict)
    wanted: Wanted | None = None
    upon: "Choice | None" = None

    def digest(self, ledger_version: tuple[int, int]) -> str:
        """Return a name for what is chosen while these decisions are in force."""
        said = repr((self.tables, self.values, self.wanted, self.upon, ledger_version))
        return hashlib.sha256(said.encode()).hexdigest()[:24]

    def layers(self) -> "tuple[Choice, ...]":
        """Return the choices that this one is upon, the lowest first, and itself."""
        return (*(self.upon.layers() if self.upon else ()), self)


@dataclass(slots=True)
class _Kept:
    """A selection, by how many it is used; only one of them makes it, the others wait."""

    users: int = 0
    is_made: bool = False
    making: Lock = field(default_factory=Lock)


class Selections:
    """The selections of one open build. Threads may share it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def used(
        self, cursor: Connection, choice: Choice, ledger_version: tuple[int, int], find: Find
    ) -> Iterator[None]:
        """Have ``cursor`` find the tables of ``choice`` by their names; they stay meanwhile."""
        path = "build.main,derived.main"
        with ExitStack() as uses:
            for layer in choice.layers():
                name = f"s_{layer.digest(ledger_version)}"
                path = path.replace("build.main,", f"build.main,derived.{name},")
                kept = uses.enter_context(self._use(cursor, name))
                with kept.making:
                    if not kept.is_made:
                        _make(cursor, name, path, layer, find)
                        kept.is_made = True
            cursor.execute(f"SET search_path = '{path}'")
            yield

    @contextmanager
    def _use(self, cursor: Connection, name: str) -> Iterator[_Kept]:
        with self._lock:
            kept = self._kept.setdefault(name, _Kept())
            kept.users += 1
            self._kept.move_to_end(name)
        try:
            yield kept
        finally:
            with self._lock:
                kept.users -= 1
                self._drop_unused(cursor)

    def _drop_unused(self, cursor: Connection) -> None:
        unused = [name for name, kept in self._kept.items() if not kept.users]
        failed = [name for name in unused if not self._kept[name].is_made]
        for name in failed:
            del self._kept[name]
        made = [name for name in unused if name in self._kept]
        for name in made[: max(0, len(self._kept) - MOST_KEPT)]:
            cursor.execute(f"DROP SCHEMA derived.{name} CASCADE")
            del self._kept[name]


def _make(cursor: Connection, name: str, path: str, choice: Choice, find: Find) -> None:
    with ExitStack() as undone:
        cursor.execute(f"CREATE SCHEMA derived.{name}")
        undone.callback(cursor.execute, f"DROP SCHEMA derived.{name} CASCADE")
        cursor.execute(f"SET search_path = '{path}'")
        if choice.wanted or not choice.upon:
            found = find(choice.wanted) if choice.wanted else np.empty(0, np.int32)
            cursor.register("incoming", pa.table({"report_key": found}))
            cursor.execute(f"CREATE TABLE derived.{name}.found AS SELECT * FROM incoming")  # noqa: S608 - a name of ours
            cursor.unregister("incoming")
        for table, sql in choice.tables:
            cursor.execute(
                f"CREATE OR REPLACE TABLE derived.{name}.{table} AS {sql}",
                named(sql, choice.values),
            )
        undone.pop_all()


def named(sql: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return those of ``values`` that ``sql`` asks for: DuckDB refuses any more."""
    return {name: values[name] for name in _asked(sql)}


@lru_cache(maxsize=512)
def _asked(sql: str) -> frozenset[str]:
    return frozenset(duckdb.extract_statements(sql)[0].named_parameters)
