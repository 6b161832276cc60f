"""The ledger: events are added at its end, and read back; nothing else happens to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from dash_intel.errors import ConflictError, LedgerError
from dash_intel.ledger import chain
from dash_intel.ledger.chain import Verdict
from dash_intel.ledger.engine import reading, writing
from dash_intel.ledger.gone import gone_of, use_up_imported
from dash_intel.ledger.people import require
from dash_intel.ledger.rows import event_of, row_of, stored
from dash_intel.ledger.schema import event as table
from dash_intel.ledger.schema import invented_event, invented_turn
from dash_intel.ledger.source import (
    AT_ONCE,
    Source,
    StoredSource,
    events_after,
    head_in,
    standing_in,
)
from dash_intel.ledger.standing import Standing, rested_on
from dash_intel.ledger.text import passage
from dash_intel.model.ledger import Decisions, Event, Head, Person, Values


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

    @property
    def aspect(self) -> str:
        """The part of ``kind`` before the dot."""
        return self.kind.partition(".")[0]


class Folding(Protocol):
    """Folds events into what is decided now."""

    def decisions(self, source: Source) -> Decisions:
        """Return what is decided by the events of ``source``, or by later ones."""


class Ledger:
    """One open ledger; threads may share it.

    Invented events, which are for trying out, are folded before those of the chain and stand in
    histories; the chain itself, its head, exports and checks know nothing of them.
    """

    def __init__(self, engine: Engine, folding: Folding, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self._folding = folding
        self._clock = clock

    def record(self, act: Act, decide: Callable[[Standing], Values]) -> Event:
        """Add an event and return it once it is on disk.

        ``decide`` gives the new values of fields, None for one that is no longer set, from where
        the decision stands; nobody else writes meanwhile. Raises ``RoleError``, ``ConflictError``
        where ``act.expected`` is not the revision any more, ``LedgerError`` where nothing would
        change or ``decide`` refuses; nothing is written then.
        """
        require(act.person, act.kind)
        act = replace(act, note=passage("note", act.note), reason=passage("reason", act.reason))
        with writing(self.engine) as connection:
            standing = standing_in(connection, act.aspect, act.subject_id)
            if act.expected not in {None, standing.revision}:
                raise _conflict(act, standing)
            changes = decide(standing)
            if not changes and act.note is None:
                raise LedgerError("Nothing would change, so nothing was written.")
            changes = {**rested_on(standing, act.aspect, changes), **changes}
            event = _event(act, changes, standing, head_in(connection), self._clock())
            try:
                connection.execute(insert(table), row_of(event))
            except IntegrityError as error:
                raise _conflict(act, standing) from error
        return event

    def head(self) -> Head:
        """Return the last event's number and hash."""
        with reading(self.engine) as connection:
            return head_in(connection)

    def events(self, after: int = 0) -> Iterator[Event]:
        """Yield all events after the one of this number, in order."""
        with reading(self.engine) as connection:
            yield from events_after(connection, after)

    def all_events(self) -> Iterator[Event]:
        """Yield the invented events and then all others, as decisions are folded from them."""
        with reading(self.engine) as connection:
            source = StoredSource(connection, (0, 0))
            yield from source.invented()
            yield from source.events(0)

    def history(self, subject_ids: Sequence[str]) -> tuple[Event, ...]:
        """Return the events of these subjects, the newest first, and then the invented ones."""
        with reading(self.engine) as connection:
            found = [
                event_of(row)
                for one in (table, invented_event)
                for row in connection.execute(
                    select(one)
                    .where(one.c.subject_id.in_(subject_ids))
                    .order_by(one.c.number.desc())
                )
            ]
        return tuple(found)

    def standing(self, aspect: str, subject_id: str) -> Standing:
        """Return where one decision stands."""
        with reading(self.engine) as connection:
            return standing_in(connection, aspect, subject_id)

    def gone(self, aspect: str, subject_ids: Sequence[str]) -> Mapping[str, int]:
        """Return subject → up to which revision invented decisions were seen that are removed."""
        with reading(self.engine) as connection:
            return gone_of(connection, aspect, subject_ids)

    def decisions(self) -> Decisions:
        """Return all that is decided now."""
        with reading(self.engine) as connection:
            turn = connection.execute(select(func.max(invented_turn.c.number))).scalar() or 0
            version = (turn, head_in(connection).number)
            return self._folding.decisions(StoredSource(connection, version))

    def verify(self, earlier: Head | None = None) -> Verdict:
        """Return how whole the chain is, and whether it leads through an ``earlier`` head."""
        with reading(self.engine) as connection:
            wanted = select(table).order_by(table.c.number)
            with connection.execution_options(yield_per=AT_ONCE).execute(wanted) as rows:
                return chain.verdict((stored(row) for row in rows), earlier)

    def append(
        self, continued: Callable[[Head, Callable[[int], str | None]], Sequence[Event]]
    ) -> int:
        """Add the events that ``continued`` gives as they are; return how many.

        It is given the head and what tells the hash of an event that is there already, and raises
        ``LedgerError`` where its events do not follow.
        """
        with writing(self.engine) as connection:

            def hash_of(number: int) -> str | None:
                wanted = select(table.c.hash).where(table.c.number == number)
                return connection.execute(wanted).scalar()

            events = continued(head_in(connection), hash_of)
            if events:
                connection.execute(insert(table), [row_of(event) for event in events])
                use_up_imported(connection, events)
        return len(events)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _event(act: Act, changes: Values, standing: Standing, head: Head, now: datetime) -> Event:
    event = Event(
        number=head.number + 1,
        at=now,
        who=act.person.name,
        kind=act.kind,
        subject_id=act.subject_id,
        report_id=act.report_id,
        report_revision=act.report_revision,
        revision=standing.next_revision,
        before={field: standing.real_value(field) for field in changes},
        after=dict(changes),
        note=act.note,
        reason=act.reason,
        previous_hash=head.hash,
        hash="",
        stood={field: standing.value(field) for field in changes},
    )
    return replace(event, hash=chain.sealed(chain.as_object(event)))


def _conflict(act: Act, standing: Standing) -> ConflictError:
    newest = standing.newest
    if act.expected and act.expected < standing.gone >= standing.revision:
        return ConflictError(
            "Invented decisions about this were removed meanwhile, or others imported: look at "
            "what stands now and decide again. Nothing was written."
        )
    if newest is None:
        return ConflictError(f"{act.subject_id} was seen with decisions that it does not have.")
    return ConflictError(
        f"{newest.who} changed this meanwhile ({newest.at:%Y-%m-%d %H:%M} UTC, revision "
        f"{newest.revision}): look at that change and decide again. Nothing was written."
    )
