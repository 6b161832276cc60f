"""Trouble with files ends in one clear sentence; the database reaches nothing outside."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dash_intel.errors import StoreError
from dash_intel.store import Database, current_build, open_build, publish
from tests.conftest import DatabaseOf
from tests.reports import full_report, report


def test_database_is_read_only(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    with pytest.raises(duckdb.Error, match="read-only"):
        database.rows("DELETE FROM report")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH '/tmp/other.duckdb'",
        "COPY report TO '/tmp/report.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_database_reaches_no_other_file(database_of: DatabaseOf, sql: str) -> None:
    database = database_of(full_report())
    with pytest.raises((duckdb.Error, StoreError)):
        database.rows(sql)


def test_parameters_are_exactly_those_of_the_statement(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    with pytest.raises(duckdb.InvalidInputException, match="excess"):
        database.rows("SELECT $wanted AS wanted", wanted=1, more=2)


def test_mistake_in_a_statement_is_not_called_damage(database_of: DatabaseOf) -> None:
    with pytest.raises(duckdb.ParserException):
        database_of().rows("SELEC 1")


def test_file_that_is_no_database_is_damage(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is damaged or cannot be used"):
        _opened_after(tmp_path, lambda _: b"not a database" * 1000)


def test_build_cut_short_is_damage(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is damaged or cannot be used"):
        list(_opened_after(tmp_path, lambda content: content[: len(content) // 3]).reports())


def test_flipped_bytes_are_damage(tmp_path: Path) -> None:
    middle = 300_000
    with pytest.raises(StoreError, match="is damaged or cannot be used"):
        list(
            _opened_after(
                tmp_path,
                lambda content: content[:8192] + b"\xff" * middle + content[8192 + middle :],
            ).reports()
        )


def test_damaged_build_is_not_built_upon(tmp_path: Path) -> None:
    publish(tmp_path, [full_report()], ())
    build = current_build(tmp_path)
    assert build is not None
    build.path.write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match="is damaged or cannot be used"):
        publish(tmp_path, [report("More.")], ())
    assert current_build(tmp_path) is not None


def test_database_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot use .*file"):
        publish(tmp_path / "file", [], ())
    with pytest.raises(StoreError, match=r"cannot use .*file"):
        publish(tmp_path / "file" / "below", [], ())


def test_folder_without_permission_is_named(tmp_path: Path) -> None:
    directory = tmp_path / "db"
    directory.mkdir(mode=0o500)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(StoreError, match=r"cannot use .*Permission denied"):
            publish(directory, [report()], ())
    finally:
        os.seteuid(was)


FULL_DISK = """
import resource, sys
from pathlib import Path
from dash_intel.errors import StoreError
from dash_intel.store import publish
from tests.reports import report
directory = Path(sys.argv[1])
publish(directory, [report("Before.")], ())
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
import random
letters = random.Random(1)
texts = (letters.randbytes(50_000).hex() for _ in range(200))
try:
    publish(directory, [report(text) for text in texts], ())
except StoreError as error:
    print(error)
"""


def test_full_disk_says_so_and_leaves_the_last_build(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.startswith("There is no space left for the database in")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["build-000001", "current", "loader.lock"]
    build = current_build(tmp_path)
    assert build is not None
    database = open_build(build)
    assert [found.text for found in database.reports()] == ["Before."]
    database.close()


def _opened_after(directory: Path, change: Callable[[bytes], bytes]) -> Database:
    publish(directory, [full_report(), *(report(f"{n}" * 5000) for n in range(40))], ())
    build = current_build(directory)
    assert build is not None
    build.path.write_bytes(change(build.path.read_bytes()))
    return open_build(build)


def test_folder_called_like_a_home_is_used_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    publish(Path("~"), [report("A text.")], ())
    assert (tmp_path / "~" / "build-000001" / "reports.duckdb").is_file()
    assert not (tmp_path / "home").exists()
