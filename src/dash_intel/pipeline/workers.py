"""Reading on worker processes.

Workers are started anew (``spawn``), so they share nothing with this process. Chunks of items go to
them in order, a bounded number at a time, and results come back in the same order. A worker that
dies takes nothing along but the item it died on: chunks that were under way are read again item by
item. Workers end with this process, however it ends: each holds a line to it and leaves when the
line breaks.
"""

import atexit
import gc
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory, gettempdir
from types import TracebackType
from typing import Generic, TypeVar

from dash_intel.errors import InputError
from dash_intel.model.source import Rejection
from dash_intel.pipeline.inputs import Item, Upload
from dash_intel.pipeline.line import hold_line
from dash_intel.store import spool

ITEMS_A_CHUNK = 64
CHUNKS_A_WORKER = 2
"""How many chunks wait for each worker, so that none idles."""

OBJECTS_A_COLLECTION = 200_000
"""New objects after which a worker looks for circles, more than a chunk of reports brings.

Reports hold none, and looking through the objects of a chunk takes a sixth of the time of a load.
"""

OUTCOMES_HELD = 1_000
"""Of one item; more go through a temporary file, so that large archives need little memory."""

One = TypeVar("One")
BroughtBy = Callable[[Sequence[Item]], Iterator[tuple[Item, Iterator[One]]]]
"""Yields items with what each brings, which is taken before the next."""

Brought = list[One | Rejection] | Path
"""What one item brought: itself, or a file of it in pickled batches."""


def read_on_workers(
    items: Sequence[Item], jobs: int, brought_by: BroughtBy[One], database: Path | None = None
) -> Iterator[tuple[Item, Iterator[One | Rejection]]]:
    """Yield each item with what it brings, in order, read on ``jobs`` processes.

    ``brought_by`` is a function of a module, which workers can import. An item that a worker died
    on brings a ``Rejection``. Temporary files lie in the folder ``database``, whose only writer
    reads here, else in the system's folder for them.
    """
    size = max(1, min(ITEMS_A_CHUNK, len(items) // (jobs * CHUNKS_A_WORKER)))
    chunks = (items[start : start + size] for start in range(0, len(items), size))
    waiting: deque[tuple[Sequence[Item], Future[list[Brought[One]]]]] = deque()
    with _Crew(jobs, brought_by, database) as crew:
        for chunk in chunks:
            waiting.append((chunk, crew.submit(chunk)))
            if len(waiting) > jobs * CHUNKS_A_WORKER:
                yield from crew.results(*waiting.popleft())
        while waiting:
            yield from crew.results(*waiting.popleft())


class _Crew(Generic[One]):
    def __init__(self, jobs: int, brought_by: BroughtBy[One], database: Path | None) -> None:
        self._jobs = jobs
        self._brought_by = brought_by
        self._context = get_context("spawn")
        resource_tracker.ensure_running()  # started later, it would undo _deaf_to_interrupts
        self._line, self._held_end = self._context.Pipe(duplex=False)
        self._spool = _spool(database)
        self._pool = self._started(jobs)
        self._lone: ProcessPoolExecutor | None = None

    def __enter__(self) -> "_Crew[One]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is not None:
            self._held_end.close()
        self._pool.shutdown(cancel_futures=True)
        if self._lone:
            self._lone.shutdown()
        self._held_end.close()
        self._line.close()
        self._spool.cleanup()

    def submit(self, chunk: Sequence[Item]) -> Future[list[Brought[One]]]:
        try:
            return self._given(self._pool, chunk)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._started(self._jobs)
            return self._given(self._pool, chunk)

    def results(
        self, chunk: Sequence[Item], future: Future[list[Brought[One]]]
    ) -> Iterator[tuple[Item, Iterator[One | Rejection]]]:
        try:
            brought = future.result()
        except BrokenProcessPool:
            brought = [self._read_alone(item) for item in chunk]
        except OSError as error:
            raise _unwritable(Path(self._spool.name).parent, error) from error
        for item, found in zip(chunk, brought, strict=True):
            yield item, _unpacked(found)

    def _read_alone(self, item: Item) -> Brought[One]:
        self._lone = self._lone or self._started(1)
        try:
            return self._given(self._lone, [item]).result()[0]
        except BrokenProcessPool:
            self._lone.shutdown()
            self._lone = None
            return [
                Rejection(
                    item.name if isinstance(item, Upload) else item.source,
                    "reader_died",
                    "The process that read it ended at once: it is damaged in a way that its "
                    "reader does not bear, or needs more memory than there is.",
                )
            ]

    def _given(
        self, pool: ProcessPoolExecutor, chunk: Sequence[Item]
    ) -> Future[list[Brought[One]]]:
        with _deaf_to_interrupts():
            return pool.submit(_read_chunk, chunk, self._brought_by, self._spool.name)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            jobs, mp_context=self._context, initializer=hold_line, initargs=(self._line,)
        )


def _spool(database: Path | None) -> TemporaryDirectory[str]:
    try:
        if database is None:
            return TemporaryDirectory(prefix="dash-intel-", ignore_cleanup_errors=True)
        return spool(database)
    except OSError as error:
        raise _unwritable(database or Path(gettempdir()), error) from error


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(f"Temporary files cannot be written in {folder}: {error.strerror or error}.")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that are started meanwhile leave interrupts to this one, from birth on."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_chunk(
    chunk: Sequence[Item], brought_by: BroughtBy[One], spool: str
) -> list[Brought[One]]:
    brought = [_brought(found, spool) for _, found in brought_by(chunk)]
    _spare_what_stays()
    return brought


@cache
def _spare_what_stays() -> None:
    """Keep the collector from looking at all words and rules again and again.

    They are there once the first chunk is read, and stay as long as the worker. At its end they
    must be collected, or libraries complain on the terminal of what was not let go of.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)
    gc.set_threshold(OBJECTS_A_COLLECTION)


def _brought(found: Iterator[One], spool: str) -> Brought[One]:
    batch: list[One | Rejection] = list(islice(found, OUTCOMES_HELD))
    if len(batch) < OUTCOMES_HELD:
        return batch
    with NamedTemporaryFile(dir=spool, delete=False) as file:
        while batch:
            pickle.dump(batch, file)
            batch = list(islice(found, OUTCOMES_HELD))
    return Path(file.name)


def _unpacked(brought: Brought[One]) -> Iterator[One | Rejection]:
    if isinstance(brought, list):
        yield from brought
        return
    with brought.open("rb") as file:
        brought.unlink()
        while file.peek(1):
            yield from pickle.load(file)  # noqa: S301 - written by our own worker in a private folder
