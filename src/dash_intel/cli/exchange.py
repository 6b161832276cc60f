"""``dash-intel recommend export``, ``import`` and ``calendar``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dash_intel import exchange
from dash_intel import ledger as ledgers
from dash_intel.cli.deciding import opened, opened_ledger, tell_head, today
from dash_intel.cli.options import Database
from dash_intel.cli.output import write_bytes
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.errors import InputError
from dash_intel.exchange import Brought, Result
from dash_intel.exchange.preview import THEIRS_STAYS, left_out, outcome, said, summary
from dash_intel.export.recommendations_csv import recommendations_csv
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.export.reminders_ics import reminders_ics
from dash_intel.ledger import Ledger
from dash_intel.query.exchanged import exchanged
from dash_intel.query.filters import KEYS, Filters, from_url
from dash_intel.settings import ledger_address
from dash_intel.view.decisions import told
from dash_intel.view.recommendation_sheet import RecommendationSheet
from dash_intel.view.reminders import reminders
from dash_intel.view.words import count

EXPORT_EXAMPLE = "dash-intel recommend export advice.xlsx --filter country=KEN --filter period=6m"
IMPORT_EXAMPLE = "dash-intel recommend import advice.xlsx --apply --refused refused.xlsx"
CALENDAR_EXAMPLE = "dash-intel recommend calendar due.ics --owner Mira --within 14"

LARGEST_FILE = 20_000_000

Wanted = Annotated[
    list[str] | None,
    typer.Option(
        "--filter",
        metavar="KEY=VALUE",
        help=f"Of these reports only, again for more; keys: {', '.join(KEYS.values())}.",
        show_default=False,
    ),
]
OfView = Annotated[
    str | None,
    typer.Option(
        "--view", metavar="NAME", help="Of the reports of a saved view.", show_default=False
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Option("--id", metavar="ID", help="Only these, again for more.", show_default=False),
]


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="It ends in .xlsx or .csv.")],
    wanted: Wanted = None,
    view: OfView = None,
    ids: Ids = None,
    db: Database = None,
) -> int:
    """Write recommendations to a sheet, to edit it outside and import it again.

    All of them, or those of the reports that filters or a saved view choose; 10,000 at most.
    """
    write = _writer(file)
    with opened(db) as build:
        head = _head(db)
        sheet = exchange.taken(build, _filters(wanted, view, db), today(), head, ids)
    write_bytes(write(sheet), file)
    facts = dict(sheet.about)
    tell(f"{facts['What is looked at']}.")
    tell(f"{facts['How many']}.")
    tell_head(db)
    return Status.DONE


def bring_back(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An edited .xlsx or .csv.")],
    is_applied: Annotated[bool, typer.Option("--apply", help="Write the changes.")] = False,
    refused: Annotated[
        Path | None,
        typer.Option(
            "--refused",
            metavar="FILE",
            help="Write the rows that are not written, each with why, to a sheet.",
            show_default=False,
        ),
    ] = None,
    db: Database = None,
) -> int:
    """Show what an edited sheet would change; with --apply write it.

    What somebody else changed since the sheet was exported is shown and never written over: export
    it again, or decide on the page Recommendations.
    """
    name, data = file.name, _content(file)
    write = _writer(refused) if refused else workbook
    with opened(db) as build, _ledger_if_any(db) as ledger:
        brought = exchange.bring_back(name, data, build, ledger, ledgers.local_person())
    _say_plan(brought)
    results = _applied(brought, db) if is_applied and brought.plan.changes else ()
    why = {
        **{one.number: one.reason for one in brought.plan.refused},
        **{one.number: THEIRS_STAYS for one in brought.plan.conflicts},
        **{one.number: one.refusal or "" for one in results if one.event is None},
    }
    if refused and why:
        write_bytes(write(exchange.not_written(brought, why)), refused)
    return Status.REJECTED if why else Status.DONE


def calendar(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="It ends in .ics.")],
    owner: Annotated[
        str | None, typer.Option("--owner", help="Only this owner's.", show_default=False)
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            metavar="DAYS",
            min=0,
            help="Only what is due within so many days, or overdue.",
            show_default=False,
        ),
    ] = None,
    wanted: Wanted = None,
    db: Database = None,
) -> int:
    """Write the due days of open recommendations to a calendar file.

    A whole day each, with an alarm three days before; any calendar opens it.
    """
    with opened(db) as build:
        found = exchanged(build, _filters(wanted, None, db), today())
    due = reminders(found, today(), owner, within)
    write_bytes(reminders_ics(due, datetime.now(UTC)), file)
    tell(f"{count(len(due), 'reminder')} written.")
    return Status.DONE


def _writer(file: Path) -> Callable[[RecommendationSheet], bytes]:
    """Return what makes a file of this name."""
    found = _WRITERS.get(file.suffix.lower())
    if found is None:
        raise typer.BadParameter(f"{file} ends in neither {' nor '.join(_WRITERS)}")
    return found


_WRITERS = {".xlsx": workbook, ".csv": recommendations_csv}


def _filters(wanted: Sequence[str] | None, view: str | None, db: Path | None) -> Filters:
    """Return what options choose; all dates where no period is named."""
    values: dict[str, tuple[str, ...]] = {}
    if view:
        with opened_ledger(db, is_made=False) as ledger:
            person = ledgers.local_person()
            found = ledgers.view_named(ledgers.views_of(ledger.decisions(), person), person, view)
        values = dict(found.values)
    for one in wanted or ():
        key, sign, value = one.partition("=")
        if not sign or key not in KEYS.values():
            raise typer.BadParameter(f"{one} is no filter: write key=value")
        values[key] = (*values.get(key, ()), value)
    if not {"period", "since", "until"} & values.keys():
        values["period"] = ("all",)
    filters, unknown = from_url(values)
    if unknown:
        raise typer.BadParameter(f"there is no {unknown[0].key} {unknown[0].value}")
    return filters


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}.") from error


def _head(db: Path | None) -> str:
    address = ledger_address(db)
    if not ledgers.is_there(address):
        return ""
    with opened_ledger(db) as ledger:
        return str(ledger.head())


@contextmanager
def _ledger_if_any(db: Path | None) -> Iterator[Ledger | None]:
    if ledgers.is_there(ledger_address(db)):
        with opened_ledger(db) as ledger:
            yield ledger
    else:
        yield None


def _say_plan(brought: Brought) -> None:
    for step in brought.plan.changes:
        say(f"Row {step.number}  {step.recommendation_id}  {said(step)}")
    for step in brought.plan.conflicts:
        say(f"Row {step.number}  {step.recommendation_id}  {said(step)}")
        for event in step.meanwhile:
            say(f"  changed meanwhile: {told(event)}")
    for row in brought.plan.refused:
        say(f"Row {row.number}  {row.recommendation_id}  not written: {row.reason}")
    for line in filter(None, (left_out(brought.plan), summary(brought.plan))):
        tell(line)


def _applied(brought: Brought, db: Path | None) -> tuple[Result, ...]:
    with opened_ledger(db) as ledger:
        person = ledgers.local_person()
        steps = brought.plan.changes
        results = tuple(exchange.apply(ledger, brought.known, steps, person))
    for one in results:
        if one.event is None:
            say(f"Row {one.number}  {one.recommendation_id}  not written: {one.refusal}")
    tell(outcome(results))
    tell_head(db)
    return results
