"""How often tags stand on reports, period by period, and how much that changed.

What is counted is reports, or events where the filters say so; an event of several reports counts
once in every period in which one of them was published, and once before the current one.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.chosen import days_of, newest_day, rows
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.timeline import Scale, Timeline, timeline
from dash_intel.store import Database

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Trends:
    """Tags over time.

    ``counts`` are rows of ``name``, ``started_on``, ``units``; ``windows`` one row a tag: ``name``,
    ``now`` and ``before`` (units in the current period and in those before it), ``unsupported``
    (those of now whose body does not speak of the tag). ``of_now`` and ``of_before`` are the units
    of all reports.
    """

    timeline: Timeline
    counts: "pd.DataFrame"
    windows: "pd.DataFrame"
    of_now: int
    of_before: int


def trends(
    database: Database, filters: Filters, scale: Scale, *, has_unsupported: bool = True
) -> Trends | None:
    """Return the tags of what is looked at over time; None where no report of it is dated.

    Without ``has_unsupported`` a tag does not count on a report whose body does not speak of it.
    """
    end, days = last_on(database, filters), days_of(database, filters)
    if end is None:
        return None
    found = rows(database, filters, "trend_periods", scale=scale, until=end)
    units = zip(found["started_on"].dt.date, found["units"].tolist(), strict=True)
    line = timeline(scale, end, days, dict(units))
    if not line.counts:
        return None
    counts = rows(
        database,
        filters,
        "trend_counts",
        scale=scale,
        since=line.first,
        until=end,
        has_unsupported=has_unsupported,
    )
    counts["started_on"] = counts["started_on"].dt.date
    windows, of_before = _windows(counts, line)
    if filters.unit == "events" and line.baseline:
        windows, of_before = _counted_once(database, filters, line, windows, has_unsupported)
    shown = counts.drop(columns="unsupported")
    return Trends(line, shown, windows, line.units(line.now), of_before)


def last_on(database: Database, filters: Filters) -> date | None:
    """Return the last day that a trend reaches to; None where no report has a day.

    It is the end of the days that are looked at, and no later than the newest report, unless all
    of these days are later.
    """
    days, newest = days_of(database, filters), newest_day(database)
    if newest is None or days is None:
        return newest
    return min(days.until, newest) if days.since <= newest else days.until


def _windows(counts: "pd.DataFrame", line: Timeline) -> tuple["pd.DataFrame", int]:
    is_now = counts["started_on"] == line.now
    is_before = counts["started_on"].isin(line.before)
    by_tag = counts.assign(
        now=counts["units"].where(is_now, 0),
        before=counts["units"].where(is_before, 0),
        unsupported=counts["unsupported"].where(is_now, 0),
    ).groupby("name", as_index=False, sort=True)
    found = by_tag[["now", "before", "unsupported"]].sum()
    return found, sum(map(line.units, line.before))


def _counted_once(
    database: Database,
    filters: Filters,
    line: Timeline,
    windows: "pd.DataFrame",
    has_unsupported: bool,  # noqa: FBT001 - passed on
) -> tuple["pd.DataFrame", int]:
    """Return the windows in which what lies in two periods before counts once."""
    span = line.baseline or Span(line.end, date.min)
    found = rows(
        database,
        filters,
        "trend_before",
        since=span.since,
        until=span.until,
        has_unsupported=has_unsupported,
    )
    total = int(found.loc[found["name"].isna(), "units"].sum())
    once = windows["name"].map(found.dropna(subset=["name"]).set_index("name")["units"])
    return windows.assign(before=once.fillna(0).astype(int)), total
