"""Reading many items: in this process, or on several worker processes, always in their order."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline.inputs import Item, Upload, arrivals, brought
from dash_intel.pipeline.progress import Progress, Watcher
from dash_intel.pipeline.workers import BroughtBy, read_on_workers
from dash_intel.store import Arrival, Outcome, Packed, Texts

One = TypeVar("One")

WORTH_WORKERS = 1_000
"""Texts from which on starting worker processes takes less time than they save."""

TEXTS_A_FILE = 25
"""What a file counts that is no plain text: it takes longer to read, or holds many texts."""

OUTCOMES_A_NOTE = 100


def read(
    items: Sequence[Item], jobs: int | None, watcher: Watcher, database: Path | None = None
) -> Generator[tuple[Item, Iterator[Outcome]]]:
    """Yield each item with what it brings, in order; take each one's outcomes before the next.

    On ``jobs`` processes; None means one a core where that is worth while. The order of ``items``
    alone decides the order of outcomes. ``watcher`` is told how far it is. Whoever writes to a
    ``database`` names its folder: temporary files then lie there, not in the system's folder.
    """
    yield from _counted(items, watcher, partial(_read, jobs, brought, database))


def read_arrivals(
    items: Sequence[Item], jobs: int | None, watcher: Watcher, database: Path | None = None
) -> Generator[tuple[Item, Iterator[Arrival]]]:
    """Yield each item with what it brings to a build, otherwise as ``read``.

    Reports come packed, which is what takes least time between processes.
    """
    yield from _counted(items, watcher, partial(_read, jobs, arrivals, database))


def _counted(
    items: Sequence[Item],
    watcher: Watcher,
    read: Callable[[Sequence[Item]], Generator[tuple[Item, Iterator[One]]]],
) -> Generator[tuple[Item, Iterator[One]]]:
    count = _Count(len(items), watcher)
    with closing(read(items)) as found:
        for item, brought in found:
            yield item, count.through(brought)


def _texts(items: Sequence[Item]) -> int:
    return sum(_worth(item) for item in items)


def _worth(item: Item) -> int:
    if isinstance(item, Texts):
        return item.last_key - item.first_key + 1
    name = item.name if isinstance(item, Upload) else item.source
    return 1 if name.lower().endswith((".txt", ".md")) else TEXTS_A_FILE


def _read(
    jobs: int | None,
    brought_by: BroughtBy[One],
    database: Path | None,
    items: Sequence[Item],
) -> Generator[tuple[Item, Iterator[One | Rejection]]]:
    if jobs is None:
        jobs = core_count() if _texts(items) >= WORTH_WORKERS else 1
    if min(jobs, len(items)) > 1:
        yield from read_on_workers(items, min(jobs, len(items)), brought_by, database)
    else:
        yield from brought_by(items)


class _Count:
    def __init__(self, files: int, watcher: Watcher) -> None:
        self._now = Progress(0, files, 0, 0)
        self._watcher = watcher
        watcher(self._now)

    def through(self, outcomes: Iterator[One]) -> Iterator[One]:
        done, files = self._now.files_done, self._now.files
        reports, rejected = self._now.reports, self._now.rejected
        for number, outcome in enumerate(outcomes, start=1):
            yield outcome
            reports += isinstance(outcome, Report | Packed)
            rejected += isinstance(outcome, Rejection)
            if number % OUTCOMES_A_NOTE == 0:
                self._watcher(Progress(done, files, reports, rejected))
        self._now = Progress(done + 1, files, reports, rejected)
        self._watcher(self._now)


def core_count() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
