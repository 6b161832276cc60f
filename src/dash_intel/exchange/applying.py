"""Writing what a sheet changes, row by row: one that cannot be written stops no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dash_intel.errors import LedgerError, RoleError
from dash_intel.exchange.plan import editing
from dash_intel.exchange.steps import Known, Step
from dash_intel.ledger import Ledger, set_recommendation
from dash_intel.model.ledger import Event, Person, Subject


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a row: the event that was written, or why none was."""

    number: int
    recommendation_id: str
    text: str
    event: Event | None
    refusal: str | None


class KnownSubjects:
    """Finds the recommendations that a plan was made for."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known = known

    def subject(self, subject_id: str) -> Subject | None:
        """Return the recommendation of this id, None where the plan knows none."""
        found = self._known.get(subject_id)
        return found.subject if found else None


def apply(
    ledger: Ledger, known: Mapping[str, Known], steps: Sequence[Step], person: Person
) -> Iterator[Result]:
    """Write each step and yield what became of it; what others decided meanwhile is refused.

    Raises ``RoleError`` where the person may not decide at all.
    """
    subjects = KnownSubjects(known)
    for step in steps:
        event, refusal = None, None
        try:
            event = set_recommendation(ledger, subjects, editing(step, person), step.change)
        except RoleError:
            raise
        except LedgerError as error:
            refusal = str(error)
        yield Result(step.number, step.recommendation_id, step.text, event, refusal)
