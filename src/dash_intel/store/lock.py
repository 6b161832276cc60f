"""One writer at a time: loads, rollbacks and purges take turns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from dash_intel.errors import StoreError
from dash_intel.store.duck import store_errors

LOCK = "loader.lock"
WAIT_SECONDS = 600.0


def _silent() -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long to wait for another writer; ``told`` is called once where there is one."""

    seconds: float = WAIT_SECONDS
    told: Callable[[], None] = _silent


NO_MATTER = Wait()
"""As long as a load may well take, silently."""


@contextmanager
def only_writer(directory: Path, wait: Wait) -> Iterator[None]:
    """Be the only writer; ``StoreError`` where another one does not end in time."""
    with store_errors(directory):
        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory / LOCK)
        try:
            _acquire(lock, wait)
        except Timeout as error:
            raise StoreError(
                f"Another load into {directory} is still running after {wait.seconds:.0f} "
                "seconds: wait until it is done and try again."
            ) from error
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, wait: Wait) -> None:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        wait.told()
        lock.acquire(timeout=wait.seconds)
