"""What a sheet that came back would do, row by row, and what is known of what it names."""

from dataclasses import dataclass

from dash_intel.exchange.fields import Value
from dash_intel.ledger import RecommendationChange, Standing
from dash_intel.model.ledger import Event, Subject

ASPECT = "recommendation"


@dataclass(frozen=True, slots=True)
class Known:
    """A recommendation that a row may name, and all that was decided about it, the oldest first.

    ``text`` and ``addressee`` are those of its report; of an orphan there is no text. Revisions
    before ``gone`` were seen with invented decisions that are removed, or before an import.
    """

    subject: Subject
    text: str
    addressee: str | None
    events: tuple[Event, ...] = ()
    gone: int = 0

    @property
    def revision(self) -> int:
        """The revision that the ledger has now, 0 where nothing is decided."""
        return max(self.events[-1].revision, self.gone) if self.events else 0

    def standing(self, revision: int) -> Standing:
        """Return where the decision stood at a revision."""
        held = (event for event in self.events if event.revision <= revision)
        return Standing(self.subject.subject_id, held)

    def since(self, revision: int) -> tuple[Event, ...]:
        """Return what was decided after a revision."""
        return tuple(event for event in self.events if event.revision > revision)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row: what the ledger has, and what the sheet says."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Step:
    """A row that changes something. ``seen`` is the revision in the sheet, ``now`` the ledger's.

    ``meanwhile`` is what others decided since, which makes it a conflict; ``refusal`` why even so
    it could not be written over that.
    """

    number: int
    recommendation_id: str
    text: str
    seen: int
    now: int
    changes: tuple[FieldChange, ...]
    change: RecommendationChange
    note: str | None
    reason: str | None
    meanwhile: tuple[Event, ...] = ()
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not written, and why."""

    number: int
    recommendation_id: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sheet would do: rows in their order, by what becomes of them.

    ``unknown`` names columns that are left out; ``entries`` has every row that was understood.
    """

    changes: tuple[Step, ...] = ()
    conflicts: tuple[Step, ...] = ()
    refused: tuple[Refused, ...] = ()
    unchanged: int = 0
    unknown: tuple[str, ...] = ()
