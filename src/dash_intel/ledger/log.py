"""The ledger: events are added at its end, and read back; nothing else happens to them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import Connection, Engine, Row, func, insert, select
from sqlalchemy.exc import IntegrityError

from dash_intel.errors import ConflictError, LedgerError
from dash_intel.ledger import chain
from dash_intel.ledger.chain import NOTHING_YET, Stored, Verdict
from dash_intel.ledger.engine import reading, writing
from dash_intel.ledger.people import require
from dash_intel.ledger.schema import event as table
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.text import passage
from dash_intel.model.ledger import Decisions, Event, Head, Person, Values

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what to which subject, before it is an event. ``expected`` as in ``Editing``."""

    person: Person
    kind: str
    subject_id: str
    report_id: str | None = None
    report_revision: int | None = None
    expected: int | None = None
    note: str | None = None
    reason: str | None = None


class Folding(Protocol):
    """Folds events into what is decided now."""

    def decisions(self, head: int, events: Callable[[int], Iterator[Event]]) -> Decisions:
        """Return what is decided up to event ``head``; ``events`` gives those after a number."""


class Ledger:
    """One open ledger; threads may share it."""

    def __init__(self, engine: Engine, folding: Folding) -> None:
        self._engine = engine
        self._folding = folding

    def record(self, act: Act, decide: Callable[[Standing], Values]) -> Event:
        """Add an event and return it once it is on disk.

        ``decide`` gives the new values of fields, None for one that is no longer set, from where
        the decision stands; nobody else writes meanwhile. Raises ``RoleError``, ``ConflictError``
        where ``act.expected`` is not the revision any more, ``LedgerError`` where nothing would
        change or ``decide`` refuses; nothing is written then.
        """
        require(act.person, act.kind)
        act = replace(act, note=passage("note", act.note), reason=passage("reason", act.reason))
        with writing(self._engine) as connection:
            standing = Standing(act.subject_id, _events_of(connection, act))
            if act.expected not in {None, standing.revision}:
                raise _conflict(act, standing)
            event = _event(act, decide(standing), standing, _head(connection))
            try:
                connection.execute(insert(table), _row(event))
            except IntegrityError as error:
                raise _conflict(act, standing) from error
        return event

    def head(self) -> Head:
        """Return the last event's number and hash."""
        with reading(self._engine) as connection:
            return _head(connection)

    def events(self, after: int = 0) -> Iterator[Event]:
        """Yield all events after the one of this number, in order."""
        with reading(self._engine) as connection:
            wanted = select(table).where(table.c.number > after).order_by(table.c.number)
            with connection.execution_options(yield_per=AT_ONCE).execute(wanted) as rows:
                yield from (event_of(row) for row in rows)

    def history(self, subject_ids: Sequence[str]) -> tuple[Event, ...]:
        """Return the events of these subjects, the newest first."""
        with reading(self._engine) as connection:
            wanted = (
                select(table)
                .where(table.c.subject_id.in_(subject_ids))
                .order_by(table.c.number.desc())
            )
            return tuple(event_of(row) for row in connection.execute(wanted))

    def standing(self, aspect: str, subject_id: str) -> Standing:
        """Return where one decision stands."""
        with reading(self._engine) as connection:
            return Standing(subject_id, _events(connection, aspect, subject_id))

    def decisions(self) -> Decisions:
        """Return all that is decided now."""
        return self._folding.decisions(self.head().number, self.events)

    def verify(self, earlier: Head | None = None) -> Verdict:
        """Return how whole the chain is, and whether it leads through an ``earlier`` head."""
        with reading(self._engine) as connection:
            wanted = select(table).order_by(table.c.number)
            with connection.execution_options(yield_per=AT_ONCE).execute(wanted) as rows:
                return chain.verdict((_stored(row) for row in rows), earlier)

    def append(
        self, continued: Callable[[Head, Callable[[int], str | None]], Sequence[Event]]
    ) -> int:
        """Add the events that ``continued`` gives as they are; return how many.

        It is given the head and what tells the hash of an event that is there already, and raises
        ``LedgerError`` where its events do not follow.
        """
        with writing(self._engine) as connection:

            def hash_of(number: int) -> str | None:
                wanted = select(table.c.hash).where(table.c.number == number)
                return connection.execute(wanted).scalar()

            events = continued(_head(connection), hash_of)
            if events:
                connection.execute(insert(table), [_row(event) for event in events])
        return len(events)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def event_of(row: Row[tuple[object, ...]]) -> Event:
    """Return a row as an event; ``LedgerError`` where it was made unreadable."""
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
            previous_hash=cells["previous_hash"],
            hash=cells["hash"],
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise LedgerError(
            f"Event {cells['number']} of the ledger was damaged: `dash-intel ledger verify` tells "
            "more."
        ) from error


def _event(act: Act, changes: Values, standing: Standing, head: Head) -> Event:
    if not changes and act.note is None:
        raise LedgerError("Nothing would change, so nothing was written.")
    event = Event(
        number=head.number + 1,
        at=datetime.now(UTC),
        who=act.person.name,
        kind=act.kind,
        subject_id=act.subject_id,
        report_id=act.report_id,
        report_revision=act.report_revision,
        revision=standing.revision + 1,
        before={field: standing.value(field) for field in changes},
        after=dict(changes),
        note=act.note,
        reason=act.reason,
        previous_hash=head.hash,
        hash="",
    )
    return replace(event, hash=chain.sealed(chain.as_object(event)))


def _row(event: Event) -> Mapping[str, object]:
    row = chain.as_object(event)
    before, after = row.pop("from"), row.pop("to")
    return row | {
        "aspect": event.aspect,
        "before": json.dumps(before, sort_keys=True),
        "after": json.dumps(after, sort_keys=True),
    }


def _stored(row: Row[tuple[object, ...]]) -> Stored:
    try:
        event = event_of(row)
    except LedgerError:
        content_hash = None
    else:
        is_consistent = event.aspect == row.aspect
        content_hash = chain.sealed(chain.as_object(event)) if is_consistent else None
    return Stored(row.number, row.previous_hash, row.hash, content_hash)


def _head(connection: Connection) -> Head:
    newest = select(func.max(table.c.number)).scalar_subquery()
    wanted = select(table.c.number, table.c.hash).where(table.c.number == newest)
    row = connection.execute(wanted).one_or_none()
    return Head(row.number, row.hash) if row else NOTHING_YET


def _events_of(connection: Connection, act: Act) -> Iterator[Event]:
    return _events(connection, act.kind.partition(".")[0], act.subject_id)


def _events(connection: Connection, aspect: str, subject_id: str) -> Iterator[Event]:
    wanted = (
        select(table)
        .where(table.c.aspect == aspect, table.c.subject_id == subject_id)
        .order_by(table.c.revision)
    )
    return (event_of(row) for row in connection.execute(wanted))


def _conflict(act: Act, standing: Standing) -> ConflictError:
    newest = standing.newest
    if newest is None:
        return ConflictError(f"{act.subject_id} was seen with decisions that it does not have.")
    return ConflictError(
        f"{newest.who} changed this meanwhile ({newest.at:%Y-%m-%d %H:%M} UTC, revision "
        f"{newest.revision}): look at that change and decide again. Nothing was written."
    )
