"""Fixtures for the command line.

``run``      a command in this process: quick, for what it prints and its exit status.
``reports``  a folder with a clean report, one with warnings and a file that cannot be read.
``process``  a command as a process of its own: for pipes, signals and terminals.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from dash_intel.cli import main
from dash_intel.settings import SAMPLE_DIRECTORY

CLEAN = SAMPLE_DIRECTORY / "13-bosaso-dhow.txt"
HEADLINE = "Intelligence Report: Dhow with Drone Motors Stopped off Bosaso"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_DB", str(tmp_path / "db"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs ``dash-intel`` with arguments and standard input."""

    def command(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["dash-intel", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Done(left.value.code, printed.out, printed.err)

    return command


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with a clean report, one with unread text and an empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    clean = CLEAN.read_text(encoding="utf-8")
    (folder / "clean.txt").write_text(clean, encoding="utf-8")
    other = clean.replace(HEADLINE, "Intelligence Report: Another Dhow")
    (folder / "unread.txt").write_text(f"{other}\nThese words   stray.\n", encoding="utf-8")
    (folder / "void.txt").touch()
    return folder


def process(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    """Start ``dash-intel`` as a process in a group of its own, with its output in pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "dash_intel", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONWARNINGS": "error::ResourceWarning"},
        **options,  # type: ignore[call-overload]
    )
