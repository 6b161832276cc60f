"""Scenarios behind a number of the scores, each with what it scored."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash_intel.query.scores import Scenario, Scored
from dash_intel.query.scoring import (
    FEWEST_FOR_CURVE,
    band_of,
    band_shares,
    brier,
    brier_interval,
    log_score,
)
from dash_intel.view.calibration import band_name
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.periods import percent
from dash_intel.view.quotes import Quote
from dash_intel.view.scenario_sets import OUTCOME_HUES
from dash_intel.view.score_words import score
from dash_intel.view.table import TableView
from dash_intel.view.words import SCENARIO_KINDS, day, named
from dash_intel.vocab.decisions import label
from dash_intel.vocab.likelihood import TERMS
from dash_intel.vocab.likelihood import shown as worded

LONGEST = 320


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario of a list; ``facts`` are what was stated, and what it scored."""

    quote: Quote
    facts: str


def scored_lines(scored: Sequence[Scored]) -> tuple[Line, ...]:
    """Return scored scenarios with their probability, outcome and scores."""
    return tuple(Line(_quote(one.scenario), _facts(one)) for one in scored)


def lines(scenarios: Sequence[Scenario]) -> tuple[Line, ...]:
    """Return scenarios that are not scored."""
    return tuple(Line(_quote(one), "") for one in scenarios)


def band_choices(scored: Sequence[Scored]) -> tuple[tuple[str, str], ...]:
    """Return the bands that hold any, term and label; none where they are too few for a curve."""
    if len(scored) < FEWEST_FOR_CURVE:
        return ()
    return tuple(
        (one.term, f"Scored, stated as {band_name(one.term)}, {one.n:,}")
        for one in band_shares([each.forecast for each in scored])
    )


def of_band(scored: Sequence[Scored], term: str) -> tuple[Scored, ...]:
    """Return those whose probability lies in a band of ICD 203."""
    return tuple(one for one in scored if TERMS[band_of(one.forecast.probability)] == term)


def scored_table(scored: Sequence[Scored]) -> TableView:
    """Return all scored scenarios as a table, to take away."""
    return TableView(
        "Scored scenarios, those of the newest report first",
        (
            *("Scenario", "Kind", "Report", "Published", "Probability, %", "Rests on", "Stated on"),
            *("Outcome", "Known on", "Brier score", "Log score"),
        ),
        tuple(_row(one) for one in scored),
        (386, 130, 260, 110, 110, 150, 110, 130, 110, 100, 100),
        tuple(one.scenario.scenario_id for one in scored),
    )


def _row(one: Scored) -> tuple[str | int | float | None, ...]:
    held, forecast = one.scenario, one.forecast
    return (
        opening(flowing(held.text), 9),
        named(held.kind, SCENARIO_KINDS),
        opening(held.title, 9, TITLE),
        day(held.published_on),
        round(100 * forecast.probability, 1),
        _basis(one),
        day(held.stated_on),
        label("outcome", held.outcome or ""),
        day(held.resolved_on),
        round(brier(forecast.probability, occurred=forecast.occurred), 3),
        round(log_score(forecast.probability, occurred=forecast.occurred), 3),
    )


def _quote(one: Scenario) -> Quote:
    facts = (day(one.published_on), one.publisher or "")
    kind = Chip(named(one.kind, SCENARIO_KINDS))
    ended = (
        (Chip(label("outcome", one.outcome), OUTCOME_HUES.get(one.outcome, "gray")),)
        if one.outcome
        else ()
    )
    return Quote(
        one.report_id,
        one.scenario_id,
        opening(flowing(one.text), 9, LONGEST),
        opening(one.title, 9, TITLE),
        " · ".join(fact for fact in facts if fact),
        (kind, *ended),
    )


def _facts(one: Scored) -> str:
    held, forecast = one.scenario, one.forecast
    points = brier(forecast.probability, occurred=forecast.occurred)
    low, high = brier_interval(forecast)
    over = "" if forecast.low == forecast.high else f" ({score(low)} to {score(high)})"
    log = log_score(forecast.probability, occurred=forecast.occurred)
    return (
        f"{percent(forecast.probability)} on {day(held.stated_on)}, {_basis(one)}; outcome"
        f" {day(held.resolved_on)}. Brier {score(points)}{over}, log {score(log)}."
    )


def _basis(one: Scored) -> str:
    term = one.scenario.term or ""
    if one.basis == "analyst":
        return "stated by an analyst"
    return f"the report's “{worded(term) if one.basis == 'words' else term}”"
