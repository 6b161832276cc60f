"""Events as rows of the ledger's tables."""

import json
from collections.abc import Mapping

from sqlalchemy import Row

from dash_intel.errors import LedgerError
from dash_intel.ledger import chain
from dash_intel.ledger.chain import Stored
from dash_intel.model.ledger import Event


def event_of(row: Row[tuple[object, ...]]) -> Event:
    """Return a row as an event, invented where it has no hash.

    Raises ``LedgerError`` where it was made unreadable.
    """
    cells = row._mapping
    try:
        return Event(
            number=cells["number"],
            at=chain.time_of(cells["at"]),
            who=cells["who"],
            kind=cells["kind"],
            subject_id=cells["subject_id"],
            report_id=cells["report_id"],
            report_revision=cells["report_revision"],
            revision=cells["revision"],
            before=chain.values_of(json.loads(cells["before"])),
            after=chain.values_of(json.loads(cells["after"])),
            note=cells["note"],
            reason=cells["reason"],
            previous_hash=cells.get("previous_hash", ""),
            hash=cells.get("hash", ""),
            is_invented="hash" not in cells,
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise LedgerError(
            f"Event {cells['number']} of the ledger was damaged: `dash-intel ledger verify` tells "
            "more."
        ) from error


def row_of(event: Event) -> Mapping[str, object]:
    """Return an event as it is stored."""
    row = chain.as_object(event)
    before, after = row.pop("from"), row.pop("to")
    return row | {
        "aspect": event.aspect,
        "before": json.dumps(before, sort_keys=True),
        "after": json.dumps(after, sort_keys=True),
    }


def stored(row: Row[tuple[object, ...]]) -> Stored:
    """Return a row with the hash that its content has, None where it cannot be read."""
    try:
        event = event_of(row)
    except LedgerError:
        content_hash = None
    else:
        is_consistent = event.aspect == row.aspect
        content_hash = chain.sealed(chain.as_object(event)) if is_consistent else None
    return Stored(row.number, row.previous_hash, row.hash, content_hash)
