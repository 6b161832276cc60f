"""``dash-intel override``."""

from typing import Annotated, Any, cast

import typer

from dash_intel.cli.deciding import (
    AsJson,
    Expected,
    Identifier,
    Note,
    Reason,
    as_line,
    desk,
    opened,
)
from dash_intel.cli.options import Database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status, epilog
from dash_intel.ledger import set_override, undo_override
from dash_intel.query import decisions as query
from dash_intel.vocab.decisions import keys, label

LIST_EXAMPLE = "dash-intel override list --json"
SET_EXAMPLE = (
    'dash-intel override set risk-0a1b2c3d4e5f60718293 impact 4 --reason "The port is the only one"'
)
UNDO_EXAMPLE = "dash-intel override undo risk-0a1b2c3d4e5f60718293 impact"

commands = typer.Typer(
    help="Readings that were corrected: likelihood, impact, places and others.",
    rich_markup_mode=None,
)

Field = Annotated[
    str,
    typer.Argument(
        metavar="FIELD", help=f"One of {', '.join(keys('reading'))}.", show_default=False
    ),
]


@commands.command("list", epilog=epilog(LIST_EXAMPLE))
def list_all(db: Database = None, as_json: AsJson = False) -> int:
    """List the corrections in force, the latest first."""
    with opened(db) as build:
        found = query.overrides(build)
    for row in cast("list[dict[str, Any]]", found.to_dict("records")):
        if as_json:
            print(as_line({{"report_id": "report"}.get(key, key): row[key] for key in row}))
            continue
        value = ", ".join(row["value"]) or "nothing to read"
        gone = "  (orphaned)" if row["is_orphaned"] else ""
        say(f"{row['subject_id']}  {label('reading', row['field'])}: {value}{gone}")
        say(f"  {row['overridden_by']}, {row['overridden_at']:%Y-%m-%d}: {row['reason']}")
    return Status.DONE


@commands.command("set", epilog=epilog(SET_EXAMPLE))
def set_one(  # noqa: PLR0913, PLR0917 - each is an option of the command
    subject_id: Identifier,
    field: Field,
    value: Annotated[
        list[str],
        typer.Argument(metavar="VALUE...", help="none: there is nothing to read."),
    ],
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Correct a reading of a report or an item, with a reason.

    likelihood is a term such as very_unlikely, impact a level from 1 to 5, place one or more
    country codes such as KEN, tag the report's tags, group and event the id of another member (none
    where it stands alone), rejected yes where the sentence is no item at all.
    """
    with desk(db) as at:
        editing = at.editing(subject_id, expected, note, reason)
        event = set_override(at.ledger, at.known, editing, field, tuple(value))
    say(f"{event.subject_id}: revision {event.revision}.")
    tell(f"Ledger head: {event.number}:{event.hash}")
    return Status.DONE


@commands.command("undo", epilog=epilog(UNDO_EXAMPLE))
def undo(  # noqa: PLR0913, PLR0917 - each is an option of the command
    subject_id: Identifier,
    field: Field,
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Take a correction back: what was read counts again."""
    with desk(db) as at:
        editing = at.editing(subject_id, expected, note, reason)
        event = undo_override(at.ledger, at.known, editing, field)
    say(f"{event.subject_id}: revision {event.revision}.")
    tell(f"Ledger head: {event.number}:{event.hash}")
    return Status.DONE
