"""``dash-intel export``: valid lines, whole files."""

import json
from pathlib import Path

import jsonschema
import pytest

from dash_intel.export.reports_jsonl import schema
from tests.cli.conftest import CLEAN, Run


@pytest.fixture(autouse=True)
def _loaded(run: Run) -> None:
    run("load", CLEAN)


def test_standard_output_and_file_hold_the_same_valid_lines(run: Run, tmp_path: Path) -> None:
    done = run("export", "reports")
    assert (done.status, done.err) == (0, "")
    (line,) = done.out.splitlines()
    jsonschema.validate(json.loads(line), dict(schema()))
    file = tmp_path / "out.jsonl"
    assert run("export", "reports", "--format", "jsonl", "-o", file).status == 0
    assert file.read_text(encoding="utf-8") == done.out


def test_file_is_replaced_whole_and_nothing_else_is_left(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.jsonl").write_text("old", encoding="utf-8")
    run("export", "reports", "-o", folder / "out.jsonl")
    assert [path.name for path in folder.iterdir()] == ["out.jsonl"]
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == run("export", "reports").out


def test_link_is_written_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "file.jsonl")
    run("export", "reports", "-o", tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "file.jsonl").read_text(encoding="utf-8").startswith("{")


def test_device_is_written_to_not_replaced(run: Run) -> None:
    assert run("export", "reports", "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


def test_file_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    done = run("export", "reports", "-o", tmp_path / "none" / "out.jsonl")
    assert done.status == 3
    assert done.err == (
        f"dash-intel: {tmp_path / 'none' / 'out.jsonl'} cannot be written: "
        "No such file or directory.\n"
    )
    assert run("export", "reports", "-o", tmp_path).err.endswith("Is a directory.\n")


def test_no_database_says_what_to_run(run: Run, tmp_path: Path) -> None:
    done = run("export", "reports", "--db", tmp_path / "none")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        f"dash-intel: There is no database in {tmp_path / 'none'}: "
        "load reports with `dash-intel load PATH`.\n"
    )


def test_damaged_database_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "db" / "build-000001" / "reports.duckdb").write_bytes(b"x" * 10_000)
    done = run("export", "reports")
    assert done.status == 3
    assert len(done.err.splitlines()) == 1
    assert "damaged" in done.err


def test_dash_is_standard_output(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "reports", "-o", "-").out == run("export", "reports").out
    assert not (tmp_path / "-").exists()
