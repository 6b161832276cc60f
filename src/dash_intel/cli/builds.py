"""``dash-intel builds``, ``dash-intel rollback`` and ``dash-intel purge``."""

from typing import Annotated

import typer

from dash_intel import store
from dash_intel.cli.options import Database, WaitSeconds, database, waiting
from dash_intel.cli.outdated import tell_outdated
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.store import NO_MATTER, Kept, Lacking

LACKING_SHOWN = 10

BUILDS_EXAMPLE = "dash-intel builds --db data/build"
ROLLBACK_EXAMPLE = "dash-intel rollback 7"
PURGE_EXAMPLE = 'dash-intel purge report-0a1b2c3d4e5f60718293 --reason "names a source"'


def builds(db: Database = None) -> int:
    """List the builds of the database that are kept, the newest first.

    Number, when it was published, how many texts it holds, its size (files it shares with other
    builds counted in each), and which one is current.
    """
    directory = database(db)
    kept = store.builds(directory)
    if not kept:
        tell(f"There is no database in {directory}: load reports with `dash-intel load PATH`.")
    for build in kept:
        say(_line(build))
    if any(build.is_current and not build.trouble for build in kept):
        tell_outdated(directory)
    return Status.DONE


def rollback(
    build: Annotated[
        int | None,
        typer.Argument(
            metavar="BUILD",
            min=1,
            help="Number of a build that `dash-intel builds` lists; else the one before.",
            show_default=False,
        ),
    ] = None,
    db: Database = None,
    wait: WaitSeconds = NO_MATTER.seconds,
) -> int:
    """Make another build the current one, older or newer.

    Nothing is removed: going forward again brings back what the older build lacks. The next load
    builds on the build that is current then.
    """
    done = store.rollback(database(db), build, waiting(wait))
    say(f"Build {done.now} is current now.")
    if done.lacking is None:
        tell("The build before cannot be read: what this one lacks is not known.")
    elif done.lacking:
        _tell_lacking(done.lacking, done.before)
    return Status.DONE


def purge(
    report_id: Annotated[str, typer.Argument(metavar="REPORT_ID", show_default=False)],
    reason: Annotated[
        str, typer.Option("--reason", help="Why; kept in place of the text.", show_default=False)
    ],
    db: Database = None,
    wait: WaitSeconds = NO_MATTER.seconds,
) -> int:
    """Remove the text of one report from all builds for good, and keep it from being loaded again.

    Its id, the hash of its text, time, user and reason are kept. Every build that held it gets a
    new number. Copies and exports outside the database stay as they are.
    """
    done = store.purge(database(db), report_id, reason, waiting(wait))
    say(f"Purged {done.tombstone.report_id}.")
    for old, new in done.rewritten.items():
        say(f"Build {old} was rewritten without it as build {new}.")
    for number in done.removed:
        say(f"Build {number}, which this version cannot read, was removed.")
    return Status.DONE


def _line(build: Kept) -> str:
    held = f"{build.reports:,} texts" if build.reports is not None else f"{build.trouble}"
    marks = ["current"] if build.is_current else []
    when = build.published_at.strftime("%Y-%m-%d %H:%M:%S UTC")
    size = f"{build.size / 1_000_000:,.1f} MB"
    return "  ".join([f"{build.number:>4}", when, f"{held:>16}", f"{size:>12}", *marks])


def _tell_lacking(lacking: tuple[Lacking, ...], before: int | None) -> None:
    many = len(lacking) > 1
    tell(
        f"It lacks {len(lacking):,} {'texts' if many else 'text'} of build {before}; "
        f"`dash-intel rollback {before}` brings {'them' if many else 'it'} back, through the next "
        "two loads:"
    )
    for one in lacking[:LACKING_SHOWN]:
        tell(f"  {one.report_id}  {one.title}")
    if len(lacking) > LACKING_SHOWN:
        tell(f"  and {len(lacking) - LACKING_SHOWN:,} more")
