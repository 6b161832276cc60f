"""Publishing: one loader at a time copies the last build, adds to the copy and swaps it in."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path
from shutil import copyfile

from filelock import FileLock, Timeout

from dash_intel.errors import StoreError
from dash_intel.model.load import Load
from dash_intel.store.builds import (
    Build,
    build_path,
    current_build,
    next_number,
    on_disk,
    point_to,
    remove_old,
    remove_parts,
)
from dash_intel.store.duck import open_file, store_errors
from dash_intel.store.schema import create_tables, require_version
from dash_intel.store.tally import Outcome
from dash_intel.store.writer import Writer

WAIT_SECONDS = 600.0
"""How long a load waits for another one to end."""

OUTCOMES_A_WRITE = 500


def publish(
    directory: Path,
    outcomes: Iterable[Outcome],
    origins: tuple[str, ...],
    wait_seconds: float = WAIT_SECONDS,
) -> Load:
    """Add outcomes to the database in ``directory`` as one load, and publish it as a new build.

    ``origins`` are the paths as the user named them. Outcomes are taken while the loader lock is
    held, a few hundred at a time. Whatever ends this early, a killed process included, the last
    build stays current and whole. Raises ``StoreError``, also where another load does not end
    within ``wait_seconds``.
    """
    with store_errors(directory):
        directory.mkdir(parents=True, exist_ok=True)
    with _loader_lock(directory, wait_seconds):
        base = current_build(directory)
        with store_errors(directory):
            remove_parts(directory)
            path = build_path(directory, next_number(directory))
        part = path.with_name(f"{path.name}.part")
        try:
            load = _written(base, part, outcomes, origins)
            _put_in_place(part, path, base)
        finally:
            with suppress(OSError):
                remove_parts(directory)
        with suppress(OSError):
            remove_old(directory)
    return load


def _written(
    base: Build | None, part: Path, outcomes: Iterable[Outcome], origins: tuple[str, ...]
) -> Load:
    with store_errors(part):
        if base:
            copyfile(base.path, part)
        connection = open_file(part)
    with closing(connection):
        with store_errors(part):
            if base:
                require_version(connection, str(base.path))
            else:
                create_tables(connection)
            writer = Writer(connection)
        for batch in _batches(outcomes):
            with store_errors(part):
                writer.add(batch)
        with store_errors(part):
            return writer.finish(origins)


def _batches(outcomes: Iterable[Outcome]) -> Iterator[Sequence[Outcome]]:
    remaining = iter(outcomes)
    while batch := list(islice(remaining, OUTCOMES_A_WRITE)):
        yield batch


def _put_in_place(part: Path, path: Path, base: Build | None) -> None:
    if current_build(path.parent) != base:
        raise StoreError(
            f"The database in {path.parent} was changed by other means during this load: "
            "load again."
        )
    with store_errors(path):
        on_disk(part)
        part.rename(path)
        point_to(path)


@contextmanager
def _loader_lock(directory: Path, wait_seconds: float) -> Iterator[None]:
    lock = FileLock(directory / "loader.lock")
    with store_errors(directory):
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout as error:
            raise StoreError(
                f"Another load into {directory} is still running after {wait_seconds:.0f} "
                "seconds: wait until it is done and load again."
            ) from error
    try:
        yield
    finally:
        lock.release()
