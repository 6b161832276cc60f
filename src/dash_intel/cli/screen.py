"""What a terminal shows: hostile text made harmless, progress for people only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from dash_intel.pipeline import Progress, Watcher
from dash_intel.pipeline.progress import unwatched
from dash_intel.read.names import printable


def plain(text: str) -> str:
    """Return ``text`` on one line, without what steers a terminal or turns the text around."""
    return printable(text)


def say(text: str) -> None:
    """Print a result."""
    print(plain(text))


def tell(text: str) -> None:
    """Print a line on standard error."""
    print(plain(text), file=sys.stderr)


@contextmanager
def watcher(task: str, *, is_shown: bool = True) -> Iterator[Watcher]:
    """Give a watcher that draws a bar with rate and time left, on a terminal only."""
    if not (is_shown and sys.stderr.isatty()):
        yield unwatched
        return
    with _bar() as bar:
        drawn = bar.add_task(task, total=None, reports=0)

        def watch(progress: Progress) -> None:
            bar.update(
                drawn,
                completed=progress.files_done,
                total=progress.files,
                reports=progress.reports,
            )

        yield watch


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        reports, seconds = task.fields["reports"], task.elapsed
        return Text(f"{reports:,} texts, {reports / seconds if seconds else 0:,.0f}/s")


def _bar() -> Bar:
    return Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files"),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
