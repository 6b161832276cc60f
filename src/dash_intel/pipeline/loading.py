"""Loading: what files, folders and uploads bring is published as one build."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from dash_intel.model.load import Load
from dash_intel.model.report import Report
from dash_intel.pipeline.inputs import Upload, items, origins, outcomes
from dash_intel.pipeline.progress import Watcher, unwatched
from dash_intel.pipeline.reading import read
from dash_intel.query.loads import loads
from dash_intel.query.report import index
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Outcome, Tally, current_build, open_build, publish


def load(
    inputs: Iterable[Path | Upload],
    database: Path,
    *,
    jobs: int | None = None,
    progress: Watcher = unwatched,
    dry_run: bool = False,
) -> Load:
    """Load files, folders and uploads into the database in the folder ``database``.

    On ``jobs`` processes, None for one a core where that is worth while; a program that asks for
    more than one must guard its main module, as they are spawned. ``dry_run`` reads everything,
    changes nothing and returns what a load would bring. Raises ``StoreError``.
    """
    wanted = tuple(inputs)
    with closing(read(tuple(items(wanted)), jobs, progress)) as found:
        outcomes = (outcome for _, brought in found for outcome in brought)
        if dry_run:
            return _rehearsed(database, outcomes, origins(wanted))
        return publish(database, outcomes, origins(wanted))


def load_outcomes(outcomes: Iterable[Outcome], origins: tuple[str, ...], database: Path) -> Load:
    """Load what was read before, such as uploads that were looked at first."""
    return publish(database, outcomes, origins)


def load_sample(database: Path) -> Load:
    """Load the invented sample reports."""
    return load([SAMPLE_DIRECTORY], database)


def read_uploads(uploads: Iterable[tuple[str, bytes]]) -> tuple[Outcome, ...]:
    """Return what uploaded files bring, as (name, bytes), without loading it."""
    return tuple(outcome for name, data in uploads for outcome in outcomes(Upload(name, data)))


def _rehearsed(database: Path, found: Iterable[Outcome], origins: tuple[str, ...]) -> Load:
    tally = Tally()
    number, known = _there_already(database)
    for outcome in found:
        if isinstance(outcome, Report):
            tally.add(outcome, known=outcome.report_id in known)
            known.add(outcome.report_id)
        else:
            tally.add(outcome)
    return tally.load(number + 1, origins)


def _there_already(database: Path) -> tuple[int, set[str]]:
    build = current_build(database)
    if build is None:
        return 0, set()
    with closing(open_build(build)) as opened:
        return len(loads(opened)), set(index(opened)["report_id"])
