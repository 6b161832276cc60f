"""Events of the ledger as CSV; no cell is a formula."""

import csv
import json
from collections.abc import Iterable
from io import StringIO

from dash_intel.export.formula import guarded
from dash_intel.model.ledger import Event

COLUMNS = (
    "number",
    "at",
    "who",
    "kind",
    "subject_id",
    "report_id",
    "report_revision",
    "revision",
    "from",
    "to",
    "note",
    "reason",
    "previous_hash",
    "hash",
)


def table(events: Iterable[Event]) -> str:
    """Return the events with a header, in their order; from and to are JSON."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow(
            [
                event.number,
                event.at.isoformat(),
                guarded(event.who),
                event.kind,
                event.subject_id,
                event.report_id,
                event.report_revision,
                event.revision,
                json.dumps(dict(event.before)),
                json.dumps(dict(event.after)),
                guarded(event.note),
                guarded(event.reason),
                event.previous_hash,
                event.hash,
            ]
        )
    return written.getvalue()
