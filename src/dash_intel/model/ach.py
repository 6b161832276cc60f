"""Matrices of competing hypotheses: how well each piece of evidence goes with each of them."""

from dataclasses import dataclass
from typing import Literal

from dash_intel.model.events import Last

Consistency = Literal[
    "very_consistent",
    "consistent",
    "neutral",
    "inconsistent",
    "very_inconsistent",
    "not_applicable",
]


@dataclass(frozen=True, slots=True)
class AchMatrix:
    """An analysis of competing hypotheses on a report (``document_id``) or a question of its own.

    ``marks`` has a row a piece of evidence and a column a hypothesis; None is not marked yet.
    """

    matrix_id: str
    question: str
    document_id: str | None
    hypotheses: tuple[str, ...]
    evidence: tuple[str, ...]
    marks: tuple[tuple[Consistency | None, ...], ...]
    last: Last
