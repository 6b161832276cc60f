"""The tables of ``schema.sql`` hold what ``tables.py`` writes."""

import re
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.store import current_build, open_build, publish, purge
from dash_intel.store.schema import SCHEMA_VERSION, statements
from dash_intel.store.tables import COLUMNS
from tests.conftest import DatabaseOf
from tests.reports import full_report, report

SCHEMA = statements("schema.sql")


def test_columns_of_every_table_are_those_written_in_their_order(database_of: DatabaseOf) -> None:
    found = database_of(full_report()).rows(
        "SELECT table_name, list(column_name ORDER BY ordinal_position) AS names "
        "FROM information_schema.columns WHERE table_catalog = 'build' GROUP BY table_name"
    )
    expected = {table: [column.name for column in columns] for table, columns in COLUMNS.items()}
    actual = {row.table_name: list(row.names) for row in found.itertuples()}
    for noted_later in ("superseded_in", "is_newest"):
        actual["report"].remove(noted_later)
    assert {table: actual[table] for table in expected} == expected
    assert set(actual) - set(expected) == {
        *("meta", "load", "rejection", "difference"),
        *("advice", "advice_wording", "advice_stem", "advice_pair", "advice_member"),
        *("advice_opposed", "event_wording", "event_stem", "event_pair", "event_member"),
        *("advice_group", "advice_conflict", "event"),
    }


def test_every_table_has_its_grain_in_a_comment() -> None:
    tables = re.findall(r"^CREATE TABLE (\w+)", SCHEMA, re.MULTILINE)
    with_grain = re.findall(r"^-- One row.*\nCREATE TABLE (\w+)", SCHEMA, re.MULTILINE)
    assert with_grain == tables


def test_every_part_of_a_report_is_checked_for_rows_of_no_report() -> None:
    checks = statements("checks.sql")
    parts = set(COLUMNS) - {"report"}
    assert set(re.findall(r"SELECT report_key FROM (\w+)\n", checks)) == parts


@pytest.mark.parametrize(
    ("schema_version", "what_to_run"),
    [(1, "`dash-intel load --reread`"), (SCHEMA_VERSION + 1, "install that version")],
)
def test_build_of_another_version_says_what_to_run(
    tmp_path: Path, schema_version: int, what_to_run: str
) -> None:
    _build_with(tmp_path, f"UPDATE meta SET schema_version = {schema_version}")  # noqa: S608 - a number
    build = current_build(tmp_path)
    assert build is not None
    with pytest.raises(BuildVersionError, match=what_to_run):
        open_build(build)
    with pytest.raises(BuildVersionError, match=what_to_run):
        publish(tmp_path, [], ())
    assert current_build(tmp_path) == build


def test_foreign_database_file_is_refused(tmp_path: Path) -> None:
    _build_with(tmp_path, "DROP TABLE meta")
    build = current_build(tmp_path)
    assert build is not None
    with pytest.raises(StoreError, match="is no database of dash-intel"):
        open_build(build)


def _build_with(directory: Path, change: str) -> None:
    publish(directory, [full_report()], ())
    build = current_build(directory)
    assert build is not None
    with closing(duckdb.connect(build.path)) as connection:
        connection.execute(change)


def test_reports_are_found_by_their_key_after_loads_and_purges(tmp_path: Path) -> None:
    publish(tmp_path, [report("One."), report("Two.")], ())
    publish(tmp_path, [report("Three.")], ())
    assert _indexes(tmp_path) == [("report_by_key", True)]
    purge(tmp_path, report("One.").report_id, "tried")
    assert _indexes(tmp_path) == [("report_by_key", True)]


def _indexes(directory: Path) -> list[tuple[object, ...]]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        return database.cells("SELECT index_name, is_unique FROM duckdb_indexes()")
