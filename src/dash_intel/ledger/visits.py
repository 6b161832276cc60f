"""When people were here before, so that pages can say what is new to them."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from dash_intel.ledger.chain import time_of, time_text
from dash_intel.ledger.engine import reading, write_at_once
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.schema import visit as table
from dash_intel.model.ledger import Person

BREAK = timedelta(minutes=30)
"""So long without a page ends a visit."""

GRAIN = timedelta(minutes=1)
"""A page this soon after another is not written down."""

Seen = tuple[datetime, datetime | None]


def visit(ledger: Ledger, person: Person, now: datetime) -> datetime | None:
    """Keep that a person looks at a page; return when their visit before this one ended.

    None on the first visit. Pages within half an hour of each other are one visit, also in several
    windows. Where another one writes just now, or this one may not, it is not kept, and nobody
    waits. Raises ``LedgerError`` where the ledger cannot be read.
    """
    with reading(ledger.engine) as connection:
        seen = _seen(connection, person)
    if seen and now - seen[0] < GRAIN:
        return seen[1]

    def keep(connection: Connection) -> None:
        last, before = _after(_seen(connection, person), now)
        connection.execute(delete(table).where(table.c.who == person.name))
        connection.execute(
            insert(table).values(
                who=person.name,
                last_at=time_text(last),
                before_at=time_text(before) if before else None,
            )
        )

    write_at_once(ledger.engine, keep)
    return _after(seen, now)[1]


def _seen(connection: Connection, person: Person) -> Seen | None:
    row = connection.execute(select(table).where(table.c.who == person.name)).one_or_none()
    if row is None:
        return None
    return time_of(row.last_at), time_of(row.before_at) if row.before_at else None


def _after(seen: Seen | None, now: datetime) -> Seen:
    if seen is None:
        return now, None
    last, before = seen
    return max(now, last), last if now - last > BREAK else before
