"""A build, opened for reading."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from dash_intel.model.ledger import Decisions
from dash_intel.model.report import Report
from dash_intel.store.builds import Build
from dash_intel.store.decisions import fill_tables, make_tables
from dash_intel.store.derived import correct, derive
from dash_intel.store.duck import Connection, attach_file, store_errors
from dash_intel.store.layout import Cells
from dash_intel.store.schema import require_version, statements
from dash_intel.store.search import SearchIndex, Wanted
from dash_intel.store.selection import Choice, Selections, named
from dash_intel.store.tables import COLUMNS, reports

if TYPE_CHECKING:  # workers that only write reports need no pandas, which takes long to import
    import numpy as np
    from pandas import DataFrame

T = TypeVar("T")

REPORTS_A_READ = 500
_ORDER = ("report_key", "scenario", "position")


class Database:
    """One build, read-only. Every call has a cursor of its own, so threads may share it."""

    def __init__(self, build: Build, connection: Connection) -> None:
        self.build = build
        self._connection = connection
        self._index: SearchIndex | None = None
        self._opening = Lock()
        self._filling = Lock()
        self._ledger_version = (0, 0)
        self._fills = 0
        self._is_derived = False
        self._corrected_at: tuple[int, int] | None = None
        self._selections = Selections()
        self._answers: dict[Hashable, object] = {}

    def hold(self, decisions: Decisions) -> None:
        """Have what people decided beside the build, as the tables of ``decisions.sql``.

        Nothing happens where these decisions, or later ones, are there already.
        """
        if decisions.version <= self._ledger_version:
            return
        with self._filling, store_errors(self.build.path), self._cursor() as cursor:
            if decisions.version > self._ledger_version:
                self._fills += 1
                fill_tables(cursor, decisions)
                self._ledger_version = decisions.version

    def steady(self, ask: Callable[[], T]) -> T:
        """Return what ``ask`` finds, however often it reads, of one state of the decisions.

        It is asked again where other decisions came to be held meanwhile.
        """
        while True:
            with self._filling:
                begun = self._fills
            found = ask()
            if self._fills == begun:
                return found

    @property
    def ledger_version(self) -> tuple[int, int]:
        """The version of the decisions that are held."""
        return self._ledger_version

    def rows(self, sql: str, **parameters: object) -> "DataFrame":
        """Return the rows of one SELECT; ``parameters`` are exactly its ``$names``."""
        with store_errors(self.build.path), self._cursor() as cursor:
            return cursor.execute(sql, parameters).df()

    def cells(self, sql: str, **parameters: object) -> list[Cells]:
        """Return the rows of one SELECT as they are: for few rows, which a table only delays."""
        with store_errors(self.build.path), self._cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    def chosen_rows(self, choice: Choice, sql: str, values: Mapping[str, object]) -> "DataFrame":
        """Return the rows of one SELECT over the tables of ``choice`` and of ``derived.sql``.

        Of ``values`` it takes what its ``$names`` ask for. Corrections that the build holds
        beside it are in force.
        """
        with store_errors(self.build.path), self._cursor() as cursor:
            version = self._derive(cursor)
            with self._selections.used(cursor, choice, version, self._found):
                return cursor.execute(sql, named(sql, values)).df()

    def once(self, about: Hashable, ask: Callable[[], T]) -> T:
        """Return what ``ask`` finds of the build, asked once: a build never changes."""
        if about not in self._answers:
            self._answers[about] = ask()
        return cast("T", self._answers[about])

    def report(self, report_id: str) -> Report | None:
        """Return the report of this id as it was read, None where there is none."""
        return next(self.reports([report_id]), None)

    def reports(self, report_ids: Sequence[str] | None = None) -> Iterator[Report]:
        """Yield all reports by date of publication (undated last), then by document.

        Documents of the same headline, publisher and date stand together in order of arrival
        where one has revisions, so that loading reports in this order finds the same revisions.
        Those of ``report_ids`` only, where they are given, in order of arrival.
        """
        if report_ids is None:
            keys = self._keys(statements("order.sql"))
        else:
            keys = self._keys(
                "SELECT report_key FROM report WHERE report_id IN (SELECT unnest($ids)) "
                "ORDER BY report_key",
                ids=list(report_ids),
            )
        for start in range(0, len(keys), REPORTS_A_READ):
            yield from self._reports(keys[start : start + REPORTS_A_READ])

    @property
    def index(self) -> SearchIndex:
        """The build's search index, opened when it is first asked for."""
        with self._opening:
            if self._index is None:
                self._index = SearchIndex(self.build.index)
            return self._index

    def close(self) -> None:
        """Let go of the build's files."""
        self._connection.close()
        if self._index:
            self._index.close()

    def _found(self, wanted: Wanted) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
        return self.index.keys(wanted)

    def _derive(self, cursor: Connection) -> tuple[int, int]:
        with self._filling:
            if not self._is_derived:
                derive(cursor)
                self._is_derived = True
            if self._corrected_at != self._ledger_version:
                correct(cursor)
                self._corrected_at = self._ledger_version
            return self._ledger_version

    def _keys(self, sql: str, **parameters: object) -> list[int]:
        return [cast("int", key) for (key,) in self.cells(sql, **parameters)]

    def _reports(self, keys: Sequence[int]) -> list[Report]:
        if not keys:
            return []
        with store_errors(self.build.path), self._cursor() as cursor:

            def read(table: str) -> list[Cells]:
                return cursor.execute(_rows_of(table), {"keys": keys}).fetchall()

            by_key = reports(read)
        return [by_key[key] for key in keys]

    @contextmanager
    def _cursor(self) -> Iterator[Connection]:
        cursor = self._connection.cursor()
        try:
            cursor.execute("USE build")
            yield cursor
        finally:
            cursor.close()


def open_build(build: Build) -> Database:
    """Open a build for reading; ``BuildVersionError`` where its tables are of another version."""
    with store_errors(build.path), ExitStack() as stack:
        connection = stack.enter_context(closing(attach_file(build.path)))
        connection.execute("USE build")
        require_version(connection, str(build.path))
        make_tables(connection)
        stack.pop_all()
    return Database(build, connection)


def _rows_of(table: str) -> str:
    names = [column.name for column in COLUMNS[table]]
    order = ", ".join(name for name in _ORDER if name in names)
    columns = ", ".join(names)
    return (
        f"SELECT {columns} FROM {table} "  # noqa: S608 - names of our own tables, no values
        f"WHERE report_key IN (SELECT unnest($keys)) ORDER BY {order}"
    )
