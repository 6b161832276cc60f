"""What is said of scores: reasons, what a probability rests on, and figures."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dash_intel.query.scores import Basis, Reason, Scored
from dash_intel.query.scoring import Forecast, brier

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        "scored": "scored",
        "open": "open",
        "due": "past the horizon, outcome not recorded",
        "no_probability": "without a probability",
        "no_horizon": "open, with a probability but no horizon",
        "partly_occurred": "partly occurred",
        "ambiguous": "ambiguous",
        "annulled": "annulled",
        "unresolvable": "unresolvable",
        "too_late": "with a probability stated too late",
        "corrected_late": "with a likelihood corrected after the outcome",
        "undated": "in a report without a date",
    }
)
"""Why a scenario is scored or not, as it ends a number."""

BASES: Mapping[Basis, str] = MappingProxyType(
    {
        "analyst": "Stated by an analyst",
        "number": "A figure of the report",
        "words": "Words of the report",
    }
)


def mean_brier(forecasts: Sequence[Forecast]) -> float:
    """Return the mean Brier score."""
    return mean([brier(one.probability, occurred=one.occurred) for one in forecasts])


def mean(values: Sequence[float]) -> float:
    """Return the mean of at least one value."""
    return math.fsum(values) / len(values)


def score(value: float) -> str:
    """Return a score as it is read."""
    return f"{value:.2f}"


def data_to(scored: Sequence[Scored]) -> str:
    """Return up to which day outcomes are known; empty where nothing is scored."""
    days = [one.scenario.resolved_on for one in scored if one.scenario.resolved_on]
    return f"Outcomes to {max(days):%Y-%m-%d}." if days else ""
