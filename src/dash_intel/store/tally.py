"""Counting what a load brings."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from dash_intel.model.load import Difference, Load
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.store.packed import Packed

Outcome = Report | Rejection | Difference
"""What reading a file may bring."""

Arrival = Packed | Outcome
"""What a build takes in."""


@dataclass(slots=True)
class Tally:
    """What a load brought so far, told of every outcome in order of arrival."""

    added: int = 0
    known: int = 0
    unrecognised: int = 0
    warned: int = 0
    revised: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def add(self, outcome: Packed | Rejection | Difference, *, known: bool = False) -> None:
        """Count one outcome; ``known`` tells that a report's text was there already."""
        if isinstance(outcome, Rejection):
            self.rejections.append(outcome)
        elif isinstance(outcome, Difference):
            self.differences.append(outcome)
        elif known:
            self.known += 1
        else:
            self.added += 1
            self.unrecognised += not outcome.is_recognised
            self.warned += outcome.is_recognised and outcome.is_doubtful
            self.revised += outcome.revision > 1

    def load(self, number: int, origins: tuple[str, ...]) -> Load:
        """Return the load that this tally is of, as of now."""
        return Load(
            number=number,
            loaded_at=datetime.now(UTC),
            origins=origins,
            added=self.added,
            known=self.known,
            unrecognised=self.unrecognised,
            warned=self.warned,
            rejections=tuple(self.rejections),
            differences=tuple(self.differences),
            revised=self.revised,
        )
