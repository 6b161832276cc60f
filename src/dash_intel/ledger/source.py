"""The ledger's events, read inside a transaction, and where a decision stands by them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, func, select

from dash_intel.ledger.chain import NOTHING_YET
from dash_intel.ledger.gone import Gone, gone_in, gone_of
from dash_intel.ledger.rows import event_of
from dash_intel.ledger.schema import event as table
from dash_intel.ledger.schema import invented_event
from dash_intel.ledger.standing import Standing
from dash_intel.model.ledger import Event, Head

AT_ONCE = 2_000


class Source(Protocol):
    """Where events are folded from, all as they were at one time."""

    @property
    def version(self) -> tuple[int, int]:
        """How often invented events were put in or taken out, and the last event's number."""

    def events(self, after: int) -> Iterator[Event]:
        """Yield the events after the one of this number, in order."""

    def invented(self) -> Iterator[Event]:
        """Yield the invented events, in order."""

    def gone(self) -> Gone:
        """Return the revisions that removed invented events have used up."""


@dataclass(frozen=True, slots=True)
class StoredSource:
    """The events of the ledger's own tables."""

    connection: Connection
    version: tuple[int, int]

    def events(self, after: int) -> Iterator[Event]:
        """Yield the events after the one of this number, in order."""
        return events_after(self.connection, after)

    def invented(self) -> Iterator[Event]:
        """Yield the invented events, in order."""
        wanted = select(invented_event).order_by(invented_event.c.number)
        return (event_of(row) for row in self.connection.execute(wanted))

    def gone(self) -> Gone:
        """Return the revisions that removed invented events have used up."""
        return gone_in(self.connection)


def head_in(connection: Connection) -> Head:
    """Return the last event's number and hash."""
    newest = select(func.max(table.c.number)).scalar_subquery()
    wanted = select(table.c.number, table.c.hash).where(table.c.number == newest)
    row = connection.execute(wanted).one_or_none()
    return Head(row.number, row.hash) if row else NOTHING_YET


def events_after(connection: Connection, number: int) -> Iterator[Event]:
    """Yield the events of the chain after the one of this number, in order."""
    wanted = select(table).where(table.c.number > number).order_by(table.c.number)
    with connection.execution_options(yield_per=AT_ONCE).execute(wanted) as rows:
        yield from (event_of(row) for row in rows)


def standing_in(connection: Connection, aspect: str, subject_id: str) -> Standing:
    """Return where one decision stands."""
    events = itertools.chain.from_iterable(
        (
            event_of(row)
            for row in connection.execute(
                select(one)
                .where(one.c.aspect == aspect, one.c.subject_id == subject_id)
                .order_by(one.c.revision)
            )
        )
        for one in (invented_event, table)
    )
    gone = gone_of(connection, aspect, [subject_id])
    return Standing(subject_id, events, gone.get(subject_id, 0))
