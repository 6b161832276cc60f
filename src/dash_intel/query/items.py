"""The items of some files' reports, to decide about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dash_intel.model.ledger import Kind, Subject
from dash_intel.query.statement import statement
from dash_intel.store import Database


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the newest revision that came from a file, or that report as a whole.

    ``text`` is empty for a report.
    """

    source: str
    text: str
    subject: Subject


def of_files(database: Database, files: Sequence[str]) -> tuple[Item, ...]:
    """Return the scenarios, recommendations and reports of these files, in their order."""
    found: list[Any] = database.cells(statement("items_of_files"), files=list(files))
    return tuple(_item(_Row._make(cells)) for cells in found)


class _Row(NamedTuple):
    """A row of ``sql/items_of_files.sql``; no table, as pandas takes long to import."""

    source: str
    report_id: str
    revision: int
    published_on: date | None
    kind: Kind
    subject_id: str
    words: str
    triggers: list[str] | None


def _item(row: _Row) -> Item:
    return Item(
        source=row.source,
        text=row.words,
        subject=Subject(
            subject_id=row.subject_id,
            kind=row.kind,
            report_id=row.report_id,
            report_revision=row.revision,
            published_on=row.published_on,
            triggers=tuple(row.triggers or ()),
        ),
    )
