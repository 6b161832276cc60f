"""How the share of reports with a grave consequence moves from month to month."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from dash_intel.query.chosen import days_of, rows
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import About
from dash_intel.query.shrinkage import Prior, intervals
from dash_intel.query.timeline import Timeline, timeline
from dash_intel.query.trends import last_on
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

PRIOR = Prior(0.5, 1.0)
"""Worth one report, half high and half not: Jeffreys' prior, which draws a month to no other."""


@dataclass(frozen=True, slots=True)
class RiskMonth:
    """A month, by its first day: ``high`` of ``reports`` that state the risk reach impact 4.

    The share of high ones lies from ``low`` to ``top`` with 80 %; all of the month where it has
    no report.
    """

    started_on: date
    reports: int
    high: int
    low: float
    top: float


@dataclass(frozen=True, slots=True)
class RiskTime:
    """The months up to the end of the period, oldest first, those without a report among them."""

    timeline: Timeline
    months: tuple[RiskMonth, ...]


def risk_time(database: Database, filters: Filters, about: About) -> RiskTime | None:
    """Return an area's risk of a category month by month; None where no report is dated.

    The months are those in which any report was published, twelve of them or as many as the
    period has. An event counts in every month in which one of its reports was published.
    """
    end = last_on(database, filters)
    if end is None:
        return None
    all_ = rows(database, filters, "trend_periods", scale="month", until=end)
    units = dict(zip(all_["started_on"].dt.date, all_["units"].tolist(), strict=True))
    line = timeline("month", end, days_of(database, filters), units)
    if not line.history:
        return None
    area = about.area or Area("country", "")
    found = rows(
        database,
        filters,
        "risk_periods",
        since=line.history[0],
        until=end,
        has_area=about.area is not None,
        kind=area.kind,
        code=area.code,
        has_category=about.category is not None,
        category=about.category or "",
    )
    held = {
        start: (int(reports), int(high))
        for start, reports, high in zip(
            found["started_on"].dt.date, found["reports"], found["high"], strict=True
        )
    }
    return RiskTime(line, _months(line, held))


def _months(line: Timeline, held: dict[date, tuple[int, int]]) -> tuple[RiskMonth, ...]:
    pairs = [held.get(start, (0, 0)) for start in line.history]
    n, high = (np.array(one, float) for one in zip(*pairs, strict=True))
    low, top = intervals(high, n, PRIOR)
    return tuple(
        RiskMonth(start, *pair, float(low[at]), float(top[at]))
        for at, (start, pair) in enumerate(zip(line.history, pairs, strict=True))
    )
