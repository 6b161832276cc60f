"""Runs a command and watches what it and all processes below it take."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class Run:
    """Seconds on the clock and on all cores; peaks in bytes: of all processes, of the largest."""

    seconds: float
    cpu_seconds: float
    together: int
    largest: int


def watched(command: list[str]) -> Run:
    """Run ``command`` and return what it took; pages that processes share count once."""
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    peaks = [0, 0]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, done, peaks))
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - start
        done.set()
        watcher.join()
    after = getrusage(RUSAGE_CHILDREN)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, *peaks)


def _watch(pid: int, done: threading.Event, peaks: list[int]) -> None:
    while not done.wait(SECONDS_BETWEEN_LOOKS):
        sizes = [size for one in _family(pid) if (size := _sizes(one)) is not None]
        peaks[0] = max(peaks[0], sum(share for share, _ in sizes))
        peaks[1] = max(peaks[1], max((whole for _, whole in sizes), default=0))


def _family(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += parents.get(one, ())
    return found


def _sizes(pid: int) -> tuple[int, int] | None:
    """Return the proportional and the whole resident size of a process, in bytes."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return None
    sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in lines}
    return sizes.get("Pss", 0), sizes.get("Rss", 0)


def busy() -> float:
    """Return how many processes wanted a core lately, this one aside."""
    return os.getloadavg()[0]
