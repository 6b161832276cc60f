"""The chain of events: each carries the hash of the one before.

An event's hash is the SHA-256 of its canonical JSON: all fields but the hash itself, keys sorted,
no spaces, ASCII. Whoever has an earlier head can tell whether the chain still leads through it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dash_intel.errors import LedgerError
from dash_intel.model.ledger import Event, Head, Value, Values

GENESIS = "0" * 64
"""Stands for the hash before the first event."""

NOTHING_YET = Head(0, GENESIS)
PROBLEMS_SHOWN = 20

_HEAD = re.compile(r"([0-9]{1,12}):([0-9a-f]{64})", re.ASCII)
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How whole a chain is: its head, and what is wrong with it, a sentence each."""

    head: Head
    problems: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it is stored or written to a file, not yet believed."""

    number: int
    previous_hash: str
    hash: str
    content_hash: str | None


def canonical(content: Mapping[str, object]) -> str:
    """Return an object as JSON that the same object always gives."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sealed(event: Mapping[str, object]) -> str:
    """Return the hash of an event's fields, its ``hash`` left out."""
    content = {key: value for key, value in event.items() if key != "hash"}
    return hashlib.sha256(canonical(content).encode("ascii")).hexdigest()


def as_object(event: Event) -> dict[str, object]:
    """Return an event as the object that is hashed and exported."""
    return {
        "number": event.number,
        "at": time_text(event.at),
        "who": event.who,
        "kind": event.kind,
        "subject_id": event.subject_id,
        "report_id": event.report_id,
        "report_revision": event.report_revision,
        "revision": event.revision,
        "from": dict(event.before),
        "to": dict(event.after),
        "note": event.note,
        "reason": event.reason,
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    }


def time_text(at: datetime) -> str:
    """Return a time in UTC as it is stored."""
    return at.astimezone(UTC).strftime(_TIME)


def time_of(text: str) -> datetime:
    """Return the time that was stored; raises ``ValueError``."""
    at = datetime.fromisoformat(text)
    if time_text(at) != text:
        raise ValueError(text)
    return at


def values_of(content: Mapping[str, object]) -> Values:
    """Return fields as they are kept, lists as tuples; raises ``ValueError``."""
    return {str(key): _value(value) for key, value in content.items()}


def head_of(text: str) -> Head:
    """Return the head that was printed as ``number:hash``."""
    match = _HEAD.fullmatch(text.strip())
    if match is None:
        raise LedgerError(
            f"{text.strip() or 'Nothing'} is no head of a ledger: it is a number, a colon and 64 "
            "digits, as `dash-intel ledger head` prints it."
        )
    return Head(int(match[1]), match[2])


def verdict(events: Iterable[Stored], earlier: Head | None = None) -> Verdict:
    """Return how whole the chain of ``events`` is, and whether it leads through ``earlier``."""
    problems: list[str] = []
    last = NOTHING_YET
    passed = earlier is None or earlier.number == 0
    for event in events:
        problems += _broken(event, last)
        last = Head(event.number, event.hash)
        if earlier and event.number == earlier.number:
            passed = True
            if event.hash != earlier.hash:
                problems.append(
                    f"Event {event.number} is another one than the earlier head names: the chain "
                    "was rewritten."
                )
    if earlier and not passed:
        problems.append(
            f"The ledger ends with event {last.number}, but the earlier head is event "
            f"{earlier.number}: its tail was cut off."
        )
    return Verdict(last, tuple(problems))


def _broken(event: Stored, last: Head) -> Iterable[str]:
    if event.number != last.number + 1:
        missing = f"event {last.number + 1}"
        if event.number > last.number + 2:
            missing = f"events {last.number + 1} to {event.number - 1}"
        yield f"Before event {event.number} there is a gap: {missing} missing."
    elif event.previous_hash != last.hash:
        yield f"Event {event.number} does not follow from the one before it."
    if event.content_hash != event.hash:
        yield f"Event {event.number} was edited: it is not what its hash says."


def _value(value: object) -> Value:
    if isinstance(value, list | tuple):
        if not all(isinstance(one, str) for one in value):
            raise ValueError(value)
        return tuple(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise ValueError(value)
