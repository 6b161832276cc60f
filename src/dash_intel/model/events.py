"""Who decides about what, and the events that this leaves.

Every decision is about a subject: a recommendation, a scenario, a risk, or a document (all
revisions of one report together). Its id follows from the text, so it outlives every build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Final, Literal, Protocol

Role = Literal["viewer", "analyst", "admin"]
Kind = Literal["recommendation", "scenario", "risk", "document"]
Aspect = Literal[
    "recommendation", "scenario", "signpost", "override", "note", "review", "matrix", "view"
]
Status = Literal[
    "new", "accepted", "in_progress", "partially_addressed", "implemented", "not_implemented"
]
Priority = Literal["critical", "important", "routine"]
Outcome = Literal[
    "occurred", "partly_occurred", "did_not_occur", "ambiguous", "annulled", "unresolvable"
]
Value = str | int | float | bool | tuple[str, ...] | None
Values = Mapping[str, Value]


class Keep(Enum):
    """Stands for a field that a change leaves as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts, and what they may do."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Subject:
    """What is decided about, as the newest build has it.

    ``report_id`` and ``report_revision`` are the revision of the report that it was seen in,
    ``published_on`` that report's day. ``is_current`` is whether the newest revision holds it.
    ``triggers`` are those of a scenario as they were read.
    """

    subject_id: str
    kind: Kind
    report_id: str | None
    report_revision: int | None
    published_on: date | None = None
    is_current: bool = True
    triggers: tuple[str, ...] = ()


class Subjects(Protocol):
    """Finds subjects; a build does."""

    def subject(self, subject_id: str) -> Subject | None:
        """Return the subject of this id, None where no report holds it."""


@dataclass(frozen=True, slots=True)
class Editing:
    """Who changes what. ``subject_id`` may also be a report's id, which stands for its document.

    ``expected`` is the revision of the decision that the person saw; None where whatever was
    decided meanwhile does not matter.
    """

    person: Person
    subject_id: str
    expected: int | None = None
    note: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody decided, for good. ``at`` is UTC.

    ``before`` and ``after`` are the fields that changed; None is "not set". ``before`` is what was
    really decided before, never what was invented; ``stood`` is what stood there, invented or not,
    and is known only right after the event was recorded. ``kind`` is ``aspect.deed``; ``revision``
    rises with each event of one aspect of one subject, and none is ever used twice. ``hash`` covers
    everything else here but ``is_invented`` and ``stood``, and so does each later event's. An
    invented event is for trying out: it has no hash and is in no chain.
    """

    number: int
    at: datetime
    who: str
    kind: str
    subject_id: str
    report_id: str | None
    report_revision: int | None
    revision: int
    before: Values
    after: Values
    note: str | None
    reason: str | None
    previous_hash: str
    hash: str
    is_invented: bool = False
    stood: Values | None = field(default=None, compare=False)

    @property
    def replaced(self) -> Values:
        """What these fields had before: what is put back to take the event back."""
        return self.before if self.stood is None else self.stood

    @property
    def aspect(self) -> str:
        """The part of ``kind`` before the dot: what revisions are counted of."""
        return self.kind.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a ledger at some time; number 0 and no hash where there was none."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Last:
    """The last event of one decision: when, by whom, and where the subject was seen then.

    ``is_invented`` where that event was invented, or something that it left as it was.
    """

    revision: int
    at: datetime
    who: str
    report_id: str | None
    report_revision: int | None
    is_invented: bool = False
