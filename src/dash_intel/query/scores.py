"""Which scenarios can be scored, how they score, and why the others are not.

Scored is what occurred or did not, with a probability that was stated on a day before it was known:
an analyst's, which was recorded before the day of the outcome and before any outcome was recorded;
else the report's own figure or words, where the report is dated before the day of the outcome.
Hedges and “most likely” are no probabilities.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from dash_intel.query.chosen import rows
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scoring import Forecast, expected_rate
from dash_intel.store import Database
from dash_intel.vocab.likelihood import band

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Basis = Literal["analyst", "number", "words"]
Reason = Literal[
    "scored",
    "open",
    "due",
    "no_probability",
    "no_horizon",
    "partly_occurred",
    "ambiguous",
    "annulled",
    "unresolvable",
    "too_late",
    "corrected_late",
    "undated",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
"""Why a scenario is scored or not; each has exactly one."""

Row = Mapping[str, object]
Key = Mapping[str, Any]
"""Where a scenario of a list is: negative key of the report and position, day and basis."""

_FIGURES: Mapping[Basis, tuple[str, str]] = MappingProxyType(
    {
        "analyst": ("probability", "probability"),
        "number": ("low", "high"),
        "words": ("low", "high"),
    }
)
"""The columns of the ends of a probability, by what it rests on."""

MOST = 100_000
"""Scored scenarios that figures are taken from."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario of a list; ``stated_on`` is the day of the probability that is scored.

    ``term`` are the words of the report, ``outcome`` None while nothing is recorded.
    """

    scenario_id: str
    report_id: str
    kind: str
    text: str
    title: str
    publisher: str | None
    published_on: date | None
    outcome: str | None
    resolved_on: date | None
    stated_on: date | None
    term: str | None


@dataclass(frozen=True, slots=True)
class Scored:
    """A scenario with the probability that counts, and what it is measured against.

    ``reference`` is the share that the others of its kind that were settled would have given.
    """

    scenario: Scenario
    basis: Basis
    forecast: Forecast
    reference: float


@dataclass(frozen=True, slots=True)
class Ranks:
    """How often the most likely case was the one of three that occurred.

    ``reports`` tell one best, one most likely and one worst case; of ``settled`` ones it is known
    of each whether it occurred; in ``one`` exactly one did, and in ``hits`` the most likely.
    """

    reports: int
    settled: int
    one: int
    hits: int
    neither: int
    several: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All scenarios that the filters choose: how many for which reason, and those scored.

    ``scored`` are the newest report's first; ``counts`` has every reason, and sums to ``total``.
    """

    counts: Mapping[Reason, int]
    scored: tuple[Scored, ...]
    ranks: Ranks

    @property
    def total(self) -> int:
        """How many scenarios there are."""
        return sum(self.counts.values())


def scores(database: Database, filters: Filters, today: date) -> Scores:
    """Return how the scenarios of the reports that filters choose score."""
    groups = _groups(database, filters, today, "scored", MOST)
    number = _summed(groups, "reason", "scenarios")
    settled, occurred = (_summed(groups, "kind", name) for name in ("settled", "occurred"))
    keys = _keys(groups)
    return Scores(
        {reason: number.get(reason, 0) for reason in REASONS},
        tuple(
            _scored(row, cast("Basis", key["basis"]), settled, occurred)
            for key, row in zip(keys, _details(database, filters, keys), strict=True)
        ),
        _ranks(database, filters),
    )


def unscored(
    database: Database, filters: Filters, today: date, reason: Reason, part: Part
) -> tuple[Scenario, ...]:
    """Return a part of the scenarios that are not scored for one reason, the newest first."""
    end = part.skipped + part.at_most
    keys = _keys(_groups(database, filters, today, reason, end))[part.skipped : end]
    return tuple(_scenario(row) for row in _details(database, filters, keys))


def _groups(
    database: Database, filters: Filters, today: date, reason: Reason, at_most: int
) -> "pd.DataFrame":
    return rows(database, filters, "scenario_scores", today=today, reason=reason, at_most=at_most)


def _summed(groups: "pd.DataFrame", by: str, of: str) -> dict[str, int]:
    return {str(key): int(n) for key, n in groups.groupby(by)[of].sum().items()}


def _keys(groups: "pd.DataFrame") -> list[Key]:
    held = [key for one in groups["listed"].dropna() for key in one]
    return sorted(
        held, key=lambda one: (one["published_on"], one["later"], one["last"]), reverse=True
    )


def _details(database: Database, filters: Filters, keys: Sequence[Key]) -> list[Row]:
    found = rows(
        database,
        filters,
        "scenario_details",
        reports=[-one["later"] for one in keys],
        positions=[-one["last"] for one in keys],
    ).astype(object)
    return [
        {str(name): value for name, value in row.items()}
        for row in found.where(found.notna(), None).to_dict("records")
    ]


def _scored(
    row: Row, basis: Basis, settled: Mapping[str, int], occurred: Mapping[str, int]
) -> Scored:
    scenario = _scenario(row, basis)
    low, high = (float(str(row[name])) for name in _FIGURES[basis])
    if basis == "words":
        low, high = band(scenario.term or "") or (low, high)
    is_true = scenario.outcome == "occurred"
    return Scored(
        scenario,
        basis,
        Forecast((low + high) / 2, is_true, low, high),
        expected_rate(occurred[scenario.kind] - is_true, settled[scenario.kind] - 1),
    )


def _scenario(row: Row, basis: Basis | None = None) -> Scenario:
    stated_on = "probability_on" if basis == "analyst" else "published_on"
    return Scenario(
        scenario_id=_words(row["scenario_id"]) or "",
        report_id=_words(row["report_id"]) or "",
        kind=_words(row["kind"]) or "",
        text=_words(row["text"]) or "",
        title=_words(row["title"]) or "",
        publisher=_words(row["publisher"]),
        published_on=_day(row["published_on"]),
        outcome=_words(row["outcome"]),
        resolved_on=_day(row["resolved_on"]),
        stated_on=_day(row[stated_on]) if basis else None,
        term=_words(row["term"]),
    )


def _ranks(database: Database, filters: Filters) -> Ranks:
    found = rows(database, filters, "scenario_ranks").iloc[0]
    return Ranks(**{one.name: int(found[one.name]) for one in fields(Ranks)})


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None
