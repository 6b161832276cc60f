"""Events of the ledger as CSV."""

import csv
from datetime import UTC, datetime
from io import StringIO

from dash_intel.export import events_csv
from dash_intel.ledger.chain import GENESIS
from dash_intel.model.ledger import Event

EVENT = Event(
    number=1,
    at=datetime(2025, 6, 4, 10, 11, 12, tzinfo=UTC),
    who="@Mira",
    kind="note.add",
    subject_id="risk-1",
    report_id=None,
    report_revision=None,
    revision=1,
    before={"note-1": None},
    after={"note-1": "written"},
    note='=HYPERLINK("x"),\n"two" lines',
    reason="+1",
    previous_hash=GENESIS,
    hash="f" * 64,
)


def test_every_field_is_a_cell_and_none_is_a_formula() -> None:
    header, row = csv.reader(StringIO(events_csv.table([EVENT])))
    cells = dict(zip(header, row, strict=True))
    assert cells["note"] == '\'=HYPERLINK("x"),\n"two" lines'
    assert (cells["who"], cells["reason"]) == ("'@Mira", "'+1")
    assert (cells["at"], cells["to"]) == ("2025-06-04T10:11:12+00:00", '{"note-1": "written"}')
    assert (cells["report_id"], cells["hash"]) == ("", "f" * 64)


def test_no_events_are_a_header() -> None:
    assert events_csv.table([]).strip() == ",".join(events_csv.COLUMNS)
