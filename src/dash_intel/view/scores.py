"""Scores of scenarios as they are shown: what could be scored, how well, and why not the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash_intel.query.scores import Ranks, Reason, Scored, Scores
from dash_intel.query.scoring import (
    CHANCE,
    FEWEST_FOR_CURVE,
    FEWEST_IN_BAND,
    Forecast,
    Interval,
    brier,
    brier_interval,
    log_interval,
    log_score,
    skill,
    wilson,
)
from dash_intel.view.periods import percent
from dash_intel.view.score_tables import groups, parts
from dash_intel.view.score_words import REASONS, mean, mean_brier, score
from dash_intel.view.table import TableView
from dash_intel.view.words import count

TITLE = "Scores: how well scenarios were told"

METHOD = (
    "Scored is a scenario that occurred or did not, with a probability that was stated on a day"
    " before that was known: an analyst's, else the report's own figure or words. Words count as"
    " the middle of their band, and the range of a score is what the whole band allows. A hedge and"
    " “most likely” are no probabilities. What partly occurred, is ambiguous, annulled or"
    " unresolvable is counted and never scored."
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One score: what it is called, its value, and what to hold it against."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class ScoresView:
    """What the scores of the chosen scenarios say.

    ``coverage`` counts every scenario under exactly one reason; ``choices`` are the lists behind
    these counts, reason and label. ``notice`` says where figures are of few. ``figures`` and the
    tables are empty where nothing is scored.
    """

    title: str
    coverage: str
    choices: tuple[tuple[Reason, str], ...]
    notice: str
    figures: tuple[Figure, ...]
    parts: TableView | None
    groups: TableView | None


def scores_view(found: Scores) -> ScoresView:
    """Return the scores of ``query.scores.scores``."""
    scored = len(found.scored)
    return ScoresView(
        TITLE,
        coverage(found),
        tuple(
            (reason, f"{_opened(REASONS[reason])}, {number:,}")
            for reason, number in _ordered(found)
            if number
        ),
        f"n = {scored}: a single outcome moves these figures much."
        if 0 < scored < FEWEST_FOR_CURVE
        else "",
        (
            *(_figures(found.scored) if scored else ()),
            *((_ranked(found.ranks),) if scored or found.ranks.one else ()),
        ),
        parts(found.scored),
        groups(found.scored),
    )


def scores_headline(found: Scores) -> str:
    """Return how much could be scored."""
    return f"Scored {len(found.scored):,} of {count(found.total, 'scenario')}"


def coverage(found: Scores) -> str:
    """Return where all scenarios are: every reason with its number, the largest first."""
    if not found.total:
        return "No scenario is in what is looked at."
    rest = [
        f"{number:,} {REASONS[reason]}"
        for reason, number in _ordered(found)
        if number and reason != "scored"
    ]
    said = f"Scored {found.counts['scored']:,} of {found.total:,}"
    return f"{said}: {', '.join(rest)}." if rest else f"{said}."


def _ordered(found: Scores) -> list[tuple[Reason, int]]:
    rest = [(reason, number) for reason, number in found.counts.items() if reason != "scored"]
    return [("scored", found.counts["scored"]), *sorted(rest, key=lambda one: -one[1])]


def _figures(scored: Sequence[Scored]) -> tuple[Figure, ...]:
    forecasts = [one.forecast for one in scored]
    points, reference = mean_brier(forecasts), mean([_expected(one) for one in scored])
    gained = skill(points, reference)
    log = mean([log_score(one.probability, occurred=one.occurred) for one in forecasts])
    return (
        Figure(
            "Brier score",
            score(points),
            f"{_ends(forecasts, brier_interval)}0 is best; 0.25 is always saying 50%.",
        ),
        Figure(
            "Log score",
            score(log),
            f"{_ends(forecasts, log_interval)}0 is best; 0.69 is always saying 50%.",
        ),
        Figure(
            "Skill",
            "–" if gained is None else f"{100 * gained:+.0f}%".replace("-", "−"),
            "Against always saying how often the others of its kind occurred, which scores"
            f" {score(reference)}. Below 0 is worse than that.",
        ),
    )


def _ranked(ranks: Ranks) -> Figure:
    if not ranks.one:
        return Figure(
            "“Most likely” was right",
            "–",
            f"Of {count(ranks.reports, 'report')} with a best, a most likely and a worst case, none"
            " is settled with exactly one of them occurred.",
        )
    ends = wilson(ranks.hits, ranks.one)
    return Figure(
        "“Most likely” was right",
        f"{ranks.hits:,} of {ranks.one:,}",
        f"{percent(ranks.hits / ranks.one)} of the reports in which exactly one of three cases"
        f" occurred; 95% interval {percent(ends.low)} to {percent(ends.high)}, against 33% by"
        f" chance{_doubt(ranks.one, ends)}.{_unclear(ranks)}",
    )


def _doubt(n: int, ends: Interval) -> str:
    if n < FEWEST_IN_BAND:
        return ": too few to tell"
    return ": no clear difference" if ends.low <= CHANCE <= ends.high else ""


def _unclear(ranks: Ranks) -> str:
    rest = ranks.neither + ranks.several
    return f" In {rest:,} more none or several did." if rest else ""


def _expected(one: Scored) -> float:
    return brier(one.reference, occurred=one.forecast.occurred)


def _ends(forecasts: Sequence[Forecast], of: Callable[[Forecast], Interval]) -> str:
    """Return the range that bands of words allow; empty where there are only figures."""
    if all(one.low == one.high for one in forecasts):
        return ""
    low, high = (mean(ends) for ends in zip(*map(of, forecasts), strict=True))
    return f"{score(low)} to {score(high)} over the bands of words. "


def _opened(words: str) -> str:
    return words[0].upper() + words[1:]
