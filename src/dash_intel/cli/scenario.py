"""``dash-intel scenario``."""

import re
from typing import Annotated, Any, cast

import typer

from dash_intel.cli import signposts
from dash_intel.cli.deciding import (
    EMPTY,
    AsJson,
    Expected,
    Identifier,
    Note,
    OfReport,
    Reason,
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
from dash_intel.ledger import (
    Resolution,
    ScenarioChange,
    reopen_scenario,
    resolve_scenario,
    set_scenario,
)
from dash_intel.model.ledger import KEEP, Event, Keep, Outcome
from dash_intel.query import decisions as query
from dash_intel.vocab.decisions import keys, label

LIST_EXAMPLE = "dash-intel scenario list --outcome due --json"
SET_EXAMPLE = (
    "dash-intel scenario set future-0a1b2c3d4e5f60718293 --horizon 2026-06-30 --probability 35% "
    '--indicator "tankers turn back"'
)
RESOLVE_EXAMPLE = (
    "dash-intel scenario resolve future-0a1b2c3d4e5f60718293 occurred --on 2026-05-02 "
    '--evidence "Port office, 2 May"'
)
REOPEN_EXAMPLE = 'dash-intel scenario reopen future-0a1b2c3d4e5f60718293 --reason "Wrong port"'

commands = typer.Typer(
    help="What becomes of scenarios: horizon, probability, signposts, outcome.",
    rich_markup_mode=None,
)
commands.command("signpost", epilog=epilog(signposts.EXAMPLE))(signposts.signpost)

_RENAMED = {"report_id": "report", "horizon_on": "horizon"}
_FIRST = ("scenario_id", "kind", "text", "report_id", "outcome", "horizon_on", "probability")
_NUMBER = re.compile(r"([0-9]*[.,]?[0-9]+) ?(%?)", re.ASCII)

Horizon = Annotated[
    str | None,
    typer.Option("--horizon", metavar="DATE", help="Due day; none empties.", show_default=False),
]
Probability = Annotated[
    str | None,
    typer.Option(
        "--probability", metavar="P", help="35% or 0.35; none empties.", show_default=False
    ),
]
Basis = Annotated[str | None, typer.Option("--basis", help="What it rests on.", show_default=False)]
Drivers = Annotated[
    list[str] | None,
    typer.Option("--driver", help="Again for more; replaces all.", show_default=False),
]
Indicators = Annotated[
    list[str] | None,
    typer.Option("--indicator", help="Again for more; replaces all.", show_default=False),
]
Triggers = Annotated[
    list[str] | None,
    typer.Option("--trigger", help="Again for more; replaces all.", show_default=False),
]
OfOutcome = Annotated[
    list[str] | None,
    typer.Option("--outcome", help=f"Only: {', '.join(keys('outcome'))}.", show_default=False),
]
OutcomeWord = Annotated[
    str,
    typer.Argument(
        metavar="OUTCOME", help=f"One of {', '.join(keys('outcome')[2:])}.", show_default=False
    ),
]


@commands.command("list", epilog=epilog(LIST_EXAMPLE))
def list_all(
    db: Database = None,
    outcome: OfOutcome = None,
    report: OfReport = None,
    as_json: AsJson = False,
) -> int:
    """List scenarios with what was decided about them, the newest report's first.

    Those whose sentence no report has any more stand last, as orphaned.
    """
    unknown = sorted(set(outcome or ()) - set(keys("outcome")))
    if unknown:
        raise typer.BadParameter(f"there is no outcome {unknown[0]}")
    with opened(db) as build:
        found = query.scenarios(build, today())
        marked = signposts.by_scenario(build) if as_json else {}
    for row in cast("list[dict[str, Any]]", found.to_dict("records")):
        if (not outcome or row["outcome"] in outcome) and report in {None, row["report_id"]}:
            row["signposts"] = marked.get(row["scenario_id"], [])
            _say_row(row, as_json=as_json)
    return Status.DONE


@commands.command("set", epilog=epilog(SET_EXAMPLE))
def set_one(  # noqa: PLR0913, PLR0917 - each is an option of the command
    scenario_id: Identifier,
    horizon: Horizon = None,
    probability: Probability = None,
    basis: Basis = None,
    driver: Drivers = None,
    indicator: Indicators = None,
    trigger: Triggers = None,
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Say by when a scenario is due, how probable it is, and what to watch."""
    change = ScenarioChange(
        horizon_on=day(horizon),
        probability=_share(probability),
        basis=word(basis),
        drivers=words(driver),
        indicators=words(indicator),
        triggers=words(trigger),
    )
    with desk(db) as at:
        editing = at.editing(scenario_id, expected, note, reason)
        event = set_scenario(at.ledger, at.known, editing, change)
        at.database.hold(at.ledger.decisions())
        found = query.scenarios(at.database, today())
    total = found[found["report_id"] == event.report_id]["probability"].sum()
    if total > 1.000_001:
        tell(f"The probabilities of this report's scenarios add up to {total:.0%}.")
    return _told(event)


@commands.command("resolve", epilog=epilog(RESOLVE_EXAMPLE))
def resolve(  # noqa: PLR0913, PLR0917 - each is an option of the command
    scenario_id: Identifier,
    outcome: OutcomeWord,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Since when it is plain; else today."),
    ] = None,
    evidence: Annotated[str | None, typer.Option("--evidence", show_default=False)] = None,
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Say how a scenario ended.

    Occurred, partly occurred, did not occur and ambiguous need evidence; annulled (an assumption
    broke) and unresolvable need a reason.
    """
    resolved_on = today() if on is None else required_day(on)
    resolution = Resolution(cast("Outcome", outcome), resolved_on, evidence)
    with desk(db) as at:
        editing = at.editing(scenario_id, expected, note, reason)
        event = resolve_scenario(at.ledger, at.known, editing, resolution)
    return _told(event)


@commands.command("reopen", epilog=epilog(REOPEN_EXAMPLE))
def reopen(
    scenario_id: Identifier,
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Take back how a scenario ended."""
    with desk(db) as at:
        editing = at.editing(scenario_id, expected, note, reason)
        event = reopen_scenario(at.ledger, at.known, editing)
    return _told(event)


def _share(text: str | None) -> float | Keep | None:
    if text is None:
        return KEEP
    if text.strip().lower() == EMPTY:
        return None
    match = _NUMBER.fullmatch(text.strip())
    if match is None or (not match[2] and float(match[1].replace(",", ".")) > 1):
        raise typer.BadParameter(f"{text} is no probability: write 35% or 0.35")
    return float(match[1].replace(",", ".")) / (100 if match[2] else 1)


def _told(event: Event) -> int:
    say(f"{event.subject_id}: revision {event.revision}.")
    tell(f"Ledger head: {event.number}:{event.hash}")
    return Status.DONE


def _say_row(row: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        keyed = {key: row[key] for key in (*_FIRST, *row)}
        print(as_line({_RENAMED.get(key, key): value for key, value in keyed.items()}))
        return
    share = row["probability"]
    marks = [
        f"{share:.0%}" if share == share else "",  # noqa: PLR0124 - a missing cell is none
        f"due {shown_day(row['horizon_on'])}" if shown_day(row["horizon_on"]) else "",
        "orphaned" if row["is_orphaned"] else "",
        "rejected as an item" if row["is_rejected"] else "",
    ]
    told = "; ".join(mark for mark in marks if mark)
    say(f"{row['scenario_id']}  {label('outcome', row['outcome'])}{told and f'  ({told})'}")
    say(f"  {row['text'] or 'Its sentence is in no report any more.'}")
