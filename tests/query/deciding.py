"""Decisions about recommendations, made by hand, to hold beside a build."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count

from dash_intel.model.ledger import Decisions, Last, Override, RecommendationState
from dash_intel.store import Database

_NUMBERS = count(1)


def hold(
    database: Database,
    states: Iterable[RecommendationState] = (),
    overrides: Iterable[Override] = (),
) -> None:
    """Have a database hold these decisions and no others."""
    held = Decisions(next(_NUMBERS), tuple(states), overrides=tuple(overrides))
    database.hold(held)


def state(recommendation_id: str, on: date, **fields: object) -> RecommendationState:
    """Return what was decided about a recommendation on a day, its status since then."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    last = Last(1, at, "mira", None, None)
    return RecommendationState(recommendation_id, last, status_since=at, **fields)  # type: ignore[arg-type]


def corrected(subject_id: str, field: str, *value: str) -> Override:
    """Return a correction of a reading."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Override(subject_id, field, value, "r", "mira", at, Last(1, at, "mira", None, None))
