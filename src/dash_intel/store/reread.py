"""Rereading: the database made anew from its own texts, whatever version wrote it.

Texts, the places they came from and the history of loads are taken over; readings are new. Texts
come in the order they arrived in, so that revisions are found as they were.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dash_intel.errors import StoreError
from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.store.builds import (
    DATABASE_FILE,
    INDEX_FOLDER,
    NEW,
    Build,
    current_build,
    draft,
    point_to,
    put_in_place,
    remove_old,
)
from dash_intel.store.collector import spared
from dash_intel.store.duck import Connection, attach_file, open_file, store_errors
from dash_intel.store.index import IndexWriter
from dash_intel.store.kin import as_revision
from dash_intel.store.lock import NO_MATTER, Wait
from dash_intel.store.purge import writing
from dash_intel.store.schema import (
    SCHEMA_VERSION,
    create_tables,
    newer,
    schema_version,
)
from dash_intel.store.tables import COLUMNS
from dash_intel.store.tombstones import tombstones
from dash_intel.store.writer import Writer

REPORTS_A_BATCH = 500

_MISSING = {
    "revised": "0",
    "program_version": "(SELECT program_version FROM old.meta)",
    "load_number": "(SELECT one.load_number FROM old.report AS one "
    "WHERE one.report_key = source.report_key)",
    "bytes_hash": "NULL",
}
"""What stands for a column that a build of an older version lacks."""

_KEYS = "SELECT report_key FROM report"

_NO_READINGS = frozenset(
    {
        "text",
        "load_number",
        "superseded_in",
        "is_newest",
        "bytes_hash",
        "profile_version",
        "vocabulary_version",
    }
)


class Texts(NamedTuple):
    """A run of a build's texts, by key: small enough to hand to another process."""

    path: Path
    first_key: int
    last_key: int

    @property
    def source(self) -> str:
        """What to call this run."""
        return f"{self.path} texts {self.first_key} to {self.last_key}"


@dataclass(frozen=True, slots=True)
class Changed:
    """A report that is read otherwise now; ``parts`` are what differs, such as ``risk``."""

    report_id: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """A build made of the texts of the one before."""

    number: int
    reports: int
    changed: tuple[Changed, ...]


Reader = Callable[[tuple[Texts, ...]], Iterable[Report]]
"""Returns the reports of runs of texts, in their order."""


def reread(directory: Path, read: Reader, wait: Wait = NO_MATTER) -> Reread:
    """Read all texts of the current build anew, and publish what comes of it as a new build."""
    with writing(directory, wait), spared():
        base = current_build(directory)
        if base is None:
            raise StoreError(
                f"There is no database in {directory}: load reports with `dash-intel load PATH`."
            )
        with draft(directory) as part:
            purged = frozenset(one.report_id for one in tombstones(directory))
            done, changed = _written(base, part, read, purged)
            build = put_in_place(part)
        point_to(build)
        with suppress(OSError):
            remove_old(directory, build, base)
        return Reread(build.number, done, changed)


def texts(run: Texts) -> Iterator[SourceText]:
    """Yield the texts of a run, in order of arrival, with the places they came from."""
    with store_errors(run.path), closing(attach_file(run.path)) as connection:
        connection.execute("USE build")
        hashes = "bytes_hash" if "bytes_hash" in _columns(connection, "build", "report") else "NULL"
        for text, bytes_hash, sources in connection.execute(
            f"SELECT text, {hashes}, (SELECT list(source ORDER BY position) FROM source "  # noqa: S608 - one of two words
            "WHERE source.report_key = report.report_key) FROM report "
            "WHERE report_key BETWEEN $first_key AND $last_key ORDER BY report_key",
            {"first_key": run.first_key, "last_key": run.last_key},
        ).fetchall():
            yield SourceText(text, tuple(sources), bytes_hash)


def _written(
    base: Build, part: Path, read: Reader, purged: frozenset[str]
) -> tuple[int, tuple[Changed, ...]]:
    path = part / DATABASE_FILE
    with store_errors(part):
        connection = open_file(path, beside=base.path)
    with closing(connection):
        with store_errors(part):
            found = schema_version(connection, str(base.path), "old")
            if found > SCHEMA_VERSION:
                raise newer(str(base.path), found)
            create_tables(connection, base.number)
            writer = Writer(connection, IndexWriter(part / INDEX_FOLDER))
            known = [one for one in _known(connection) if one.report_id not in purged]
        runs = tuple(_runs(base.path, [key for key, *_ in known]))
        reports = (one for one in read(runs) if one.report_id not in purged)
        for start in range(0, len(known), REPORTS_A_BATCH):
            batch = known[start : start + REPORTS_A_BATCH]
            kept = [_kept(one, next(reports)) for one in batch]
            with store_errors(part):
                writer.keep(kept)
        with store_errors(part):
            _take_over_history(connection)
            writer.commit()
            return len(known), _changed(connection)


class _Known(NamedTuple):
    key: int
    load_number: int
    report_id: str
    document_id: str
    revision: int


def _known(connection: Connection) -> list[_Known]:
    found = connection.execute(
        "SELECT report_key, load_number, report_id, document_id, revision FROM old.report "
        "ORDER BY report_key"
    )
    return [_Known(*row) for row in found.fetchall()]


def _kept(known: _Known, report: Report) -> tuple[int, Report, int]:
    if report.report_id != known.report_id:
        raise StoreError(f"The text of {known.report_id} is not what it was: nothing was changed.")
    if known.revision > 1:
        report = as_revision(report, known.document_id, known.revision)
    return known.key, report, known.load_number


def _runs(path: Path, keys: list[int]) -> Iterator[Texts]:
    for start in range(0, len(keys), REPORTS_A_BATCH):
        run = keys[start : start + REPORTS_A_BATCH]
        yield Texts(path, run[0], run[-1])


def _take_over_history(connection: Connection) -> None:
    for table in ("load", "source", "rejection", "difference"):
        there = _columns(connection, "old", table)
        columns = ", ".join(
            name if name in there else f"{_MISSING[name]} AS {name}"
            for name in _columns(connection, NEW, table)
        )
        kept = f"WHERE report_key IN ({_KEYS})" if table == "source" else ""
        connection.execute(
            f"INSERT INTO {table} BY NAME SELECT {columns} FROM old.{table} {kept} ORDER BY rowid"  # noqa: S608 - our own columns
        )


def _changed(connection: Connection) -> tuple[Changed, ...]:
    parts: dict[str, list[str]] = defaultdict(list)
    for table in COLUMNS:
        if table == "source":
            continue
        both = _columns(connection, NEW, table) & _columns(connection, "old", table)
        columns = ", ".join(sorted(both - _NO_READINGS))
        old, new = f"SELECT {columns} FROM old.{table}", f"SELECT {columns} FROM {table}"  # noqa: S608
        found = connection.execute(
            f"SELECT DISTINCT report.report_id FROM report INNER JOIN (({old} EXCEPT ALL {new}) "  # noqa: S608
            f"UNION ALL ({new} EXCEPT ALL {old})) AS differing "
            "ON report.report_key = differing.report_key"
        )
        for (report_id,) in found.fetchall():
            parts[report_id].append(table)
    return tuple(Changed(report_id, tuple(found)) for report_id, found in sorted(parts.items()))


def _columns(connection: Connection, database: str, table: str) -> set[str]:
    found = connection.execute(
        "SELECT column_name FROM duckdb_columns() "
        "WHERE database_name = $database AND table_name = $table",
        {"database": database, "table": table},
    )
    return {name for (name,) in found.fetchall()}
