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
    (``report_key``).
    """

    tables: tuple[tuple[str, str], ...]
    values: Mapping[str, object] = field(default_factory=dict)
    wanted: Wanted | None = None

    def digest(self, ledger_version: tuple[int, int]) -> str:
        """Return a name for what is chosen while these decisions are in force."""
        said = repr((self.tables, self.values, self.wanted, ledger_version))
        return hashlib.sha256(said.encode()).hexdigest()[:24]


class Selections:
    """The selections of one open build. Threads may share it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, int] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def used(
        self, cursor: Connection, choice: Choice, ledger_version: tuple[int, int], find: Find
    ) -> Iterator[None]:
        """Have ``cursor`` find the tables of ``choice`` by their names; they stay meanwhile."""
        name = f"s_{choice.digest(ledger_version)}"
        with self._lock:
            if name not in self._kept:
                self._make(cursor, name, choice, find)
                self._kept[name] = 0
            self._kept[name] += 1
            self._kept.move_to_end(name)
        try:
            cursor.execute(f"SET search_path = 'build.main,derived.{name},derived.main'")
            yield
        finally:
            with self._lock:
                self._kept[name] -= 1
                self._drop_unused(cursor)

    def _make(self, cursor: Connection, name: str, choice: Choice, find: Find) -> None:
        with ExitStack() as undone:
            cursor.execute(f"CREATE SCHEMA derived.{name}")
            undone.callback(cursor.execute, f"DROP SCHEMA derived.{name} CASCADE")
            cursor.execute(f"SET search_path = 'build.main,derived.{name},derived.main'")
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

    def _drop_unused(self, cursor: Connection) -> None:
        unused = [name for name, users in self._kept.items() if not users]
        for name in unused[: max(0, len(self._kept) - MOST_KEPT)]:
            cursor.execute(f"DROP SCHEMA derived.{name} CASCADE")
            del self._kept[name]


def named(sql: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return those of ``values`` that ``sql`` asks for: DuckDB refuses any more."""
    return {name: values[name] for name in _asked(sql)}


@lru_cache(maxsize=512)
def _asked(sql: str) -> frozenset[str]:
    return frozenset(duckdb.extract_statements(sql)[0].named_parameters)
