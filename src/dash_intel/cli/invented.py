"""``dash-intel ledger invented``, and what loading the sample brings of it."""

from pathlib import Path
from typing import Annotated

import typer

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.cli.deciding import opened_ledger
from dash_intel.cli.options import Database, database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.errors import DashIntelError
from dash_intel.settings import ledger_address
from dash_intel.view.words import count

EXAMPLE = "dash-intel ledger invented --remove"
WORDS = "invented decision"

Put = Annotated[bool, typer.Option("--put", help="Put them in, anew where they are there.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take them out.")]


def invented(put: Put = False, remove: Remove = False, db: Database = None) -> int:
    """Say whether the sample's invented decisions are there; put them in or take them out.

    They are for trying out, stand beside the ledger's chain and are in no export. What somebody
    really decided about stays as it is.
    """
    if put and remove:
        raise typer.BadParameter("write --put or --remove")
    if not put and not remove:
        _say_status(db)
        return Status.DONE
    with opened_ledger(db, is_made=put) as ledger:
        person = ledgers.local_person()
        if put:
            number = pipeline.put_sample_decisions(database(db), ledger, person)
            say(f"{count(number, WORDS)} put in.")
        else:
            say(f"{count(ledgers.remove_invented(ledger, person), WORDS)} taken out.")
    return Status.DONE


def tell_invented(db: Path | None) -> None:
    """Put in what the sample brings of invented decisions, the first time, and say so."""
    try:
        with opened_ledger(db) as ledger:
            number = pipeline.put_with_sample(database(db), ledger, ledgers.local_person())
    except DashIntelError as error:
        tell(f"The sample's invented decisions were not put in: {error}")
        return
    if number:
        say(f"{count(number, WORDS)} for trying out; `{EXAMPLE}` takes them out.")


def _say_status(db: Path | None) -> None:
    if not ledgers.is_there(ledger_address(db)):
        say("No invented decisions are there.")
        return
    with opened_ledger(db) as ledger:
        number = ledgers.invented_count(ledger)
        was_put = ledgers.was_put(ledger)
    if number:
        say(f"{count(number, WORDS)} are there.")
    else:
        say(f"No invented decisions are there{'; they were taken out' if was_put else ''}.")
