"""What people decided, as tables and sentences; and what of a report can be decided about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dash_intel.model.ledger import Event, Kind, Value, Values
from dash_intel.model.report import Report
from dash_intel.model.signpost import TRIGGER, trigger_key
from dash_intel.view.corrections import corrected_value
from dash_intel.view.literal import opening
from dash_intel.view.table import TableView
from dash_intel.view.words import moment
from dash_intel.vocab.decisions import keys, label

HISTORY_WIDTHS = (165, 130, 190, 365, 300)
OVERRIDE_WIDTHS = (340, 110, 170, 260, 120, 150)
ORPHAN_WIDTHS = (150, 260, 260, 120, 120, 165)
AUDIT_WIDTHS = (70, 165, 120, 190, 240, 365)
LABEL = 110

_NAMED = ("status", "priority", "outcome")
_KINDS: dict[Kind, str] = {
    "recommendation": "Recommendation",
    "scenario": "Scenario",
    "risk": "Risk",
    "document": "Report",
}
_ASPECTS = {
    "recommendation": "Status",
    "scenario": "Scenario",
    "signpost": "Signposts",
    "matrix": "Matrix of hypotheses",
    "override": "Correction",
    "note": "Note",
    "review": "Mark as read",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be decided about, and how it is listed."""

    subject_id: str
    kind: Kind
    label: str


def subjects(report: Report) -> tuple[Choice, ...]:
    """Return what of a report can be decided about: its items, then the report as a whole."""
    contents = report.contents
    found: list[tuple[str, Kind, str]] = [
        *((one.recommendation_id, "recommendation", one.text) for one in contents.recommendations),
        *((one.risk_id, "risk", one.text) for one in contents.risks),
        *((one.scenario_id, "scenario", one.text) for one in contents.scenarios),
        (report.document_id, "document", report.display_title),
    ]
    return tuple(_choice(subject_id, kind, text) for subject_id, kind, text in found)


def change(event: Event, triggers: Iterable[str] = ()) -> str:
    """Return what an event changed, in a sentence.

    ``triggers`` are those of the scenario as they were read, whose words the ledger does not keep.
    """
    words = {trigger_key(one): one for one in triggers}
    parts = [
        f"{words.get(field) or _field(field)}: {_of(event, field, event.before)} → "
        f"{_of(event, field, event.after)}"
        for field in sorted(event.after, key=_place)
        if event.aspect not in {"note", "review"}
    ]
    return "; ".join(parts)


def told(event: Event) -> str:
    """Return who did what and when, with what changed."""
    said = "; ".join(part for part in (change(event), event.note, event.reason) if part)
    return f"{event.who}, {moment(event.at)}: {_deed(event)}. {said}".strip()


def _deed(event: Event) -> str:
    return label("deed", event.kind) + (" (invented)" if event.is_invented else "")


def history_table(events: Iterable[Event], triggers: Sequence[str] = ()) -> TableView:
    """Return the events of one subject, in their order; ``triggers`` as in ``change``."""
    rows = tuple(
        (
            moment(event.at),
            event.who,
            _deed(event),
            change(event, triggers) or None,
            "; ".join(part for part in (event.reason, event.note) if part) or None,
        )
        for event in events
    )
    columns = ("When", "Who", "What", "Changed", "Reason and note")
    return TableView("What was decided, newest first", columns, rows, HISTORY_WIDTHS, wraps=True)


def audit_table(events: Iterable[Event]) -> TableView:
    """Return events of any subject, in their order."""
    rows = tuple(
        (
            event.number,
            moment(event.at),
            event.who,
            label("deed", event.kind),
            event.subject_id,
            "; ".join(p for p in (change(event), event.reason, event.note) if p) or None,
        )
        for event in events
    )
    columns = ("Number", "When", "Who", "What", "About", "Changed, reason and note")
    return TableView("Events of the ledger, newest first", columns, rows, AUDIT_WIDTHS, wraps=True)


def override_table(found: pd.DataFrame) -> TableView:
    """Return the corrections in force, in the order of the rows."""
    rows = tuple(
        (
            opening(row.text, 1, LABEL) if row.text else f"{row.subject_id} (orphaned)",
            label("reading", row.field),
            corrected_value(row.field, tuple(row.value)),
            row.reason,
            row.overridden_by,
            moment(row.overridden_at.tz_localize("UTC")),
        )
        for row in _rows(found)
    )
    columns = ("Of", "Reading", "Corrected to", "Reason", "Who", "When")
    return TableView("Corrected readings, newest first", columns, rows, OVERRIDE_WIDTHS, wraps=True)


def orphan_table(found: pd.DataFrame) -> TableView:
    """Return decisions whose sentence is gone, in the order of the rows."""
    rows = tuple(
        (
            _ASPECTS[row.aspect],
            row.subject_id,
            row.report_id,
            None if pd.isna(row.report_revision) else int(row.report_revision),
            row.changed_by,
            moment(row.changed_at.tz_localize("UTC")),
        )
        for row in _rows(found)
    )
    columns = ("Decision", "About", "Last seen in", "Revision", "By", "When")
    return TableView("Decisions whose sentence is gone", columns, rows, ORPHAN_WIDTHS)


def since(events: Sequence[Event], aspect: str, revision: int) -> tuple[Event, ...]:
    """Return the events of an aspect after a revision, in their order."""
    return tuple(one for one in events if one.aspect == aspect and one.revision > revision)


def _rows(found: pd.DataFrame) -> list[Any]:
    return list(found.itertuples())


def _choice(subject_id: str, kind: Kind, text: str) -> Choice:
    return Choice(subject_id, kind, f"{_KINDS[kind]}: {opening(text, 1, LABEL)}")


def _place(field: str) -> int:
    order = (*keys("field"), *keys("reading"))
    return order.index(field) if field in order else len(order)


def _field(field: str) -> str:
    if field.startswith(TRIGGER):
        return "Trigger"
    named = label("field", field)
    return named if named != field else label("reading", field)


def _of(event: Event, field: str, values: Values) -> str:
    value = values.get(field)
    if isinstance(value, tuple):
        if event.aspect == "signpost":
            return ", ".join((label("mark", value[0]), *value[1:])) if value else "none"
        if event.aspect == "matrix":
            return _size(field, value)
        if event.aspect == "override":
            return corrected_value(field, value)
    return _shown(field, value)


def _size(field: str, value: tuple[str, ...]) -> str:
    """Return how much a matrix has of hypotheses, evidence or marks."""
    if field == "marks":
        return f"{sum(cell != '-' for row in value for cell in row.split())} set"
    return str(len(value))


def _shown(field: str, value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if field == "probability" and isinstance(value, int | float):
        return f"{value:.0%}"
    return label(field, str(value)) if field in _NAMED else str(value)
