"""A build several times as large: every report again under other keys, days as they are.

It stands in for a load that would take hours. Its search index is that of the first copy, so a
text finds no more than there.
"""

import shutil
from pathlib import Path

import duckdb

_EVENTS = {"event_wording": ("id",), "event_member": ("id", "group_key")}
_TEXT_IDS = ("report_id", "document_id", "risk_id", "recommendation_id", "scenario_id")


def enlarge(database: Path, target: Path, copies: int) -> int:
    """Write ``database`` with every report ``copies`` times to ``target``; return the reports."""
    shutil.copytree(database, target)
    (build,) = (path for path in target.iterdir() if path.is_dir())
    with duckdb.connect(str(build / "reports.duckdb")) as connection:
        ((keys,),) = connection.execute("SELECT max(report_key) FROM report").fetchall()
        tables = connection.execute(
            "SELECT table_name, list(column_name) FROM information_schema.columns "
            "WHERE table_name IN (SELECT table_name FROM information_schema.tables "
            "WHERE table_type = 'BASE TABLE') GROUP BY ALL"
        ).fetchall()
        for name, columns in tables:
            connection.execute(f"CREATE TEMP TABLE first AS FROM {name}")
            for copy in range(1, copies):
                _again(connection, name, columns, (copy, keys))
            connection.execute("DROP TABLE first")
        ((reports,),) = connection.execute("SELECT count(*) FROM report").fetchall()
    return int(reports)


def _again(
    connection: duckdb.DuckDBPyConnection, name: str, columns: list[str], at: tuple[int, int]
) -> None:
    copy, keys = at
    written = [one for one in columns if one != "is_newest"]
    read = [_column(name, one, copy, keys) for one in written]
    if {"report_key", *_EVENTS.get(name, ())} & set(columns):
        connection.execute(
            f"INSERT INTO {name} ({', '.join(written)}) SELECT {', '.join(read)} FROM first"  # noqa: S608 - columns of our own tables
        )


def _column(table: str, column: str, copy: int, keys: int) -> str:
    quoted = f'"{column}"'
    if column == "report_key":
        return f"{quoted} + {copy * keys}"
    if column in _EVENTS.get(table, ()):
        return f"{quoted} + {copy}"
    return f"{quoted} || '-{copy}'" if column in _TEXT_IDS else quoted
