"""Real processes: killed at any moment, loading at once, loading beside a reader, out of space."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dash_intel.errors import StoreError
from dash_intel.store import (
    Database,
    Wait,
    builds,
    current_build,
    open_build,
    publish,
    purge,
    rollback,
    tombstones,
)
from tests.reports import report

ROOT = Path(__file__).parents[2]

LOAD_SLOWLY = """
import sys, time
from pathlib import Path
from dash_intel.store import Wait, publish
from tests.reports import report
directory, name = Path(sys.argv[1]), sys.argv[2]
def outcomes():
    for number in range(20):
        time.sleep(0.02)
        yield report(f"{name} {number}.")
publish(directory, outcomes(), (name,), Wait(60, lambda: print("waiting", flush=True)))
"""

IN_LITTLE_SPACE = """
import random, resource, sys
from pathlib import Path
from dash_intel.errors import StoreError
from dash_intel.store import publish, purge
from tests.reports import report
directory, task, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    if task == "purge":
        purge(directory, report("Before.").report_id, "tried")
    else:
        chance = random.Random(1)
        texts = (chance.randbytes(200_000).hex(" ", 4) for _ in range(100))
        publish(directory, map(report, texts), ())
except StoreError as error:
    print(error)
"""


def _process(code: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def _opened(directory: Path) -> Database:
    build = current_build(directory)
    assert build is not None
    return open_build(build)


def _texts(directory: Path) -> set[str]:
    with closing(_opened(directory)) as database:
        return {one.text for one in database.reports()}


def test_kills_at_random_moments_leave_every_build_whole(tmp_path: Path) -> None:
    seed = os.getpid()
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.cut_off", str(tmp_path / "db"), "32", str(seed)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "32\n"), f"seed {seed}: {done.stderr}"


def test_two_loads_at_once_both_end_up_in_the_database(tmp_path: Path) -> None:
    loading = [_process(LOAD_SLOWLY, tmp_path, name) for name in ("One", "Other")]
    said = [one.communicate(timeout=60) for one in loading]
    assert [one.returncode for one in loading] == [0, 0], said
    assert {out for out, _ in said} <= {"", "waiting\n"}
    expected = {f"{name} {number}." for name in ("One", "Other") for number in range(20)}
    assert _texts(tmp_path) == expected


def test_reader_reads_on_during_a_load_and_sees_the_new_build_at_once(tmp_path: Path) -> None:
    publish(tmp_path, [report("Before.")], ())
    with closing(_opened(tmp_path)) as database, _process(LOAD_SLOWLY, tmp_path, "New") as loading:
        seen = set()
        while loading.poll() is None:
            seen.add(len(list(database.reports())))
            time.sleep(0.02)
            assert len(_texts(tmp_path)) in {1, 21}
        assert seen == {1}
        assert database.report(report("Before.").report_id) is not None
    assert len(_texts(tmp_path)) == 21


def test_writers_wait_their_turn_and_leave_when_it_does_not_come(tmp_path: Path) -> None:
    publish(tmp_path, [report("Before.")], ())
    publish(tmp_path, [report("Later.")], ())
    told: list[str] = []
    soon = Wait(0.05, lambda: told.append("waiting"))

    def tried() -> None:
        for task in (
            lambda: publish(tmp_path, [], (), soon),
            lambda: rollback(tmp_path, None, soon),
            lambda: purge(tmp_path, report("Before.").report_id, "tried", soon),
        ):
            with pytest.raises(StoreError, match=r"Another load into .* is still running after"):
                task()

    publish(tmp_path, (tried() or one for one in [report("New.")]), ())  # type: ignore[func-returns-value]
    assert told == ["waiting"] * 3


@pytest.mark.parametrize(
    ("task", "size"),
    [("load", 0), ("load", 1_000_000), ("load", 8_000_000), ("purge", 0), ("purge", 1_000_000)],
)
def test_full_disk_says_so_and_leaves_every_build(tmp_path: Path, task: str, size: int) -> None:
    publish(tmp_path, [report("Before.")], ())
    publish(tmp_path, [report("Later.")], ())
    with _process(IN_LITTLE_SPACE, tmp_path, task, size) as process:
        out, err = process.communicate(timeout=60)
    assert re.match("There is no space left for the database in|.* for want of space", out), err
    assert [one.number for one in builds(tmp_path)] == [2, 1]
    assert _texts(tmp_path) == {"Before.", "Later."}
    publish(tmp_path, [report("After.")], ())
    is_purged = bool(tombstones(tmp_path))
    assert _texts(tmp_path) == {"Later.", "After."} | (set() if is_purged else {"Before."})


@pytest.mark.parametrize("name", ["rollback", "purge", "load"])
def test_folder_without_permission_says_so_and_changes_nothing(tmp_path: Path, name: str) -> None:
    directory = tmp_path / "db"
    for text in ("Before.", "Later."):
        publish(directory, [report(text)], ())
    tasks: dict[str, Callable[[], object]] = {
        "rollback": lambda: rollback(directory),
        "purge": lambda: purge(directory, report("Before.").report_id, "tried"),
        "load": lambda: publish(directory, [report("New.")], ()),
    }
    directory.chmod(0o500)
    was = os.geteuid()
    if was == 0:
        os.chown(directory, 65534, 65534)
        for path in (tmp_path, *tmp_path.parents):
            if path.owner() == "root" and not path.stat().st_mode & 0o001:
                path.chmod(path.stat().st_mode | 0o011)
        os.seteuid(65534)
    try:
        with pytest.raises(StoreError, match="Permission denied"):
            tasks[name]()
    finally:
        os.seteuid(was)
        directory.chmod(0o700)
    assert _texts(directory) == {"Before.", "Later."}
    assert tombstones(directory) == ()
