"""Reports with scenarios, and what was decided about them, for tests of scores."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from dash_intel.model.items import Scenario
from dash_intel.model.ledger import Last, Outcome, Override, ScenarioState
from dash_intel.model.reading import Likelihood
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from tests.reports import report

TODAY = date(2026, 1, 1)
TOLD = date(2025, 3, 10)
LAST = Last(1, datetime(2025, 12, 1, tzinfo=UTC), "Mira", None, None)


def at(day: date) -> datetime:
    """Return noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def told(name: str, *scenarios: Scenario, on: date | None = TOLD) -> Report:
    """Return a report of these scenarios."""
    text = f"{name}\nPublished on: {on}\nFutures.\n"
    return report(
        text,
        source=f"{name}.txt",
        contents=Contents(head=Head(headline=name, published_on=on), scenarios=scenarios),
    )


def future(
    scenario_id: str,
    kind: str = "worst",
    term: str | None = None,
    figures: tuple[float, float] | None = None,
    **said: Any,
) -> Scenario:
    """Return a scenario; with figures alone they are a number, with a term and none a hedge."""
    basis = "hedge" if figures is None else "stated" if term else "number"
    low, high = figures or (None, None)
    word = term or ("20%" if figures else None)
    likelihood = (
        Likelihood(basis, word, low, high, "icd203", Span(0, 1), f"likelihood.{basis}@1")  # type: ignore[arg-type]
        if word
        else None
    )
    return Scenario(
        scenario_id,
        kind,  # type: ignore[arg-type]
        None,
        f"Future {scenario_id}",
        "outlook",
        Span(0, 1),
        likelihood=likelihood,
        **said,
    )


def ended(
    scenario_id: str,
    outcome: Outcome | None = "occurred",
    on: date = date(2025, 9, 1),
    **said: Any,
) -> ScenarioState:
    """Return how a scenario ended, recorded on the day that it was known."""
    known = {"resolved_on": on, "first_resolved_at": at(on)} if outcome else {}
    return ScenarioState(scenario_id, LAST, outcome=outcome, **{**known, **said})


def stated(scenario_id: str, share: float, on: date, **said: Any) -> ScenarioState:
    """Return how a scenario ended with a probability that was recorded on a day."""
    return ended(scenario_id, probability=share, probability_at=at(on), **said)


def corrected(scenario_id: str, values: Sequence[str], on: date) -> Override:
    """Return a correction of a likelihood."""
    return Override(scenario_id, "likelihood", tuple(values), "Read it.", "Mira", at(on), LAST)
