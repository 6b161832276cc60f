"""``dash-intel recommend``."""

from typing import Annotated, Any, cast

import typer

from dash_intel.cli.deciding import (
    AsJson,
    Expected,
    Identifier,
    Note,
    OfReport,
    as_line,
    day,
    desk,
    opened,
    required_day,
    shown_day,
    today,
    word,
    words,
)
from dash_intel.cli.options import Database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status, epilog
from dash_intel.ledger import RecommendationChange, set_recommendation
from dash_intel.model.ledger import KEEP, Priority
from dash_intel.model.ledger import Status as Standing
from dash_intel.query import decisions as query
from dash_intel.vocab.decisions import keys, label

LIST_EXAMPLE = "dash-intel recommend list --status in_progress --overdue --json"
SET_EXAMPLE = (
    "dash-intel recommend set advice-0a1b2c3d4e5f60718293 --status accepted --owner Mira "
    '--due 2026-03-31 --note "Agreed on Monday"'
)

commands = typer.Typer(
    help="What becomes of recommendations: status, owner, due date.", rich_markup_mode=None
)

_STATUSES = ", ".join(keys("status"))
_REASONS = ", ".join(keys("closing_reason"))
_RENAMED = {"report_id": "report", "due_on": "due", "done_on": "done"}
_FIRST = ("recommendation_id", "text", "report_id", "status", "owner", "due_on")

OfStatus = Annotated[
    list[str] | None,
    typer.Option("--status", help=f"Only these: {_STATUSES}.", show_default=False),
]
OfOwner = Annotated[
    str | None, typer.Option("--owner", help="Only this owner's.", show_default=False)
]
NewStatus = Annotated[
    str | None, typer.Option("--status", help=f"One of {_STATUSES}.", show_default=False)
]
Owner = Annotated[
    str | None, typer.Option("--owner", help="Who sees to it; none empties.", show_default=False)
]
Addressee = Annotated[
    str | None,
    typer.Option("--addressee", help="Whom it is addressed to; none empties.", show_default=False),
]
NewPriority = Annotated[
    str | None,
    typer.Option("--priority", help="critical, important or routine.", show_default=False),
]
Due = Annotated[
    str | None,
    typer.Option("--due", metavar="DATE", help="Due day; none empties.", show_default=False),
]
Done = Annotated[
    str | None,
    typer.Option("--done", metavar="DATE", help="The day it was done.", show_default=False),
]
Evidence = Annotated[
    str | None, typer.Option("--evidence", help="What shows that it was done.", show_default=False)
]
Links = Annotated[
    list[str] | None,
    typer.Option(
        "--link",
        metavar="ID",
        help="A risk or scenario that it answers, again for more; replaces all; none empties.",
        show_default=False,
    ),
]
ReasonWords = Annotated[
    str | None,
    typer.Option(
        "--reason", help=f"Not implemented: {_REASONS}. Reopened: why.", show_default=False
    ),
]
Successor = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="ID",
        help="The recommendation that supersedes it or that it repeats.",
        show_default=False,
    ),
]


@commands.command("list", epilog=epilog(LIST_EXAMPLE))
def list_all(  # noqa: PLR0913, PLR0917 - each is an option of the command
    db: Database = None,
    status: OfStatus = None,
    owner: OfOwner = None,
    report: OfReport = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Only those whose sentence is gone.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """List recommendations with their status, the newest report's first.

    Those whose sentence no report has any more stand last, as orphaned.
    """
    unknown = sorted(set(status or ()) - set(keys("status")))
    if unknown:
        raise typer.BadParameter(f"there is no status {unknown[0]}; there are: {_STATUSES}")
    with opened(db) as build:
        found = query.recommendations(build, today())
    for row in cast("list[dict[str, Any]]", found.to_dict("records")):
        if (
            (not status or row["status"] in status)
            and (owner is None or row["owner"] == owner)
            and (report is None or row["report_id"] == report)
            and (not overdue or row["is_overdue"])
            and (not orphaned or row["is_orphaned"])
        ):
            _say_row(row, as_json=as_json)
    return Status.DONE


@commands.command("set", epilog=epilog(SET_EXAMPLE))
def set_one(  # noqa: PLR0913, PLR0917 - each is an option of the command
    recommendation_id: Identifier,
    status: NewStatus = None,
    owner: Owner = None,
    addressee: Addressee = None,
    priority: NewPriority = None,
    due: Due = None,
    done: Done = None,
    evidence: Evidence = None,
    link: Links = None,
    by: Successor = None,
    reason: ReasonWords = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Change the status of a recommendation, and who sees to it by when.

    Accepted needs an owner; in progress an owner and a note; partially addressed evidence;
    implemented evidence and --done; not implemented a reason, with --by where another takes its
    place; reopening (accepted again) a reason.
    """
    change = RecommendationChange(
        status=KEEP if status is None else cast("Standing", status),
        owner=word(owner),
        addressee=word(addressee),
        priority=cast("Priority", word(priority)),
        due_on=day(due),
        done_on=KEEP if done is None else required_day(done),
        evidence=word(evidence),
        links=words(link),
        successor_id=KEEP if by is None else by,
    )
    with desk(db) as at:
        editing = at.editing(recommendation_id, expected, note, reason)
        event = set_recommendation(at.ledger, at.known, editing, change)
    say(f"{event.subject_id}: revision {event.revision}.")
    tell(f"Ledger head: {event.number}:{event.hash}")
    return Status.DONE


def _say_row(row: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        keyed = {key: row[key] for key in (*_FIRST, *row)}
        print(as_line({_RENAMED.get(key, key): value for key, value in keyed.items()}))
        return
    marks = [
        f"due {shown_day(row['due_on'])}" if shown_day(row["due_on"]) else "",
        "overdue" if row["is_overdue"] else "",
        "orphaned" if row["is_orphaned"] else "",
        "rejected as an item" if row["is_rejected"] else "",
        f"owner {row['owner']}" if row["owner"] else "",
    ]
    told = "; ".join(mark for mark in marks if mark)
    say(f"{row['recommendation_id']}  {label('status', row['status'])}{told and f'  ({told})'}")
    say(f"  {row['text'] or 'Its sentence is in no report any more.'}")
