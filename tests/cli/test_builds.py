"""``builds``, ``rollback``, ``purge``, ``search`` and ``load --reread`` on the command line."""

import json
import re
from pathlib import Path

import pytest
from filelock import FileLock

from dash_intel.store import current_build, open_build
from tests.cli.conftest import CLEAN, Run


@pytest.fixture
def two_loads(run: Run, reports: Path) -> Run:
    """Give ``run`` after two loads."""
    run("load", CLEAN)
    run("load", reports / "unread.txt")
    return run


def test_builds_are_listed_with_the_current_one_marked(two_loads: Run) -> None:
    done = two_loads("builds")
    assert (done.status, done.err) == (0, "")
    newer, older = done.out.splitlines()
    assert re.fullmatch(r" +2  \S+ \S+ UTC +2 texts +[\d.]+ MB  current", newer)
    assert re.fullmatch(r" +1  \S+ \S+ UTC +1 texts +[\d.]+ MB", older)


def test_no_database_has_no_builds(run: Run) -> None:
    done = run("builds")
    assert (done.status, done.out) == (0, "")
    assert "load reports with `dash-intel load PATH`" in done.err


def test_rollback_names_what_is_lacking_and_the_way_back(two_loads: Run) -> None:
    done = two_loads("rollback")
    assert (done.status, done.out) == (0, "Build 1 is current now.\n")
    assert "It lacks 1 text of build 2; `dash-intel rollback 2` brings it back" in done.err
    assert re.search(r"^  report-[0-9a-f]{20}  .+$", done.err, re.MULTILINE)
    forward = two_loads("rollback", 2)
    assert (forward.out, forward.err) == ("Build 2 is current now.\n", "")
    assert two_loads("rollback", 9).status == 3


def test_purge_needs_a_reason_and_says_what_it_did(two_loads: Run, tmp_path: Path) -> None:
    build = current_build(tmp_path / "db")
    assert build is not None
    database = open_build(build)
    first = next(one for one in database.reports() if CLEAN.name in one.sources)
    database.close()
    assert two_loads("purge", first.report_id).status == 64
    done = two_loads("purge", first.report_id, "--reason", "test")
    assert done.status == 0
    assert done.out.splitlines() == [
        f"Purged {first.report_id}.",
        "Build 1 was rewritten without it as build 3.",
        "Build 2 was rewritten without it as build 4.",
    ]
    again = two_loads("load", CLEAN)
    assert (again.status, again.out) == (2, "Load 3: no new report, 1 file rejected.\n")
    assert "was purged on" in again.err
    assert two_loads("load", CLEAN, "--dry-run").out == "Dry run: no new report, 1 file rejected.\n"


def test_search_prints_hits_and_notes(two_loads: Run) -> None:
    done = two_loads("search", "dhow", "-nosuchword", "author:me")
    assert (done.status, done.out) == (0, "")
    assert done.err.splitlines()[0].startswith("There is no field author:")
    found = two_loads("search", "stray*")
    assert found.err == "1 found.\n"
    assert "*stray*" in found.out
    (line,) = two_loads("search", "stray*", "--json").out.splitlines()
    assert ["stray", True] in json.loads(line)["snippet"]


def test_search_without_a_database_says_so(run: Run) -> None:
    assert run("search", "port").status == 3


def test_reread_says_how_much_was_read_and_takes_no_paths(two_loads: Run) -> None:
    done = two_loads("load", "--reread")
    assert (done.status, done.out) == (
        0,
        "Build 3: 2 texts read again, 0 of them otherwise than before.\n",
    )
    assert two_loads("load", "--reread", CLEAN).status == 64
    assert two_loads("load").status == 64


def test_waiting_is_said_and_ends(two_loads: Run, tmp_path: Path) -> None:
    with FileLock(tmp_path / "db" / "loader.lock"):
        done = two_loads("load", CLEAN, "--wait", "0.1")
    assert done.status == 3
    assert done.err.splitlines()[0] == "Waiting up to 0 seconds for another load."
    assert "is still running after" in done.err
