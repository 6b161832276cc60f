"""What measuring gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One figure: what was measured and how, on how many items, and how far raters agree.

    ``raters`` is kappa of two independent raters (F1 where labels are sets), None where one person
    labelled.
    """

    what: str
    measure: str
    value: float
    count: int
    raters: float | None = None

    @property
    def key(self) -> str:
        """What names this figure in ``scores.csv``."""
        return f"{self.what}, {self.measure}"


@dataclass(frozen=True, slots=True)
class Miss:
    """An item that is read otherwise than it is labelled."""

    item_id: str
    field: str
    expected: str
    actual: str
