"""``dash-intel load``."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dash_intel import pipeline
from dash_intel.cli.invented import tell_invented
from dash_intel.cli.options import (
    Database,
    Jobs,
    OptionalPaths,
    WaitSeconds,
    database,
    inputs,
    waiting,
)
from dash_intel.cli.outdated import tell_outdated
from dash_intel.cli.screen import say, tell, watcher
from dash_intel.cli.status import Status
from dash_intel.model.load import Load
from dash_intel.store import NO_MATTER, Wait
from dash_intel.view.brought import brought_by
from dash_intel.view.words import count

REJECTIONS_SHOWN = 20
CHANGED_SHOWN = 100

EXAMPLE = "dash-intel load reports/ more.zip --db data/build"


def load(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: OptionalPaths = None,
    db: Database = None,
    jobs: Jobs = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, change nothing.")
    ] = False,
    reread: Annotated[
        bool,
        typer.Option(
            "--reread",
            help="Instead of paths: read the texts that are kept anew, with this version.",
        ),
    ] = False,
    wait: WaitSeconds = NO_MATTER.seconds,
) -> int:
    """Read reports and add them to the database.

    What cannot be read is named on standard error, and the rest is loaded. Reports that are there
    already stay as they are; the new places they were found in are noted. A report whose headline,
    publisher and date are known and whose wording is nearly the same is kept as a revision.
    """
    directory = database(db)
    if reread == bool(paths) or (reread and dry_run):
        raise typer.BadParameter("name paths to read, or --reread alone")
    if reread:
        return _reread(directory, jobs, waiting(wait))
    found = inputs(paths or [])
    with watcher("Reading") as progress:
        if dry_run:
            brought = pipeline.rehearse(found, directory, jobs=jobs, progress=progress)
        else:
            brought = pipeline.load(
                found, directory, jobs=jobs, progress=progress, wait=waiting(wait)
            )
    say(_summary(brought, dry_run=dry_run))
    if not dry_run and pipeline.is_sample(paths or ()):
        tell_invented(db)
    tell_outdated(directory)
    return _tell_findings(brought)


def _reread(directory: Path, jobs: int | None, wait: Wait) -> int:
    with watcher("Rereading") as progress:
        done = pipeline.reread(directory, jobs=jobs, progress=progress, wait=wait)
    say(
        f"Build {done.number}: {count(done.reports, 'text')} read again, "
        f"{len(done.changed):,} of them otherwise than before."
    )
    parts = Counter(part for one in done.changed for part in one.parts)
    for part, number in parts.most_common():
        say(f"{part.replace('_', ' ')}: otherwise in {number:,}")
    for one in done.changed[:CHANGED_SHOWN]:
        say(f"{one.report_id}: {', '.join(part.replace('_', ' ') for part in one.parts)}")
    if len(done.changed) > CHANGED_SHOWN:
        say(f"and {len(done.changed) - CHANGED_SHOWN:,} more")
    return Status.DONE


def _summary(brought: Load, *, dry_run: bool) -> str:
    parts = brought_by(brought).parts() if _found(brought) else ("nothing",)
    if brought.differences:
        parts += (f"{len(brought.differences):,} declared otherwise than read",)
    said = f"{'Dry run' if dry_run else f'Load {brought.number}'}: {', '.join(parts)}."
    return f"{said} {brought_by(brought).counted()}".rstrip()


def _found(brought: Load) -> bool:
    return bool(brought.added or brought.known or brought.rejections)


def _tell_findings(brought: Load) -> Status:
    for one in brought.rejections[:REJECTIONS_SHOWN]:
        tell(f"{one.source}: rejected: {one.reason} [{one.code}]")
    rest = len(brought.rejections) - REJECTIONS_SHOWN
    if rest > 0:
        tell(f"{rest:,} more were rejected: `dash-intel check PATH` names them all.")
    if not _found(brought):
        tell(f"There is no file in {', '.join(brought.origins)}.")
    return Status.REJECTED if brought.rejections or not _found(brought) else Status.DONE
