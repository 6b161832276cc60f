"""``dash-intel ledger``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from dash_intel import ledger as ledgers
from dash_intel.cli import invented
from dash_intel.cli.deciding import opened_ledger
from dash_intel.cli.options import STANDARD_INPUT, Database
from dash_intel.cli.output import Output, write
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status, epilog
from dash_intel.errors import InputError

EXPORT_EXAMPLE = "dash-intel ledger export -o ledger.jsonl"
IMPORT_EXAMPLE = "dash-intel ledger import ledger.jsonl"
VERIFY_EXAMPLE = "dash-intel ledger verify --head 1042:9f86d081884c7d65…"
HEAD_EXAMPLE = "dash-intel ledger head"
PROBLEMS_SHOWN = 20

commands = typer.Typer(
    help="All that people decided: export, import, verify.", rich_markup_mode=None
)

commands.command("invented", epilog=epilog(invented.EXAMPLE))(invented.invented)


@commands.command(epilog=epilog(EXPORT_EXAMPLE))
def export(output: Output = None, db: Database = None) -> int:
    """Write all events, one JSON object a line, with their hashes.

    The head stands on standard error: keep it apart, to verify the ledger with later.
    """
    with opened_ledger(db, is_made=False) as ledger:
        head = ledger.head()
        write(ledgers.exported(ledger, ledgers.local_person()), output)
    tell(f"Ledger head: {head}")
    return Status.DONE


@commands.command("import", epilog=epilog(IMPORT_EXAMPLE))
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="- is standard input.", show_default=False)
    ],
    db: Database = None,
) -> int:
    """Add the events of an export that are not there yet.

    Its chain is verified first, and has to continue the one that is there. Nothing is added twice.
    """
    with opened_ledger(db) as ledger:
        added = ledgers.imported(ledger, ledgers.local_person(), _lines(file))
        head = ledger.head()
    say(f"{added:,} events added.")
    tell(f"Ledger head: {head}")
    return Status.DONE


@commands.command(epilog=epilog(VERIFY_EXAMPLE))
def verify(
    earlier: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="HEAD",
            help="A head that was printed earlier: finds a cut tail and a rewritten chain.",
            show_default=False,
        ),
    ] = None,
    db: Database = None,
) -> int:
    """Check that no event was edited or removed; exit status 1 where one was."""
    head = ledgers.head_of(earlier) if earlier is not None else None
    with opened_ledger(db, is_made=False) as ledger:
        found = ledger.verify(head)
    for problem in found.problems[:PROBLEMS_SHOWN]:
        say(problem)
    if len(found.problems) > PROBLEMS_SHOWN:
        say(f"and {len(found.problems) - PROBLEMS_SHOWN:,} more")
    if found.is_whole:
        say(f"The ledger is whole: {found.head.number:,} events.")
    tell(f"Ledger head: {found.head}")
    return Status.DONE if found.is_whole else Status.WARNINGS


@commands.command(epilog=epilog(HEAD_EXAMPLE))
def head(db: Database = None) -> int:
    """Print the number and hash of the last event."""
    with opened_ledger(db, is_made=False) as ledger:
        say(str(ledger.head()))
    return Status.DONE


def _lines(file: Path) -> Iterator[str]:
    try:
        if str(file) == STANDARD_INPUT:
            yield from sys.stdin.buffer.read().decode("utf-8").splitlines()
        else:
            yield from file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8.") from error
