"""One run of a page: the build that it holds, and the answers that are looked for ahead."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import dataclass, field
from typing import TypeVar, cast

from dash_intel.errors import StoreError
from dash_intel.settings import database_directory
from dash_intel.store import Build, current_build

T = TypeVar("T")

AT_ONCE = max(2, os.cpu_count() or 1)
"""Questions that are asked at once before their turn."""


@dataclass(slots=True)
class _Run:
    """One run of a page: the build that it holds, and what it began to ask ahead."""

    build: Build | None
    begun: list[Future[object]] = field(default_factory=list)
    found: dict[str, object] = field(default_factory=dict)

    def end(self) -> None:
        """Let go of what was begun and not asked for."""
        for one in self.begun:
            one.cancel()
        wait(self.begun)


_run: ContextVar[_Run | None] = ContextVar("run of a page", default=None)
_asking = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="answers")


@contextmanager
def one_build() -> Iterator[None]:
    """Hold the build that is current now, so that one run of a page never mixes two.

    Raises ``StoreError`` where the pointer to it is broken.
    """
    run = _Run(current_build(database_directory()))
    token = _run.set(run)
    try:
        yield
    finally:
        _run.reset(token)
        run.end()


def once(name: str, find: Callable[[], T]) -> T:
    """Return what ``find`` finds, looked for once in a run of a page and kept until it ends."""
    run = _run.get()
    if run is None:
        return find()
    if name not in run.found:
        run.found[name] = find()
    return cast("T", run.found[name])


def ahead(*asks: Callable[[], object]) -> None:
    """Begin to find the answers that ``asks`` will want, several at once, and return at once.

    Each calls ``answer``, ``decided`` or ``chosen`` just as the page will, and nothing that needs
    the session. What goes wrong is met where the page asks itself.
    """
    run = _run.get()
    if run and run.build:
        run.begun += [_asking.submit(copy_context().run, ask) for ask in asks]


def build() -> Build | None:
    """Return the build that this run holds, else the current one; None where nothing is loaded."""
    run = _run.get()
    return run.build if run else current_build(database_directory())


def again(ask: Callable[[], T]) -> T:
    """Return what ``ask`` finds among the builds that are kept, which may change meanwhile."""
    try:
        return ask()
    except StoreError:
        return ask()
