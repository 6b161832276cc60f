"""Ledgers as files: one event a line, with the hashes that they have."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dash_intel.errors import LedgerError
from dash_intel.ledger import chain
from dash_intel.ledger.folding import Folding
from dash_intel.ledger.gone import Gone
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.people import DEEDS, require
from dash_intel.model.ledger import Event, Head, Person

_TEXTS = ("who", "kind", "subject_id", "previous_hash", "hash")
_MAY_LACK = ("note", "reason", "report_id")


@dataclass(frozen=True, slots=True)
class _File:
    """Events that are not in the ledger yet, to fold."""

    found: tuple[Event, ...]

    @property
    def version(self) -> tuple[int, int]:
        return 0, self.found[-1].number

    def events(self, after: int) -> Iterator[Event]:
        return (one for one in self.found if one.number > after)

    def invented(self) -> Iterator[Event]:
        return iter(())

    def gone(self) -> Gone:
        return {}


def exported(ledger: Ledger, person: Person) -> Iterator[str]:
    """Yield all events as JSON objects on a line each, in order."""
    require(person, "ledger.export")
    for event in ledger.events():
        yield event_lines([event])


def event_lines(events: Iterable[Event]) -> str:
    """Return events as JSON objects on a line each, as an export has them."""
    return "".join(f"{json.dumps(chain.as_object(event))}\n" for event in events)


def imported(ledger: Ledger, person: Person, lines: Iterable[str]) -> int:
    """Add the events of an export that are not there yet; return how many.

    They keep their hashes. Raises ``LedgerError`` where a line is no event, the chain is broken,
    or it parts from the one that is there; nothing is added then.
    """
    require(person, "ledger.import")
    events = _events(lines)
    if events:
        earlier = [one for one in ledger.events() if one.number < events[0].number]
        Folding().decisions(_File((*earlier, *events)))  # refuses what it cannot read

    def continued(head: Head, hash_of: Callable[[int], str | None]) -> Sequence[Event]:
        for event in events:
            if event.number <= head.number and hash_of(event.number) != event.hash:
                raise LedgerError(
                    f"This is another ledger: at event {event.number} it parts from the one here. "
                    "Nothing was imported."
                )
        fresh = [event for event in events if event.number > head.number]
        if fresh and (fresh[0].number, fresh[0].previous_hash) != (head.number + 1, head.hash):
            raise LedgerError(
                f"The file begins with event {events[0].number}, which does not follow event "
                f"{head.number}, the last one here. Nothing was imported."
            )
        return fresh

    return ledger.append(continued)


def _events(lines: Iterable[str]) -> list[Event]:
    events = [_event(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    if events:
        before = Head(events[0].number - 1, events[0].previous_hash)
        for event in events:
            if (event.number, event.previous_hash) != (before.number + 1, before.hash):
                raise LedgerError(
                    f"The chain in the file is broken before event {event.number}. Nothing was "
                    "imported."
                )
            before = Head(event.number, event.hash)
    return events


def _event(line: str, number: int) -> Event:
    try:
        content = json.loads(line)
        event = _read(content)
        is_sealed = chain.sealed(content) == event.hash == chain.sealed(chain.as_object(event))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise LedgerError(
            f"Line {number} is no event of a ledger. Nothing was imported."
        ) from error
    if not is_sealed:
        raise LedgerError(
            f"Line {number}: event {event.number} is not what its hash says. Nothing was imported."
        )
    if event.kind not in DEEDS["admin"]:
        raise LedgerError(
            f"Line {number}: this version knows no {event.kind}; use a later one. Nothing was "
            "imported."
        )
    return event


def _read(content: dict[str, object]) -> Event:
    texts = {key: content[key] for key in (*_TEXTS, "at")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("a text is none")
    if not all(isinstance(content[key], str | None) for key in _MAY_LACK):
        raise TypeError("a text is none")
    seen_in = content["report_revision"]
    return Event(
        number=_count(content["number"]),
        at=chain.time_of(str(content["at"])),
        who=str(content["who"]),
        kind=str(content["kind"]),
        subject_id=str(content["subject_id"]),
        report_id=_or_none(content["report_id"]),
        report_revision=None if seen_in is None else _count(seen_in),
        revision=_count(content["revision"]),
        before=chain.values_of(_object(content["from"])),
        after=chain.values_of(_object(content["to"])),
        note=_or_none(content["note"]),
        reason=_or_none(content["reason"]),
        previous_hash=str(content["previous_hash"]),
        hash=str(content["hash"]),
    )


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**31:
        raise TypeError("a number is none")
    return value


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object is none")
    return value


def _or_none(value: object) -> str | None:
    return None if value is None else str(value)
