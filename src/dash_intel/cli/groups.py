"""``dash-intel advice`` and ``dash-intel events``."""

import json
from collections.abc import Hashable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dash_intel.cli import options
from dash_intel.cli.options import Database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.errors import StoreError
from dash_intel.query import advice as advice_query
from dash_intel.query import events as events_query
from dash_intel.store import Database as Opened
from dash_intel.store import current_build, open_build

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

ADVICE_EXAMPLE = "dash-intel advice --conflicts"
EVENTS_EXAMPLE = "dash-intel events --limit 10"

Limit = Annotated[int, typer.Option("--limit", min=1, max=100_000, help="Rows shown.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a row and line.")]


def advice(
    db: Database = None,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Advice that contradicts other advice instead.")
    ] = False,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> int:
    """List advice that several recommendations give, the most reports first. All are proposals."""
    with _opened(db) as database:
        found = (advice_query.conflicts if conflicts else advice_query.groups)(database, limit)
    if as_json:
        return _json(found)
    for row in _rows(found):
        if conflicts:
            say(f"{row['one_id']}  {row['one_text']}")
            say(f"{row['other_id']}  {row['other_text']}")
            say(f"  in {', '.join(row['countries'])}; alike {row['similarity']:.2f}")
        else:
            said = f"{row['reports']} reports, {row['recommendations']} recommendations"
            say(f"{row['group_id']}  {said}, {_days(row)}")
            say(f"  {row['canonical_text']}")
    return _shown(found)


def events(db: Database = None, limit: Limit = 20, as_json: AsJson = False) -> int:
    """List events that several reports tell of, the most reports first. All are proposals."""
    with _opened(db) as database:
        found = events_query.events(database, limit)
    if as_json:
        return _json(found)
    for row in _rows(found):
        say(f"{row['event_id']}  {row['reports']} reports, {_days(row)}  {row['title']}")
        say(f"  {', '.join(row['countries'])}: {' '.join(row['report_ids'])}")
    return _shown(found)


@contextmanager
def _opened(named: Database) -> Iterator[Opened]:
    directory = options.database(named)
    build = current_build(directory)
    if build is None:
        raise StoreError(
            f"There is no database in {directory}: load reports with `dash-intel load PATH`."
        )
    with closing(open_build(build)) as database:
        yield database


def _rows(found: "pd.DataFrame") -> list[dict[Hashable, Any]]:
    return found.to_dict(orient="records")


def _days(row: Mapping[Hashable, Any]) -> str:
    first, last = row["first_on"], row["last_on"]
    if first != first:  # noqa: PLR0124 - NaT alone differs from itself
        return "undated"
    return str(first.date()) if first == last else f"{first.date()} to {last.date()}"


def _json(found: "pd.DataFrame") -> int:
    for row in json.loads(found.to_json(orient="records", date_format="iso")):
        print(json.dumps(row))
    return Status.DONE


def _shown(found: "pd.DataFrame") -> int:
    tell(f"{len(found):,} shown.")
    return Status.DONE
