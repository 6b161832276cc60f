"""Loading: what files, folders and uploads bring is published as one build."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dash_intel import store
from dash_intel.model.load import Load
from dash_intel.pipeline.inputs import Item, Upload, items, origins, outcomes
from dash_intel.pipeline.progress import Watcher, unwatched
from dash_intel.pipeline.reading import read_arrivals
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import NO_MATTER, Arrival, Outcome, Wait, publish


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
    another load to end. Raises ``StoreError``.
    """
    wanted = tuple(inputs)
    with closing(read_arrivals(tuple(items(wanted)), jobs, progress)) as found:
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


def load_outcomes(outcomes: Iterable[Outcome], origins: tuple[str, ...], database: Path) -> Load:
    """Load what was read before, such as uploads that were looked at first."""
    return publish(database, outcomes, origins)


def load_sample(database: Path) -> Load:
    """Load the invented sample reports."""
    return load([SAMPLE_DIRECTORY], database)


def read_uploads(uploads: Iterable[tuple[str, bytes]]) -> tuple[Outcome, ...]:
    """Return what uploaded files bring, as (name, bytes), without loading it."""
    return tuple(outcome for name, data in uploads for outcome in outcomes(Upload(name, data)))


def _arrivals(found: Iterable[tuple[Item, Iterator[Arrival]]]) -> Iterator[Arrival]:
    return (outcome for _, brought in found for outcome in brought)
