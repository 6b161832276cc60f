"""Loads folders of synthetic reports with the command that users run."""

import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.watching import Run, busy, watched
from dash_intel.synth import Form, write

JOBS = 2
MORE = 100


@dataclass(frozen=True)
class Loaded:
    """What one load took; ``text`` and ``kept`` in bytes, ``plain`` in seconds of processor."""

    count: int
    run: Run
    text: int
    kept: int
    plain: float
    busy: float

    @property
    def rate(self) -> float:
        """Reports a second on the clock."""
        return self.count / self.run.seconds

    @property
    def cpu_rate(self) -> float:
        """Reports a second if all cores were free for it: from processor seconds."""
        return self.count * JOBS / self.run.cpu_seconds

    @property
    def together(self) -> int:
        """The peak memory of all processes, in bytes."""
        return self.run.together


def loaded(folder: Path, count: int, seed: int) -> Loaded:
    """Load ``count`` reports into a new database below ``folder`` and return what it took."""
    reports = folder / f"reports-{count}"
    write(count, reports, seed, Form.TXT, lambda _: None)
    paths = [str(path) for path in reports.rglob("*.txt")]
    plain = _plain_seconds(paths)
    load_average = busy()
    run = watched(_load(reports, database(folder, count)))
    text = sum(Path(path).stat().st_size for path in paths)
    kept = _current_size(database(folder, count))
    shutil.rmtree(reports)
    return Loaded(count, run, text, kept, plain, load_average)


def added(folder: Path, count: int, seed: int) -> Run:
    """Add reports to the database of ``count`` reports and return what it took."""
    more = folder / "more"
    write(MORE, more, seed + 1, Form.TXT, lambda _: None)
    return watched(_load(more, database(folder, count), jobs=None))


def _load(reports: Path, into: Path, jobs: int | None = JOBS) -> list[str]:
    options = ["--db", str(into)]
    if jobs is not None:
        options += ["--jobs", str(jobs)]
    return [sys.executable, "-m", "dash_intel", "load", str(reports), *options]


def database(folder: Path, count: int) -> Path:
    """Return the folder of the database of ``count`` reports."""
    return folder / f"database-{count}"


def _plain_seconds(paths: list[str]) -> float:
    """Return the processor seconds of a loop that opens, decodes and splits the same files."""
    start, lines = time.process_time(), 0
    for path in paths:
        with open(path, "rb") as file:  # noqa: PTH123 - the plainest loop there is
            lines += len(file.read().decode("utf-8").split("\n"))
    return time.process_time() - start


def _current_size(directory: Path) -> int:
    """Return the bytes of the newest build: a file, or a folder with all in it."""
    name = (directory / "current").read_text(encoding="ascii").split()[0]
    build = directory / name
    if build.is_file():
        return build.stat().st_size
    return sum(
        (Path(folder) / file).stat().st_size
        for folder, _, files in os.walk(build)
        for file in files
    )
