"""A file that comes back: what it would do, and what of it was not written, as a sheet again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dash_intel.errors import InputError
from dash_intel.exchange.fields import Entry, Misread, header
from dash_intel.exchange.plan import entries, plan
from dash_intel.exchange.steps import ASPECT, Known, Plan
from dash_intel.ledger import Ledger
from dash_intel.model.ledger import Event, Person, Subject
from dash_intel.model.sheet import Sheet, SheetRow
from dash_intel.model.source import Rejection
from dash_intel.query.exchanged import brought_back
from dash_intel.read.sheet import read_sheet
from dash_intel.store import Database
from dash_intel.view import cells
from dash_intel.view.recommendation_sheet import COLUMNS, SHEET, RecommendationSheet, refused_sheet
from dash_intel.view.recommendation_sheet import Value as SheetValue

AT_ONCE = 5_000
"""Ids that the ledger is asked for at a time."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that came back: its rows, what is known of those that they name, and the plan."""

    sheet: Sheet
    known: Mapping[str, Known]
    plan: Plan


def bring_back(
    name: str, data: bytes, database: Database, ledger: Ledger | None, person: Person
) -> Brought:
    """Return what a file would do if ``person`` applied it; nothing is written.

    There may be no ledger yet. Raises ``InputError`` where it cannot be read as such a sheet.
    """
    sheet = read_sheet(name, data, SHEET)
    if isinstance(sheet, Rejection):
        raise InputError(sheet.reason)
    rows, unknown = entries(sheet)
    found = known(database, ledger, _ids(rows))
    return Brought(sheet, found, replace(plan(rows, found, person), unknown=unknown))


def known(database: Database, ledger: Ledger | None, ids: Sequence[str]) -> Mapping[str, Known]:
    """Return what is known of those of ``ids`` that a report or the ledger has."""
    events = _events(ledger, ids)
    gone = _gone(ledger, ids)
    found = {}
    for row in cells.records(brought_back(database, ids)):
        subject = Subject(
            cells.text(row["recommendation_id"]),
            "recommendation",
            cells.text(row["report_id"]),
            cells.number(row["revision"]),
            cells.day(row["published_on"]),
            is_current=bool(row["is_newest"]),
        )
        addressee = cells.text(row["addressee"]) or None
        decided = events.pop(subject.subject_id, ())
        found[subject.subject_id] = Known(
            subject, cells.text(row["text"]), addressee, decided, gone.get(subject.subject_id, 0)
        )
    for subject_id, decided in events.items():
        newest = decided[-1]
        subject = Subject(
            subject_id,
            "recommendation",
            newest.report_id,
            newest.report_revision,
            is_current=False,
        )
        found[subject_id] = Known(subject, "", None, decided, gone.get(subject_id, 0))
    return found


def not_written(brought: Brought, why: Mapping[int, str]) -> RecommendationSheet:
    """Return the rows of these numbers as the file has them, each with why it was not written."""
    found = header(brought.sheet)
    places = {} if isinstance(found, str) else found.places
    rows = [row for row in brought.sheet.rows if row.number in why]
    return refused_sheet(
        tuple(_again(row, places, why[row.number]) for row in rows), brought.sheet.source
    )


def _again(row: SheetRow, places: Mapping[str, int], why: str) -> tuple[SheetValue, ...]:
    values: list[SheetValue] = []
    for column in COLUMNS:
        cell = row.cells[places[column.field]] if column.field in places else None
        values.append((cell.typed if cell.fault else cell.value) if cell else None)
    return (*values, why)


def _ids(rows: Iterable[Entry | Misread]) -> list[str]:
    named = [one.recommendation_id for one in rows]
    others = [
        str(one.values["successor_id"])
        for one in rows
        if isinstance(one, Entry) and one.values.get("successor_id")
    ]
    return sorted({one for one in (*named, *others) if one})


def _gone(ledger: Ledger | None, ids: Sequence[str]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(ids) if ledger else 0, AT_ONCE):
        if ledger:
            found |= ledger.gone(ASPECT, ids[start : start + AT_ONCE])
    return found


def _events(ledger: Ledger | None, ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    held: dict[str, list[Event]] = defaultdict(list)
    for start in range(0, len(ids) if ledger else 0, AT_ONCE):
        found = ledger.history(ids[start : start + AT_ONCE]) if ledger else ()
        for event in reversed(found):
            if event.aspect == ASPECT:
                held[event.subject_id].append(event)
    return {subject_id: tuple(events) for subject_id, events in held.items()}
