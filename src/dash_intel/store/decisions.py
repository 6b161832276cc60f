"""The ledger's current state as tables beside the build, so that SQL joins both."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

import pyarrow as pa

from dash_intel.model.ledger import Decisions
from dash_intel.model.signpost import TRIGGER
from dash_intel.store.duck import Connection
from dash_intel.store.schema import statements

_LAST: Mapping[str, str] = {
    "revision": "last.revision",
    "changed_at": "last.at",
    "changed_by": "last.who",
    "report_id": "last.report_id",
    "report_revision": "last.report_revision",
    "is_invented": "last.is_invented",
}


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


_TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "recommendation_state": (
        "recommendations",
        _same("recommendation_id", "status", "is_open", "status_since", "reason", "successor_id")
        | _same("owner", "addressee", "priority", "due_on", "done_on", "evidence", "links", "note"),
    ),
    "scenario_state": (
        "scenarios",
        _same("scenario_id", "horizon_on", "probability", "probability_at", "basis", "drivers")
        | _same("indicators", "triggers", "outcome", "resolved_on", "resolver", "evidence")
        | _same("first_resolved_at", "reason", "note"),
    ),
    "signpost_state": (
        "signposts",
        _same("scenario_id", "indicator", "mark", "seen_on", "evidence")
        | {"marked_by": "who", "marked_at": "at"},
    ),
    "matrix_state": (
        "matrices",
        _same("matrix_id", "question", "document_id", "hypotheses", "evidence"),
    ),
    "override": (
        "overrides",
        _same("subject_id", "field", "value", "reason")
        | {"overridden_by": "who", "overridden_at": "at"},
    ),
    "note": (
        "notes",
        _same("subject_id", "note_id", "text") | {"noted_by": "who", "noted_at": "at"},
    ),
    "reviewed": (
        "reviews",
        {"document_id": "subject_id", "reviewed_by": "who", "reviewed_at": "at"},
    ),
}
"""Table → the field of ``Decisions`` that it holds, and column → the attribute of each."""


def make_tables(connection: Connection) -> None:
    """Make the tables, empty, in the in-memory database ``ledger``."""
    connection.execute(statements("decisions.sql"))
    connection.execute("INSERT INTO ledger.ledger_revision VALUES (0)")


def fill_tables(cursor: Connection, decisions: Decisions) -> None:
    """Put ``decisions`` in place of what the tables hold, in one step for whoever reads them."""
    cursor.execute("BEGIN TRANSACTION")
    for name, (held, columns) in _TABLES.items():
        cursor.execute(f"DELETE FROM ledger.{name}")  # noqa: S608 - names of our own tables
        found = getattr(decisions, held)
        if found:
            cursor.register("incoming", _arrow(found, {**columns, **_LAST}))
            cursor.execute(f"INSERT INTO ledger.{name} BY NAME SELECT * FROM incoming")  # noqa: S608 - the same
            cursor.unregister("incoming")
    if decisions.signposts:
        cursor.execute(statements("indicators.sql"), {"trigger": TRIGGER})
    cursor.execute("UPDATE ledger.ledger_revision SET revision = $n", {"n": decisions.revision})
    cursor.execute("COMMIT")


def _arrow(found: Sequence[object], columns: Mapping[str, str]) -> pa.Table:
    return pa.table({name: _cells(found, attrgetter(path)) for name, path in columns.items()})


def _cells(found: Sequence[object], read: Callable[[object], Any]) -> pa.Array:
    cells = [_cell(read(one)) for one in found]
    if any(isinstance(cell, list) for cell in cells):
        return pa.array(cells, pa.list_(pa.string()))
    return pa.array(cells)


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    return value
