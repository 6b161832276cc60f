"""What the commands that show and change decisions share."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from dash_intel import ledger as ledgers
from dash_intel.cli.options import database
from dash_intel.cli.screen import tell
from dash_intel.errors import LedgerError, StoreError
from dash_intel.ledger import Ledger
from dash_intel.model.ledger import KEEP, Decisions, Editing, Keep, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.settings import ledger_address
from dash_intel.store import Database, current_build, open_build

EMPTY = "none"
"""Empties a field."""

Note = Annotated[str | None, typer.Option("--note", help="A note.", show_default=False)]
Reason = Annotated[str | None, typer.Option("--reason", help="Why.", show_default=False)]
Expected = Annotated[
    int | None,
    typer.Option(
        "--expected",
        metavar="REVISION",
        min=0,
        help="Refuse where somebody changed it since this revision, which lists show.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
OfReport = Annotated[
    str | None, typer.Option("--report", help="Only those of this report.", show_default=False)
]
Identifier = Annotated[str, typer.Argument(metavar="ID", show_default=False)]


@dataclass(frozen=True, slots=True)
class Desk:
    """The current build, the ledger, and who decides."""

    database: Database
    ledger: Ledger
    known: BuildSubjects
    person: Person

    def editing(
        self, subject_id: str, expected: int | None, note: str | None, reason: str | None
    ) -> Editing:
        """Return who changes which subject, as the ledger takes it."""
        return Editing(self.person, subject_id, expected, note, reason)


@contextmanager
def desk(named: Path | None) -> Iterator[Desk]:
    """Open the current build and the ledger, to decide something."""
    with opened(named) as build, opened_ledger(named) as ledger:
        yield Desk(build, ledger, BuildSubjects(build), ledgers.local_person())


@contextmanager
def opened(named: Path | None) -> Iterator[Database]:
    """Open the current build with what is decided beside it."""
    directory = database(named)
    build = current_build(directory)
    if build is None:
        raise StoreError(
            f"There is no database in {directory}: load reports with `dash-intel load PATH`."
        )
    with closing(open_build(build)) as found:
        found.hold(decisions(named))
        yield found


def decisions(named: Path | None) -> Decisions:
    """Return all that is decided now; nothing is where there is no ledger."""
    address = ledger_address(named)
    if not ledgers.is_there(address):
        return Decisions()
    with closing(ledgers.open_ledger(address)) as ledger:
        return ledger.decisions()


@contextmanager
def opened_ledger(named: Path | None, *, is_made: bool = True) -> Iterator[Ledger]:
    """Open the ledger; ``LedgerError`` where there is none and it is not to be made."""
    address = ledger_address(named)
    if not is_made and not ledgers.is_there(address):
        raise LedgerError("There is no ledger yet: nobody has decided anything.")
    with closing(ledgers.open_ledger(address)) as ledger:
        yield ledger


def tell_head(named: Path | None) -> None:
    """Print the ledger's head on standard error, where there is a ledger: keep it to verify."""
    address = ledger_address(named)
    if ledgers.is_there(address):
        with closing(ledgers.open_ledger(address)) as ledger:
            tell(f"Ledger head: {ledger.head()}")


def today() -> date:
    """Return the day, in UTC, as pages have it."""
    return datetime.now(UTC).date()


def day(text: str | None) -> date | Keep | None:
    """Return the day that an option names: as it is if left out, None for ``none``."""
    if text is None:
        return KEEP
    if text.strip().lower() == EMPTY:
        return None
    return required_day(text)


def required_day(text: str) -> date:
    """Return the day that an option names; a usage error where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{text} is no date such as 2026-03-31") from error


def word(text: str | None) -> str | Keep | None:
    """Return the text of an option: as it is if left out, None for ``none``."""
    if text is None:
        return KEEP
    return None if text.strip().lower() == EMPTY else text


def words(texts: list[str] | None) -> tuple[str, ...] | Keep:
    """Return the texts of an option that may be repeated; ``none`` alone empties the field."""
    if not texts:
        return KEEP
    return () if [text.strip().lower() for text in texts] == [EMPTY] else tuple(texts)


def as_line(content: Mapping[str, Any]) -> str:
    """Return an object on one line, in ASCII; missing cells are null, times in UTC."""
    return json.dumps({key: _plain(value) for key, value in content.items()})


def shown_day(value: Any) -> str:
    """Return a cell with a day as it is shown."""
    return "" if pd.isna(value) else f"{value:%Y-%m-%d}"


def _plain(value: Any) -> object:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) if isinstance(one, dict) else str(one) for one in value]
    if value is None or pd.isna(value):
        return None
    if isinstance(value, datetime):
        is_day = value == value.replace(hour=0, minute=0, second=0, microsecond=0)
        return value.date().isoformat() if is_day else f"{value.isoformat()}Z"
    return value.item() if hasattr(value, "item") else value
