"""``ledger`` on the command line."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from dash_intel.ledger.chain import NOTHING_YET
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.cli.conftest import CLEAN, Run


@pytest.fixture
def decided(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give ``run`` after three decisions."""
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    run("load", CLEAN)
    lines = run("recommend", "list", "--json").out.splitlines()
    for line in lines[:3]:
        run("recommend", "set", json.loads(line)["recommendation_id"], "--owner", "Jon")
    return run


def test_export_prints_one_event_a_line_and_the_head(decided: Run, tmp_path: Path) -> None:
    printed = decided("ledger", "export")
    events = [json.loads(line) for line in printed.out.splitlines()]
    assert [event["number"] for event in events] == [1, 2, 3]
    assert [event["to"] for event in events] == [{"owner": "Jon"}] * 3
    head = decided("ledger", "head").out.strip()
    assert re.fullmatch("3:[0-9a-f]{64}", head)
    assert printed.err == f"Ledger head: {head}\n"
    decided("ledger", "export", "-o", tmp_path / "ledger.jsonl")
    assert (tmp_path / "ledger.jsonl").read_text(encoding="utf-8") == printed.out


def test_export_of_reports_prints_the_head_too(decided: Run, tmp_path: Path) -> None:
    done = decided("export", "reports", "-o", tmp_path / "reports.jsonl")
    assert done.err == f"Ledger head: {decided('ledger', 'head').out}"


def test_import_brings_everything_once(decided: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "ledger.jsonl", tmp_path / "other"
    decided("ledger", "export", "-o", file)
    done = decided("ledger", "import", file, "--db", other)
    assert (done.status, done.out) == (0, "3 events added.\n")
    again = decided("ledger", "import", "-", "--db", other, stdin=file.read_bytes())
    assert (again.status, again.out) == (0, "0 events added.\n")
    assert decided("ledger", "head", "--db", other).out == decided("ledger", "head").out


def test_import_of_what_is_no_ledger_is_refused(decided: Run, tmp_path: Path) -> None:
    file = tmp_path / "wrong.jsonl"
    for content in (b"[]\n", b"\xff\xfe", b"{}\n"):
        file.write_bytes(content)
        done = decided("ledger", "import", file)
        assert (done.status, done.out) == (3, "")
    assert decided("ledger", "import", tmp_path / "none.jsonl").status == 3
    assert decided("ledger", "head").out.startswith("3:")


def test_verify_finds_what_was_edited_or_cut_off(decided: Run, tmp_path: Path) -> None:
    head = decided("ledger", "head").out.strip()
    done = decided("ledger", "verify", "--head", head)
    assert (done.status, done.out) == (0, "The ledger is whole: 3 events.\n")
    connection = sqlite3.connect(tmp_path / "db" / "ledger.sqlite")
    connection.executescript(
        "DROP TRIGGER event_no_delete; DROP TRIGGER event_no_update; "
        "DELETE FROM event WHERE number = 3;"
    )
    assert decided("ledger", "verify").status == 0
    cut = decided("ledger", "verify", "--head", head)
    assert cut.status == 1
    assert "its tail was cut off" in cut.out
    connection.executescript("UPDATE event SET who = 'Ada' WHERE number = 2;")
    connection.close()
    edited = decided("ledger", "verify")
    assert (edited.status, edited.out) == (
        1,
        "Event 2 was edited: it is not what its hash says.\n",
    )
    assert decided("ledger", "verify", "--head", "3").status == 3


def test_ledger_is_where_the_setting_says(
    decided: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    assert decided("ledger", "head").status == 3
    one = json.loads(decided("recommend", "list", "--json").out.splitlines()[0])
    assert one["owner"] is None
    decided("recommend", "set", one["recommendation_id"], "--owner", "Eva")
    assert decided("ledger", "head").out.startswith("1:")
    monkeypatch.setenv("DASH_INTEL_LEDGER", "mysql://u:secret@host/db")
    done = decided("recommend", "list")
    assert (done.status, "secret" in done.err) == (3, False)
    assert "The ledger cannot be in mysql://u:***@host/db" in done.err


def test_sample_brings_invented_decisions_that_a_word_removes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    assert run("ledger", "invented").out == "No invented decisions are there.\n"
    done = run("load", SAMPLE_DIRECTORY, "--jobs", 1)
    match = re.search(r"^([0-9]+) invented decisions for trying out; ", done.out, re.MULTILINE)
    assert match
    number = match[1]
    assert run("ledger", "invented").out == f"{number} invented decisions are there.\n"
    assert run("ledger", "head").out == f"{NOTHING_YET}\n"
    assert run("ledger", "export").out == ""
    assert run("ledger", "invented", "--remove").out == f"{number} invented decisions taken out.\n"
    assert "they were taken out" in run("ledger", "invented").out
    assert "invented" not in run("load", SAMPLE_DIRECTORY, "--jobs", 1).out
    assert run("ledger", "invented", "--put").out == f"{number} invented decisions put in.\n"
    assert run("ledger", "invented", "--put", "--remove").status == 64


def test_other_folders_and_dry_runs_bring_no_invented_decisions(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    run("load", reports)
    run("load", SAMPLE_DIRECTORY, "--dry-run", "--jobs", 1)
    assert not (tmp_path / "db" / "ledger.sqlite").exists()


def test_sample_is_loaded_where_no_ledger_can_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", "no address")
    done = run("load", SAMPLE_DIRECTORY, "--jobs", 1)
    assert done.status == 0
    assert "The sample's invented decisions were not put in: DASH_INTEL_LEDGER" in done.err
