"""``dash-intel load``: what it says, and its exit statuses."""

import json
from pathlib import Path

import pytest

from dash_intel.store import current_build
from tests.cli.conftest import CLEAN, Run


def test_load_says_what_it_brought_and_names_what_it_could_not_read(
    run: Run, reports: Path
) -> None:
    done = run("load", reports)
    assert done.status == 2
    assert done.out == "Load 1: 2 new reports (1 with remarks), 1 file rejected.\n"
    assert done.err == "void.txt: rejected: It holds no text. [empty]\n"


def test_load_of_all_files_is_done_with_warnings_or_without(run: Run, reports: Path) -> None:
    assert run("load", reports / "clean.txt").status == 0
    done = run("load", reports / "unread.txt", reports / "clean.txt")
    assert (done.status, done.err) == (0, "")
    assert done.out == "Load 2: 1 new report (1 with remarks), 1 already loaded.\n"


def test_database_is_the_option_then_the_environment(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    run("load", CLEAN, "--db", tmp_path / "option")
    assert current_build(tmp_path / "db") is None
    run("load", CLEAN)
    assert current_build(tmp_path / "db") is not None
    assert current_build(tmp_path / "option") is not None


def test_dry_run_changes_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    done = run("load", reports, "--dry-run")
    assert done.status == 2
    assert done.out == "Dry run: 2 new reports (1 with remarks), 1 file rejected.\n"
    assert not (tmp_path / "db").exists()


def test_dash_is_standard_input(run: Run, reports: Path, tmp_path: Path) -> None:
    done = run("load", "-", stdin=CLEAN.read_bytes())
    assert (done.status, done.out) == (0, "Load 1: 1 new report.\n")
    exported = run("export", "reports").out
    assert '"source":"standard input"' in exported
    again = run("load", "-", "--db", tmp_path / "other", stdin=exported.encode())
    assert (again.status, again.out) == (0, "Load 1: 1 new report.\n")
    assert run("export", "reports", "--db", tmp_path / "other").out == exported


def test_empty_folder_is_nothing_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run("load", tmp_path / "none")
    assert (done.status, done.out) == (2, "Load 1: nothing.\n")
    assert done.err == f"There is no file in {tmp_path / 'none'}.\n"


def test_path_that_is_not_there_is_named(run: Run) -> None:
    done = run("load", "no/such/folder")
    assert done.status == 2
    assert done.err.startswith("no/such/folder: rejected: There is no file or folder")


def test_many_rejections_are_counted_not_listed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(23):
        (folder / f"{number:02}.txt").touch()
    lines = run("load", folder, "--jobs", "1").err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "3 more were rejected: `dash-intel check PATH` names them all."


def test_database_that_cannot_be_used_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("load", CLEAN, "--db", tmp_path / "file")
    assert (done.status, done.out) == (3, "")
    assert done.err == f"dash-intel: The database cannot use {tmp_path / 'file'}: File exists.\n"


def test_hostile_names_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    names = [b"\x1b[31mred.txt", b"two\nlines.txt", b"[bold]rich.txt", b"caf\xe9.txt"]
    for name in [*names, "\u202etxt.exe\u202c.txt".encode()]:
        Path(str(folder) + "/" + name.decode(errors="surrogateescape")).touch()
    done = run("load", folder)
    assert done.status == 2
    assert sorted(line.partition(": rejected")[0] for line in done.err.splitlines()) == [
        "[bold]rich.txt",
        "caf\ufffd.txt",
        "two\ufffdlines.txt",
        "\ufffd[31mred.txt",
        "\ufffdtxt.exe\ufffd.txt",
    ]
    named = run("load", folder / "\x1b[31mnone.txt")
    assert "\x1b" not in named.out + named.err


def test_standard_input_beyond_the_limit_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dash_intel.cli.options.STANDARD_INPUT_BYTES", 10)
    done = run("load", "-", stdin=b"x" * 11)
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        "dash-intel: Standard input is larger than 10 bytes: write it to a file and name that.\n"
    )


def test_declared_readings_that_differ_are_counted(run: Run, tmp_path: Path) -> None:
    run("load", CLEAN)
    exported = json.loads(run("export", "reports").out)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(exported | {"publisher": "Nobody"}), encoding="utf-8")
    done = run("load", path, "--db", tmp_path / "other")
    assert (done.status, done.out) == (0, "Load 1: 1 new report, 1 declared otherwise than read.\n")


def test_folder_of_the_database_may_be_named_from_home(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert run("load", CLEAN, "--db", "~/db").status == 0
    assert current_build(tmp_path / "home" / "db") is not None


def test_database_in_the_home_of_nobody_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_DB", "~nouser/x")
    done = run("load", CLEAN)
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "~nouser/x" in done.err
