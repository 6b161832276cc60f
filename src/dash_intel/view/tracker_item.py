"""One recommendation: its facts, what it may be linked to, and its history as a list."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.model.ledger import Event
from dash_intel.view import cells
from dash_intel.view.decisions import change
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.literal import opening
from dash_intel.view.outlook import STATUS_HUES
from dash_intel.view.quotes import Quote, quote
from dash_intel.view.tracker import Row, short_status
from dash_intel.view.words import day, listed, moment
from dash_intel.vocab.decisions import label

LONGEST = 90
_KINDS = {"risk": "Risk", "scenario": "Scenario"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: when and by whom, the status that it gave, and what else it changed."""

    head: str
    chips: tuple[Chip, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Linkable:
    """A risk or scenario that a recommendation may answer."""

    item_id: str
    kind: str
    label: str
    quote: Quote


def item_quote(row: Row) -> Quote:
    """Return a recommendation in its report's words."""
    facts = (day(row.published_on), row.publisher)
    return Quote(
        row.report_id,
        row.recommendation_id,
        flowing(row.text),
        row.title,
        " · ".join(fact for fact in facts if fact),
    )


def facts(row: Row) -> tuple[tuple[str, str], ...]:
    """Return what is known of a recommendation, label and words."""
    found = (
        ("Owner", row.owner),
        ("Addressee", row.addressee),
        ("Priority", label("priority", row.priority) if row.priority else ""),
        ("Regions", listed(row.regions)),
        ("Instrument", row.instrument),
        ("Horizon", row.horizon),
        ("Evidence", row.evidence),
    )
    return tuple((name, words) for name, words in found if words)


def linkables(found: pd.DataFrame) -> tuple[Linkable, ...]:
    """Return the rows of ``query.tracker.linkable``."""
    return tuple(_linkable(row) for row in cells.records(found))


def entries(row: Row, events: Sequence[Event]) -> tuple[Entry, ...]:
    """Return the history of a recommendation, newest first: last, the report that it is from."""
    found = [_entry(event) for event in events]
    if "Overdue" in {chip.text for chip in row.chips} and row.due_on:
        computed = Entry("follows from the day", (Chip("Overdue", "red"),), f"was due {row.due_on}")
        found.insert(0, computed)
    origin = Entry(
        f"{day(row.published_on)} · report", (Chip(short_status("new")),), f"from {row.title}"
    )
    return (*found, origin)


def _entry(event: Event) -> Entry:
    status = event.after.get("status")
    chips = (
        (Chip(short_status(str(status)), STATUS_HUES.get(str(status), "gray")),) if status else ()
    )
    shown = change(event)
    parts = [part for part in shown.split("; ") if part and not (status and _is_status(part))]
    reason = label("closing_reason", event.reason) if event.reason else ""
    said = [*parts, reason, f"“{event.note}”" if event.note else ""]
    deed = "" if event.aspect == "recommendation" else label("deed", event.kind)
    kind = "invented" if event.is_invented else ""
    return Entry(
        " · ".join(part for part in (moment(event.at), event.who, deed, kind) if part),
        chips,
        "; ".join(part for part in said if part),
    )


def _is_status(part: str) -> bool:
    return part.startswith(f"{label('field', 'status')}: ")


def _linkable(row: cells.Row) -> Linkable:
    kind = _KINDS[cells.text(row["kind"])]
    words = flowing(cells.text(row["text"]))
    item_id = cells.text(row["item_id"])
    return Linkable(
        item_id, kind, f"{kind}: {opening(words, 1, LONGEST)}", quote(row, item_id, words)
    )
