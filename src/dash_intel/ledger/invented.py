"""Invented decisions, for trying out: beside the chain, folded before it, gone at a word."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from dash_intel.ledger.chain import time_text
from dash_intel.ledger.engine import reading, scratch_engine, writing
from dash_intel.ledger.folding import Folding
from dash_intel.ledger.gone import Gone, gone_in, use_up_invented
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.people import require
from dash_intel.ledger.rows import row_of
from dash_intel.ledger.schema import event as real
from dash_intel.ledger.schema import invented_event, invented_turn
from dash_intel.model.ledger import Event, Person


@contextmanager
def rehearsed(clock: Callable[[], datetime]) -> Iterator[Ledger]:
    """Give an empty ledger in memory, to decide by the same rules at other times.

    ``clock`` gives the time of each event; what is decided is gone when this ends.
    """
    with closing(Ledger(scratch_engine(), Folding(), clock)) as ledger:
        yield ledger


def put_invented(ledger: Ledger, person: Person, events: Sequence[Event]) -> int:
    """Have ``events`` as invented ones in place of those that were; return how many are kept.

    Those of a subject that somebody has really decided about are left out. Raises ``RoleError``.
    """
    require(person, "invented.put")
    with writing(ledger.engine) as connection:
        decided = set(connection.execute(select(real.c.subject_id).distinct()).scalars())
        kept = [event for event in events if event.subject_id not in decided]
        _replace(connection, person, kept)
    return len(kept)


def remove_invented(ledger: Ledger, person: Person) -> int:
    """Take out all invented decisions; return how many there were. Raises ``RoleError``."""
    require(person, "invented.remove")
    with writing(ledger.engine) as connection:
        number = _count(connection)
        if number:
            _replace(connection, person, ())
    return number


def has_invented(ledger: Ledger) -> bool:
    """Tell whether invented decisions are there now."""
    return invented_count(ledger) > 0


def invented_count(ledger: Ledger) -> int:
    """Return how many invented events are there now."""
    with reading(ledger.engine) as connection:
        return _count(connection)


def was_put(ledger: Ledger) -> bool:
    """Tell whether invented decisions were ever put in, also if they were taken out since."""
    with reading(ledger.engine) as connection:
        return connection.execute(select(func.max(invented_turn.c.number))).scalar() is not None


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(invented_event)).scalar_one()


def _replace(connection: Connection, person: Person, events: Sequence[Event]) -> None:
    use_up_invented(connection)
    connection.execute(delete(invented_event))
    gone = gone_in(connection)
    columns = set(invented_event.columns.keys())
    rows = [
        {
            key: value
            for key, value in row_of(_numbered(event, number, gone)).items()
            if key in columns
        }
        for number, event in enumerate(events, 1)
    ]
    if rows:
        connection.execute(insert(invented_event), rows)
    turn = connection.execute(select(func.max(invented_turn.c.number))).scalar() or 0
    connection.execute(
        insert(invented_turn).values(
            number=turn + 1,
            at=time_text(datetime.now(UTC)),
            who=person.name,
            events=len(events),
        )
    )


def _numbered(event: Event, number: int, gone: Gone) -> Event:
    """Return an event whose revision comes after those that are gone."""
    revision = event.revision + gone.get((event.aspect, event.subject_id), 0)
    return replace(event, number=number, revision=revision)
