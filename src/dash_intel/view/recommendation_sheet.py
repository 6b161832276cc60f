"""Recommendations as rows of a sheet to be edited outside and brought back.

The columns' names are permanent: a file is brought back long after it was taken away.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from dash_intel.query.exchanged import MOST_EXCHANGED
from dash_intel.query.tracker import DUE_DAYS, STALE_DAYS
from dash_intel.view import cells
from dash_intel.view.words import count
from dash_intel.vocab.advice import instruments
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.decisions import label

SHEET = "Recommendations"
REFUSED_BECAUSE = "Not written because"
INVENTED = "Invented"

Kind = Literal["text", "day", "number", "status", "priority", "closing_reason"]
Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its field, its name in the header, its width in characters, what it holds."""

    field: str
    name: str
    width: int
    kind: Kind = "text"
    is_editable: bool = False


COLUMNS = (
    SheetColumn("text", "Recommendation", 60),
    SheetColumn("status", "Status", 27, "status", is_editable=True),
    SheetColumn("owner", "Owner", 20, is_editable=True),
    SheetColumn("addressee", "Addressee", 22, is_editable=True),
    SheetColumn("priority", "Priority", 12, "priority", is_editable=True),
    SheetColumn("due_on", "Due", 12, "day", is_editable=True),
    SheetColumn("note", "Note", 36, is_editable=True),
    SheetColumn("evidence", "Evidence", 36, is_editable=True),
    SheetColumn("done_on", "Done on", 12, "day", is_editable=True),
    SheetColumn("reason", "Reason", 24, "closing_reason", is_editable=True),
    SheetColumn("successor_id", "Other id", 28, is_editable=True),
    SheetColumn("flags", "Flags", 22),
    SheetColumn("title", "Report", 42),
    SheetColumn("publisher", "Publisher", 20),
    SheetColumn("published_on", "Published", 12, "day"),
    SheetColumn("regions", "Regions", 26),
    SheetColumn("instrument", "Instrument", 16),
    SheetColumn("is_invented", "Invented", 12),
    SheetColumn("revision", "Revision seen", 10, "number"),
    SheetColumn("recommendation_id", "Id", 28),
)
EDITABLE = tuple(column for column in COLUMNS if column.is_editable)

_FLAGS = (
    ("is_overdue", "Overdue"),
    ("is_due_soon", f"Due within {DUE_DAYS} days"),
    ("is_stale", f"Stale: nothing decided for {STALE_DAYS} days"),
    ("is_recurring", "Recurring: given again after it was closed"),
)


@dataclass(frozen=True, slots=True)
class RecommendationSheet:
    """A sheet: its columns, rows of their values, and lines that say what it is, by title."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    about: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from: what was looked at, in a sentence, which build and ledger, when.

    ``head`` is the ledger's, empty where nobody has decided anything.
    """

    sentence: str
    build: int
    head: str
    today: date


def recommendation_sheet(found: pd.DataFrame, origin: Origin) -> RecommendationSheet:
    """Return the rows of ``query.exchanged`` as a sheet."""
    rows = tuple(
        tuple(_READ[column.field](row) for column in COLUMNS) for row in cells.records(found)
    )
    total = int(found["total"].iloc[0]) if len(found) else 0
    return RecommendationSheet(COLUMNS, rows, (*_what(origin, len(rows), total), *_HOW))


def refused_sheet(rows: tuple[tuple[Value, ...], ...], source: str) -> RecommendationSheet:
    """Return rows that were not written as a sheet: what they held, and at the end why."""
    why = SheetColumn("why", REFUSED_BECAUSE, 60)
    what = (
        ("What this is", f"{count(len(rows), 'row')} of {source} that were not written, and why."),
        ("How to go on", "Mend the rows and bring the file back; the last column is left out."),
    )
    return RecommendationSheet((*COLUMNS, why), rows, (*what, *_HOW))


def _what(origin: Origin, given: int, total: int) -> tuple[tuple[str, str], ...]:
    held = count(total, "recommendation")
    if given < total:
        held = f"The first {given:,} of {held}; one file holds {MOST_EXCHANGED:,} at most"
    return (
        ("What this is", "Recommendations of reports, and what was decided about each."),
        ("What is looked at", origin.sentence),
        ("How many", held),
        ("Taken away on", origin.today.isoformat()),
        ("Build of the database", f"{origin.build}"),
        ("Head of the ledger", origin.head or "nobody has decided anything yet"),
        (
            "Invented",
            (
                "Rows with “Invented” in the column of that name have decisions that came with the "
                "sample, for trying out."
            ),
        ),
    )


_HOW = (
    (
        "What to edit",
        (
            "The white columns: Status, Owner, Addressee, Priority, Due, Note, Evidence, Done on, "
            "Reason and Other id. An emptied cell empties the field. The grey columns are locked, "
            "without a password: they are for reading, and Id and Revision seen tell which "
            "decision was before you."
        ),
    ),
    (
        "A change of status",
        (
            "The sheet Words says what may follow what, and what it needs. What it needs is said "
            "anew: a note, evidence, day or reason that stood there before does not count."
        ),
    ),
    (
        "How to bring it back",
        (
            "On the page Recommendations, Bring back; or by: dash-intel recommend import FILE. You "
            "see first what would change, what somebody else changed meanwhile and what is "
            "refused; nothing is written before you apply it."
        ),
    ),
    (
        "What is not taken back",
        (
            "Formulas: put their values in their place. Columns that this sheet does not have. "
            f"More than {MOST_EXCHANGED:,} rows."
        ),
    ),
    (
        "Cells",
        (
            "A cell holds 32,767 characters; longer texts are cut here and end in …. Words that a "
            "spreadsheet would take for a formula begin with an apostrophe."
        ),
    ),
)


def _text(field: str) -> Callable[[cells.Row], Value]:
    return lambda row: cells.text(row[field]) or None


def _day(field: str) -> Callable[[cells.Row], Value]:
    return lambda row: cells.day(row[field])


def _named(field: str, group: str) -> Callable[[cells.Row], Value]:
    return lambda row: label(group, cells.text(row[field])) or None


def _instrument(row: cells.Row) -> Value:
    key = cells.text(row["instrument"])
    return instruments().get(key, key) or None


def _regions(row: cells.Row) -> Value:
    names = (areas()[Area("region", code)] for code in cells.texts(row["regions"]))
    return ", ".join(sorted(names)) or None


def _invented(row: cells.Row) -> Value:
    return INVENTED if row["is_invented"] else None


def _flags(row: cells.Row) -> Value:
    return ", ".join(words for flag, words in _FLAGS if row[flag]) or None


_READ: Mapping[str, Callable[[cells.Row], Value]] = {
    **{one.field: _text(one.field) for one in COLUMNS if one.kind == "text"},
    **{one.field: _day(one.field) for one in COLUMNS if one.kind == "day"},
    "status": _named("status", "status"),
    "priority": _named("priority", "priority"),
    "reason": _named("reason", "closing_reason"),
    "revision": lambda row: cells.number(row["revision"]),
    "instrument": _instrument,
    "regions": _regions,
    "flags": _flags,
    "is_invented": _invented,
}
