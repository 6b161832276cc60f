"""Publishing: the only writer copies the current build, adds to the copy and swaps it in."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from dash_intel.model.load import Load
from dash_intel.store.builds import (
    DATABASE_FILE,
    INDEX_FOLDER,
    NEW,
    Build,
    current_build,
    draft,
    point_to,
    put_in_place,
    remove_old,
)
from dash_intel.store.collector import spared
from dash_intel.store.copies import copy_file
from dash_intel.store.duck import Connection, open_file, store_errors
from dash_intel.store.index import IndexWriter, link_index
from dash_intel.store.lock import NO_MATTER, Wait
from dash_intel.store.purge import writing
from dash_intel.store.replay import brought
from dash_intel.store.schema import create_tables, note_copy, require_version
from dash_intel.store.tally import Arrival
from dash_intel.store.tombstones import admitted
from dash_intel.store.writer import Writer

OUTCOMES_A_WRITE = 1_000


def publish(
    directory: Path, outcomes: Iterable[Arrival], origins: tuple[str, ...], wait: Wait = NO_MATTER
) -> Load:
    """Add outcomes to the database in ``directory`` as one load, and publish it as a new build.

    ``origins`` are the paths as the user named them. Outcomes are taken while other writers wait,
    a few hundred at a time. Whatever ends this early, a killed process included, the last build
    stays current and whole. Where another build became current meanwhile, by whatever means, the
    same is added to that one. Raises ``StoreError``, also where another writer does not end.
    """
    with writing(directory, wait), spared():
        return _published(directory, admitted(directory, outcomes), origins)


def rehearse(directory: Path, outcomes: Iterable[Arrival], origins: tuple[str, ...]) -> Load:
    """Return what ``publish`` would bring; nothing is changed."""
    with TemporaryDirectory(prefix="dash-intel-") as part:
        return _written(
            current_build(directory), Path(part), admitted(directory, outcomes), origins
        )


def _published(directory: Path, outcomes: Iterable[Arrival], origins: tuple[str, ...]) -> Load:
    base = current_build(directory)
    with draft(directory) as part:
        load = _written(base, part, outcomes, origins)
        if current_build(directory) != base:
            return _published(directory, brought(part / DATABASE_FILE, load.number), origins)
        build = put_in_place(part)
    point_to(build)
    with suppress(OSError):
        remove_old(directory, build, base)
    return load


def _written(
    base: Build | None, part: Path, outcomes: Iterable[Arrival], origins: tuple[str, ...]
) -> Load:
    path = part / DATABASE_FILE
    with store_errors(part):
        if base:
            copy_file(base.path, path)
            link_index(base.index, part / INDEX_FOLDER)
        connection = open_file(path)
    with closing(connection):
        with store_errors(part):
            _prepare(connection, base)
            writer = Writer(connection, IndexWriter(part / INDEX_FOLDER))
        for batch in _batches(outcomes):
            with store_errors(part):
                writer.add(batch)
        with store_errors(part):
            return writer.finish(origins)


def _prepare(connection: Connection, base: Build | None) -> None:
    if base is None:
        create_tables(connection, None)
    else:
        require_version(connection, str(base.path), NEW)
        note_copy(connection, base.number)


def _batches(outcomes: Iterable[Arrival]) -> Iterator[Sequence[Arrival]]:
    remaining = iter(outcomes)
    while batch := list(islice(remaining, OUTCOMES_A_WRITE)):
        yield batch
