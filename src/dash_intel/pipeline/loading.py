"""Loading: what files, folders and uploads bring is published as one build."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dash_intel import store
from dash_intel.model.load import Load
from dash_intel.model.source import Rejection
from dash_intel.pipeline.inputs import Item, Upload, items, origins, outcomes
from dash_intel.pipeline.progress import Watcher, unwatched
from dash_intel.pipeline.reading import read_arrivals
from dash_intel.query.loads import loads
from dash_intel.read.folder import NOT_FOUND
from dash_intel.read.names import printable
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import (
    NO_MATTER,
    Arrival,
    Outcome,
    Tally,
    Wait,
    current_build,
    open_build,
    publish,
)


def load(
    inputs: Iterable[Path | Upload],
    database: Path,
    *,
    jobs: int | None = None,
    progress: Watcher = unwatched,
    wait: Wait = NO_MATTER,
) -> Load:
    """Load files, folders and uploads into the database in the folder ``database``.

    On ``jobs`` processes, None for one a core where that is worth while; a program that asks for
    more than one must guard its main module, as they are spawned. ``wait`` says how long for
    another load to end. Where ``inputs`` name no file that is there, nothing is published. Raises
    ``StoreError``.
    """
    wanted = tuple(inputs)
    there = tuple(items(wanted))
    if all(isinstance(item, Rejection) and item.code == NOT_FOUND for item in there):
        return _nothing(there, origins(wanted), database)
    with closing(read_arrivals(there, jobs, progress, database)) as found:
        return publish(database, _arrivals(found), origins(wanted), wait)


def rehearse(
    inputs: Iterable[Path | Upload],
    database: Path,
    *,
    jobs: int | None = None,
    progress: Watcher = unwatched,
) -> Load:
    """Read everything, change nothing and return what ``load`` would bring.

    The database is copied to a temporary folder for that.
    """
    wanted = tuple(inputs)
    with closing(read_arrivals(tuple(items(wanted)), jobs, progress)) as found:
        return store.rehearse(database, _arrivals(found), origins(wanted))


def load_outcomes(
    found: Iterable[Outcome], named: Iterable[str], database: Path, wait: Wait = NO_MATTER
) -> Load:
    """Load what was read before, such as uploads that were looked at first and ``named`` so."""
    return publish(database, found, tuple(map(printable, named)), wait)


def load_sample(database: Path) -> Load:
    """Load the invented sample reports."""
    return load([SAMPLE_DIRECTORY], database)


def read_uploads(uploads: Iterable[tuple[str, bytes]]) -> tuple[Outcome, ...]:
    """Return what uploaded files bring, as (name, bytes), without loading it."""
    return tuple(outcome for name, data in uploads for outcome in outcomes(Upload(name, data)))


def _nothing(missing: Iterable[Item], named: tuple[str, ...], database: Path) -> Load:
    """Return what the next load would be if it brought these rejections only."""
    tally = Tally()
    for one in missing:
        if isinstance(one, Rejection):
            tally.add(one)
    build = current_build(database)
    if build is None:
        return tally.load(1, named)
    with closing(open_build(build)) as opened:
        return tally.load(int(loads(opened)["number"].max()) + 1, named)


def _arrivals(found: Iterable[tuple[Item, Iterator[Arrival]]]) -> Iterator[Arrival]:
    return (outcome for _, brought in found for outcome in brought)
