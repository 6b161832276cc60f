"""A build written anew without some of its reports, into a file that never held them."""

import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path, PurePath

from dash_intel.store.alike import LOOKS_ALIKE
from dash_intel.store.builds import DATABASE_FILE, INDEX_FOLDER, Build
from dash_intel.store.duck import Connection, open_file, store_errors
from dash_intel.store.groups import update_groups
from dash_intel.store.index import Entry, IndexWriter
from dash_intel.store.schema import commit, create_tables, statements
from dash_intel.store.tables import COLUMNS

ENTRIES_A_READ = 500
PURGED_NAME = "purged"
"""Stands in the history of loads for the name of a file whose report was purged."""

_LEFT = "SELECT report_key FROM report"
_KEPT_ROWS = {
    "report": "NOT list_contains(getvariable('without'), report_id)",
    "warning": f"report_key IN ({_LEFT}) AND NOT (code = '{LOOKS_ALIKE}' AND "  # noqa: S608 - a word of ours
    "EXISTS (SELECT 1 FROM unnest(getvariable('without')) AS gone (id) "
    "WHERE contains(message, gone.id)))",
    "rejection": "true",
    "difference": "source NOT IN (SELECT unnest(getvariable('names')))",
}


def rewrite(
    build: Build, part: Path, without: Sequence[str], renumbered: Mapping[int, int]
) -> None:
    """Write ``build`` into the folder ``part`` without the reports of these ids.

    It keeps the time of its publication. ``renumbered`` are the new numbers of builds before it.
    """
    path = part / DATABASE_FILE
    with store_errors(part):
        with closing(open_file(path, beside=build.path)) as connection:
            connection.execute("BEGIN")
            for (built_on,) in connection.execute("SELECT built_on FROM old.meta").fetchall():
                create_tables(connection, renumbered.get(built_on, built_on))
            _take_over(connection, without)
            connection.execute("UPDATE report SET superseded_in = NULL WHERE NOT is_newest")
            connection.execute(statements("revisions.sql"))
            update_groups(connection)
            commit(connection)
            _index(connection, IndexWriter(part / INDEX_FOLDER))
        published_at = build.path.stat().st_mtime_ns
        os.utime(path, ns=(published_at, published_at))


def _index(connection: Connection, index: IndexWriter) -> None:
    found = connection.execute(statements("entries.sql"))
    while rows := found.fetchmany(ENTRIES_A_READ):
        for row in rows:
            key, published_on, body, publisher, template, title, tags = row
            index.add(Entry(key, published_on, title, body, publisher, tuple(tags), template))
    index.finish()


def _take_over(connection: Connection, without: Sequence[str]) -> None:
    found = connection.execute(
        "SELECT DISTINCT source.source FROM old.source INNER JOIN old.report "
        "ON source.report_key = report.report_key WHERE report_id IN (SELECT unnest($without))",
        {"without": list(without)},
    )
    names = [name for (name,) in found.fetchall()]
    connection.execute("SET VARIABLE without = $without", {"without": list(without)})
    connection.execute("SET VARIABLE names = $names", {"names": names})
    for table in dict.fromkeys([*_KEPT_ROWS, *COLUMNS]):
        own = "* EXCLUDE (is_newest)" if table == "report" else "*"
        kept = _KEPT_ROWS.get(table, f"report_key IN ({_LEFT})")
        connection.execute(
            f"INSERT INTO {table} BY NAME SELECT {own} FROM old.{table} WHERE {kept} "  # noqa: S608 - our own tables and rules
            "ORDER BY rowid"
        )
    _take_over_loads(connection, names)


def _take_over_loads(connection: Connection, names: Sequence[str]) -> None:
    for row in connection.execute("SELECT * FROM old.load ORDER BY load_number").fetchall():
        connection.execute(
            "INSERT INTO load VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                [_nameless(one, names) for one in cell] if isinstance(cell, list) else cell
                for cell in row
            ],
        )


def _nameless(origin: str, names: Sequence[str]) -> str:
    is_gone = origin in names or PurePath(origin).name in names
    return PURGED_NAME if is_gone else origin
