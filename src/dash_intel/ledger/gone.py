"""Revisions that are used up though no event of the chain has them: never handed out again.

They stood for what invented events left, which are removed, or for what was there before an import
brought events of the same revisions. A page or a workbook may still hold one, long after; it must
meet a conflict and no other state.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select

from dash_intel.ledger.schema import event as real
from dash_intel.ledger.schema import gone_revision, invented_event
from dash_intel.model.ledger import Event

Key = tuple[str, str]
Gone = Mapping[Key, int]
"""Aspect and subject → the last revision that nothing but a later state may have."""


def gone_in(connection: Connection) -> Gone:
    """Return all of them."""
    rows = connection.execute(select(gone_revision))
    return {(row.aspect, row.subject_id): row.revision for row in rows}


def gone_of(connection: Connection, aspect: str, subject_ids: Sequence[str]) -> Mapping[str, int]:
    """Return subject → the same, of one aspect of these subjects."""
    wanted = select(gone_revision.c.subject_id, gone_revision.c.revision).where(
        gone_revision.c.aspect == aspect, gone_revision.c.subject_id.in_(subject_ids)
    )
    return {row.subject_id: row.revision for row in connection.execute(wanted)}


def use_up_invented(connection: Connection) -> None:
    """Use up the revisions of all that invented events are part of now, before they go."""
    _use_up(connection, _revisions(connection, invented_event))


def use_up_imported(connection: Connection, events: Iterable[Event]) -> None:
    """Use up those that ``events``, which were just added, had with invented ones elsewhere.

    And those that are used here: by invented ones, or by ones that are gone.
    """
    first: dict[Key, int] = {}
    for event in events:
        first.setdefault((event.aspect, event.subject_id), event.revision)
    invented, lowest = _revisions(connection, invented_event), _revisions(connection, real)
    gone = gone_in(connection)
    _use_up(
        connection,
        {
            key
            for key in first
            if key in invented or first[key] <= gone.get(key, 0) or 1 < first[key] == lowest[key][0]
        },
    )


def _use_up(connection: Connection, keys: Iterable[Key]) -> None:
    found = [_revisions(connection, one) for one in (invented_event, real)]
    gone = gone_in(connection)
    for key in keys:
        named = {"aspect": key[0], "subject_id": key[1]}
        last = max(gone.get(key, 0), *(one[key][1] for one in found if key in one))
        connection.execute(delete(gone_revision).filter_by(**named))
        connection.execute(insert(gone_revision).values(**named, revision=last + 1))


def _revisions(connection: Connection, table: Table) -> Mapping[Key, tuple[int, int]]:
    """Return aspect and subject → its first and its last revision in a table of events."""
    revision, key = table.c.revision, (table.c.aspect, table.c.subject_id)
    wanted = select(*key, func.min(revision), func.max(revision)).group_by(*key)
    return {
        (aspect, subject_id): (first, last)
        for aspect, subject_id, first, last in connection.execute(wanted)
    }
