"""Commands as real processes: pipes, terminals, signals, two at once."""

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from dash_intel.cli import main
from dash_intel.store import current_build, open_build, publish
from tests.cli.conftest import CLEAN, process
from tests.reports import HARBOUR, report


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database of 300 reports, more than a pipe holds."""
    publish(tmp_path / "db", [report(f"{HARBOUR}\nNote {n}.") for n in range(300)], ())
    return tmp_path / "db"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Give a folder whose load takes seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    text = CLEAN.read_text(encoding="utf-8")
    for number in range(2000):
        (folder / f"{number:04}.txt").write_text(f"{text}\nNote {number}.", encoding="utf-8")
    return folder


def test_workers_end_without_a_word(reports: Path, tmp_path: Path) -> None:
    loading = process("load", reports / "clean.txt", reports, "--jobs", 2, "--db", tmp_path / "two")
    told = loading.communicate(timeout=60)[1]
    assert [line for line in told.splitlines() if "rejected" not in line] == []


def test_command_and_module_are_the_same_program() -> None:
    (command,) = entry_points(group="console_scripts", name="dash-intel")
    assert command.load() is main
    with process("--version") as done:
        assert done.communicate()[0].startswith("dash-intel ")
    assert done.returncode == 0


def test_closed_pipe_ends_an_export_in_silence(database: Path) -> None:
    with process("export", "reports", "--db", database) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        assert done.stdout.read(10) == '{"schema_v'
        done.stdout.close()
        assert done.stderr.read() == ""
    assert done.returncode == 141


def test_pipe_closed_before_the_first_word_is_silence_too() -> None:
    with process("--version") as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        assert done.stderr.read() == ""
    assert done.returncode == 141


def test_progress_is_for_terminals_only(many: Path, tmp_path: Path) -> None:
    some = tmp_path / "some"
    some.mkdir()
    for path in sorted(many.iterdir())[:5]:
        path.rename(some / path.name)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dash_intel", "load", str(some), "--dry-run"]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, text=True, check=True, env=environment
    )
    os.close(theirs)
    shown = _read_all(ours)
    assert done.stdout.startswith("Dry run: 5 new")
    assert "\x1b" not in done.stdout
    assert "5/5" in shown
    assert " files 5 texts, " in shown
    piped = process("load", some, "--dry-run")
    assert piped.communicate()[1] == ""


def test_export_to_a_terminal_holds_nothing_that_steers_it(tmp_path: Path) -> None:
    text = f"{HARBOUR}\nStray \x9b31m \x7fwords."
    publish(tmp_path / "db", [report(text)], ())
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dash_intel", "export", "reports"]
    with subprocess.Popen(command, stdout=theirs, env=os.environ | {"PYTHONUTF8": "1"}):
        os.close(theirs)
        shown = _read_all(ours)
    assert not set(shown) & {"\x1b", "\x7f", "\x9b"}
    assert json.loads(shown)["text"] == text


@pytest.mark.parametrize(
    ("sent", "seconds"),
    [(signal.SIGINT, 0.3), (signal.SIGINT, 2.0), (signal.SIGTERM, 2.0)],
    ids=["starting", "reading", "terminated"],
)
def test_interrupted_load_leaves_the_last_build_and_no_process(
    many: Path, database: Path, sent: signal.Signals, seconds: float
) -> None:
    before = current_build(database)
    load = process("load", many, "--db", database, "--jobs", 2)
    _wait_for(lambda: list(database.glob("*.part")))
    time.sleep(seconds)
    os.killpg(load.pid, sent)
    out, err = load.communicate(timeout=20)
    assert (load.returncode, out, err) == (130, "", "dash-intel: stopped\n")
    assert current_build(database) == before
    assert not list(database.glob("*.part*"))
    _wait_for(lambda: not _is_alive(load.pid))


def test_killed_load_leaves_the_last_build_and_its_workers_leave(
    many: Path, database: Path
) -> None:
    before = current_build(database)
    load = process("load", many, "--db", database, "--jobs", 2)
    _wait_for(lambda: list(database.glob("*.part")))
    time.sleep(2.0)
    load.kill()
    load.communicate(timeout=20)
    assert current_build(database) == before
    _wait_for(lambda: not _is_alive(load.pid))
    again = process("load", CLEAN, "--db", database)
    assert again.communicate(timeout=20)[0] == "Load 2: 1 new report.\n"
    assert not list(database.glob("*.part*"))


def test_two_loads_at_once_both_end_up_in_the_database(tmp_path: Path) -> None:
    texts = [f"{CLEAN.read_text(encoding='utf-8')}\nNote {number}." for number in range(2)]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    loads = [process("load", tmp_path / f"{number}.txt") for number in range(2)]
    assert sorted(load.communicate(timeout=30)[0][:6] for load in loads) == ["Load 1", "Load 2"]
    assert sorted(_texts(tmp_path / "db")) == sorted(texts)


def test_serve_prints_its_address_and_answers_this_machine_only(database: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = process("serve", "--port", port, "--db", database, cwd=database)
    try:
        assert served.stdout is not None
        assert served.stdout.readline() == f"http://127.0.0.1:{port}\n"
        _wait_for(lambda: _listening(port))
        assert _listening(port) == ["0100007F"]
    finally:
        served.terminate()
        served.communicate(timeout=20)


PUBLISHING = """
import sys
from itertools import count
from pathlib import Path
from dash_intel.store import publish
from tests.reports import report
for number in count():
    print(publish(Path(sys.argv[1]), [report(f"{number} {n}") for n in range(200)], ()), flush=True)
"""


def test_killed_at_any_moment_a_publish_leaves_a_whole_build(tmp_path: Path) -> None:
    for delay in (0.0, 0.05, 0.11, 0.2, 0.3):
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISHING, str(tmp_path / "killed")],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as publishing:
            assert publishing.stdout is not None
            publishing.stdout.readline()
            time.sleep(delay)
            publishing.kill()
        texts = _texts(tmp_path / "killed")
        assert len(texts) % 200 == 0
        assert len(texts) == len(set(texts))
    publish(tmp_path / "killed", [report("After.")], ())
    assert not list((tmp_path / "killed").glob("*.part*"))


def _texts(directory: Path) -> list[str]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        return [found.text for found in database.reports()]


def _listening(port: int) -> list[str]:
    """Return the addresses, as the kernel writes them, that are listened on at ``port``."""
    tables = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
    lines = [line.split() for table in tables for line in table.read_text().splitlines()[1:]]
    found = (local.split(":") for _, local, _, state, *_ in lines if state == "0A")
    return [address for address, number in found if int(number, 16) == port]


def _read_all(terminal: int) -> str:
    def chunks() -> Iterator[bytes]:
        try:
            while chunk := os.read(terminal, 65536):
                yield chunk
        except OSError:
            return

    try:
        return b"".join(chunks()).decode()
    finally:
        os.close(terminal)


def _is_alive(group: int) -> bool:
    def state_and_group(process: Path) -> tuple[str, int]:
        try:
            fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return "gone", 0
        return fields[0], int(fields[2])

    processes = map(state_and_group, Path("/proc").glob("[0-9]*"))
    return any(found == group and state != "Z" for state, found in processes)


def _wait_for(happened: Callable[[], object], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)
