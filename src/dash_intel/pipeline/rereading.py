"""Reading the texts that are kept anew."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dash_intel import store
from dash_intel.errors import StoreError
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline.progress import Watcher, unwatched
from dash_intel.pipeline.reading import read
from dash_intel.store import NO_MATTER, Outcome, Reread, Texts, Wait


def reread(
    database: Path,
    *,
    jobs: int | None = None,
    progress: Watcher = unwatched,
    wait: Wait = NO_MATTER,
) -> Reread:
    """Read all texts that the database holds anew, whatever version of dash-intel wrote it.

    ``jobs``, ``progress`` (files are runs of some hundred texts) and ``wait`` as for ``load``.
    """

    def reports(runs: tuple[Texts, ...]) -> Iterator[Report]:
        with closing(read(runs, jobs, progress, database)) as found:
            for _, brought in found:
                yield from map(_report, brought)

    return store.reread(database, reports, wait)


def _report(outcome: Outcome) -> Report:
    if isinstance(outcome, Report):
        return outcome
    said = outcome.reason if isinstance(outcome, Rejection) else outcome.message
    raise StoreError(f"{outcome.source} cannot be read again, nothing was changed: {said}")
