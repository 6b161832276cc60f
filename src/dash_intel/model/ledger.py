"""What people decide about the items of reports, and the events that it follows from.

Every decision is about a subject: a recommendation, a scenario, a risk, or a document (all
revisions of one report together). Its id follows from the text, so it outlives every build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final, Literal, Protocol

Role = Literal["viewer", "analyst", "admin"]
Kind = Literal["recommendation", "scenario", "risk", "document"]
Aspect = Literal["recommendation", "scenario", "override", "note", "review", "view"]
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
    """

    subject_id: str
    kind: Kind
    report_id: str | None
    report_revision: int | None
    published_on: date | None = None
    is_current: bool = True


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

    ``before`` and ``after`` are the fields that changed; None is "not set". ``kind`` is
    ``aspect.deed``; ``revision`` counts the events of one aspect of one subject from 1. ``hash``
    covers everything else here, and so does each later event's.
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
    """The last event of one decision: when, by whom, and where the subject was seen then."""

    revision: int
    at: datetime
    who: str
    report_id: str | None
    report_revision: int | None


@dataclass(frozen=True, slots=True)
class RecommendationState:
    """What was decided about a recommendation. ``done_on`` is the day it was implemented.

    ``status_since`` is when the status was set; ``reason`` why, where that had to be said.
    ``successor_id`` is the recommendation that supersedes this one or that it repeats.
    """

    recommendation_id: str
    last: Last
    status: Status = "new"
    status_since: datetime | None = None
    reason: str | None = None
    successor_id: str | None = None
    owner: str | None = None
    addressee: str | None = None
    priority: Priority | None = None
    due_on: date | None = None
    done_on: date | None = None
    evidence: str | None = None
    links: tuple[str, ...] = ()
    note: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.status not in {"implemented", "not_implemented"}


@dataclass(frozen=True, slots=True)
class ScenarioState:
    """What was decided about a scenario. ``probability`` is a share from 0 to 1, never imputed.

    ``horizon_on`` is the day by which it is due; ``outcome`` None while it is open.
    """

    scenario_id: str
    last: Last
    horizon_on: date | None = None
    probability: float | None = None
    probability_at: datetime | None = None
    basis: str | None = None
    drivers: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    outcome: Outcome | None = None
    resolved_on: date | None = None
    resolver: str | None = None
    evidence: str | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A reading that somebody corrected. An empty ``value`` says that there is nothing to read."""

    subject_id: str
    field: str
    value: tuple[str, ...]
    reason: str
    who: str
    at: datetime
    last: Last


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted on a subject; ``note_id`` is unique within it."""

    subject_id: str
    note_id: str
    text: str
    who: str
    at: datetime
    last: Last


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody has read a document, and in which revision."""

    subject_id: str
    who: str
    at: datetime
    last: Last


@dataclass(frozen=True, slots=True)
class SavedView:
    """Filters that somebody keeps under a name; every value is stored, as ids, never as labels.

    ``former_names`` open it as well. ``values`` are sorted by filter.
    """

    view_id: str
    name: str
    owner: str
    is_shared: bool
    page: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    former_names: tuple[str, ...]
    last: Last


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that is decided after the event of number ``revision``, each in order of its id."""

    revision: int = 0
    recommendations: tuple[RecommendationState, ...] = ()
    scenarios: tuple[ScenarioState, ...] = ()
    overrides: tuple[Override, ...] = ()
    notes: tuple[Note, ...] = ()
    reviews: tuple[Review, ...] = ()
    views: tuple[SavedView, ...] = ()
