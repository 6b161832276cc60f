"""What is decided now: the states that the events of the ledger left.

What the events are made of comes from ``model.events`` and is found here as well.
"""

from dataclasses import dataclass
from datetime import date, datetime

from dash_intel.model.ach import AchMatrix
from dash_intel.model.events import (
    KEEP,
    Aspect,
    Editing,
    Event,
    Head,
    Keep,
    Kind,
    Last,
    Outcome,
    Person,
    Priority,
    Role,
    Status,
    Subject,
    Subjects,
    Value,
    Values,
)
from dash_intel.model.signpost import Signpost

__all__ = [
    "KEEP",
    "AchMatrix",
    "Aspect",
    "Decisions",
    "Editing",
    "Event",
    "Head",
    "Keep",
    "Kind",
    "Last",
    "Note",
    "Outcome",
    "Override",
    "Person",
    "Priority",
    "RecommendationState",
    "Review",
    "Role",
    "SavedView",
    "ScenarioState",
    "Signpost",
    "Status",
    "Subject",
    "Subjects",
    "Value",
    "Values",
]


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
    ``first_resolved_at`` is when an outcome was first recorded, also one that was taken back since:
    what is said of a probability after that is no forecast.
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
    first_resolved_at: datetime | None = None
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
    """All that is decided after the event of number ``revision``, each in order of its id.

    ``turn`` counts how often invented decisions were put in or taken out; ``has_invented`` tells
    whether any are there now.
    """

    revision: int = 0
    recommendations: tuple[RecommendationState, ...] = ()
    scenarios: tuple[ScenarioState, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    overrides: tuple[Override, ...] = ()
    notes: tuple[Note, ...] = ()
    reviews: tuple[Review, ...] = ()
    views: tuple[SavedView, ...] = ()
    matrices: tuple[AchMatrix, ...] = ()
    turn: int = 0
    has_invented: bool = False

    @property
    def version(self) -> tuple[int, int]:
        """What tells these decisions from earlier and later ones; later ones compare greater."""
        return self.turn, self.revision

    @property
    def has_any(self) -> bool:
        """Whether anything was ever decided, invented or not."""
        return self.version != (0, 0)
