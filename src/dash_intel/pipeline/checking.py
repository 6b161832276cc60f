"""Checking: how completely files can be read, without loading them."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline.inputs import Item, Upload, items
from dash_intel.pipeline.progress import Watcher, unwatched
from dash_intel.pipeline.reading import read
from dash_intel.store import Outcome


@dataclass(frozen=True, slots=True)
class Checked:
    """One report or rejection. ``place`` is a path that opens from here, and what is inside it."""

    place: str
    outcome: Report | Rejection
    differences: tuple[Difference, ...] = ()


def check(
    inputs: Iterable[Path | Upload], *, jobs: int | None = None, progress: Watcher = unwatched
) -> Generator[Checked]:
    """Yield what each file brings, in order; ``jobs`` and ``progress`` as for ``load``."""
    with closing(read(tuple(items(inputs)), jobs, progress)) as found:
        for item, brought in found:
            for number, (outcome, differences) in enumerate(_with_differences(brought), start=1):
                yield Checked(_place(item, outcome, number), outcome, differences)


def _with_differences(
    found: Iterable[Outcome],
) -> Iterator[tuple[Report | Rejection, tuple[Difference, ...]]]:
    last: Report | Rejection | None = None
    differences: list[Difference] = []
    for outcome in found:
        if isinstance(outcome, Difference):
            differences.append(outcome)
            continue
        if last is not None:
            yield last, tuple(differences)
        last, differences = outcome, []
    if last is not None:
        yield last, tuple(differences)


def _place(item: Item, outcome: Report | Rejection, number: int) -> str:
    if isinstance(item, Rejection):
        return item.source
    path, source = (
        (item.name, item.name) if isinstance(item, Upload) else (str(item.path), item.source)
    )
    inside = outcome.source.removeprefix(source)
    if outcome.source.startswith(source) and (not inside or inside.startswith("!")):
        return f"{path}{inside}"
    return f"{path}!{number}"
