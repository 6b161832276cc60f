"""Scores in tables: what a Brier score is made of, and scores by kind and by basis."""

from collections.abc import Sequence

from dash_intel.query.scores import Scored
from dash_intel.query.scoring import FEWEST_IN_BAND, murphy
from dash_intel.view.score_words import BASES, mean, mean_brier, score
from dash_intel.view.table import TableView
from dash_intel.view.words import SCENARIO_KINDS


def parts(scored: Sequence[Scored]) -> TableView | None:
    """Return what the mean Brier score is made of; None where nothing is scored."""
    found = murphy([one.forecast for one in scored])
    if found is None:
        return None
    return TableView(
        "What the mean Brier score is made of; the parts add up to it",
        ("Part", "Points", "Better is"),
        (
            ("Reliability", _points(found.reliability), "less"),
            ("Resolution", _points(-found.resolution), "more taken off"),
            ("Uncertainty", _points(found.uncertainty), "–"),
            ("Within bands", _points(found.within), "–"),
            ("Brier score", _points(found.brier), "less"),
        ),
        (130, 80, 150),
    )


def groups(scored: Sequence[Scored]) -> TableView | None:
    """Return scores by kind and by basis, of fewer than five none; None where nothing is scored."""
    if not scored:
        return None
    by_kind = [
        (name, [one for one in scored if one.scenario.kind == kind])
        for kind, name in {**SCENARIO_KINDS, "unlabelled": "Kind not stated"}.items()
    ]
    by_basis = [(name, [one for one in scored if one.basis == key]) for key, name in BASES.items()]
    found = [("All", list(scored)), *by_kind, *by_basis]
    return TableView(
        "Scores by kind of scenario, and by what its probability rests on",
        ("Scenarios", "Scored", "Stated, %", "Occurred, %", "Brier"),
        tuple(_group(name, held) for name, held in found if held),
        (148, 66, 74, 90, 56),
    )


def _group(name: str, held: Sequence[Scored]) -> tuple[str | int | float | None, ...]:
    forecasts = [one.forecast for one in held]
    if len(held) < FEWEST_IN_BAND:
        return name, len(held), None, None, None
    return (
        name,
        len(held),
        round(100 * mean([one.probability for one in forecasts])),
        round(100 * mean([one.occurred for one in forecasts])),
        float(score(mean_brier(forecasts))),
    )


def _points(value: float) -> str:
    return f"{round(value, 3) + 0.0:.3f}".replace("-", "−")
