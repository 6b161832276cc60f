"""``dash-intel scenario signpost``."""

from collections.abc import Mapping
from typing import Annotated, Any, cast

import typer

from dash_intel.cli.deciding import (
    Expected,
    Identifier,
    Note,
    Reason,
    desk,
    required_day,
)
from dash_intel.cli.options import Database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.ledger import SignpostChange, set_signpost
from dash_intel.model.signpost import SignpostMark
from dash_intel.query import decisions as query
from dash_intel.store import Database as Build
from dash_intel.vocab.decisions import keys

EXAMPLE = (
    'dash-intel scenario signpost future-0a1b2c3d4e5f60718293 "tankers turn back" --mark emerging '
    '--on 2026-05-02 --evidence "Port office, 2 May"'
)

Indicator = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR",
        help="Its words, as `dash-intel scenario list --json` has them under signposts.",
        show_default=False,
    ),
]
Mark = Annotated[
    str, typer.Option("--mark", help=f"One of {', '.join(keys('mark'))}.", show_default=False)
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day it was seen.", show_default=False),
]
Evidence = Annotated[str | None, typer.Option("--evidence", show_default=False)]


def signpost(  # noqa: PLR0913, PLR0917 - each is an option of the command
    scenario_id: Identifier,
    indicator: Indicator,
    mark: Mark,
    on: On = None,
    evidence: Evidence = None,
    reason: Reason = None,
    note: Note = None,
    expected: Expected = None,
    db: Database = None,
) -> int:
    """Say how far an indicator of a scenario has come: one of its triggers, or one added to it.

    Emerging and observed need the day and evidence; not_seen has neither. --expected is the
    revision of the scenario's signposts.
    """
    seen_on = None if on is None else required_day(on)
    change = SignpostChange(cast("SignpostMark", mark), seen_on, evidence)
    with desk(db) as at:
        editing = at.editing(scenario_id, expected, note, reason)
        event = set_signpost(at.ledger, at.known, editing, indicator, change)
    say(f"{event.subject_id}: revision {event.revision} of its signposts.")
    tell(f"Ledger head: {event.number}:{event.hash}")
    return Status.DONE


def by_scenario(build: Build) -> Mapping[str, list[dict[str, Any]]]:
    """Return the signposts of each scenario as they stand in a line of JSON."""
    found: dict[str, list[dict[str, Any]]] = {}
    rows = cast("list[dict[str, Any]]", query.signposts(build).to_dict("records"))
    for row in rows:
        own = {key: value for key, value in row.items() if key != "scenario_id"}
        found.setdefault(row["scenario_id"], []).append(own)
    return found
