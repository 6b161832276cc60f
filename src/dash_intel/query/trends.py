"""How often tags stand on reports, period by period, and how much that changed.

What is counted is reports, or events where the filters say so; an event of several reports counts
once in every period in which one of them was published, and once before the current one.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dash_intel.query.chosen import days_of, newest_day, rows
from dash_intel.query.filters import Filters
from dash_intel.query.timeline import Scale, Timeline, timeline
from dash_intel.store import Database
from dash_intel.vocab.areas import AreaKind

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Look:
    """How tags are looked at.

    Periods are those of ``scale``, areas those of ``kind``. Without ``has_unsupported`` a tag does
    not count on a report whose body does not speak of it. With ``hides_stamps`` tags that stand on
    most reports are left out; with ``is_strict`` only changes are named that stand out among all.
    """

    scale: Scale = "month"
    kind: AreaKind = "region"
    has_unsupported: bool = True
    hides_stamps: bool = True
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class Trends:
    """Tags over time.

    ``counts`` are rows of ``name``, ``started_on``, ``units``; ``windows`` one row a tag: ``name``,
    ``now`` and ``before`` (units in the current period and in those before it), ``unsupported``
    (those of now whose body does not speak of the tag), ``units`` and ``looked_at`` (of all
    periods, summed; in all and in the days that are looked at).
    ``of_now`` and ``of_before`` are the units of all reports.
    """

    timeline: Timeline
    counts: "pd.DataFrame"
    windows: "pd.DataFrame"
    of_now: int
    of_before: int


def trends(database: Database, filters: Filters, look: Look) -> Trends | None:
    """Return the tags of what is looked at over time; None where no report of it is dated."""
    end, days = last_on(database, filters), days_of(database, filters)
    if end is None:
        return None
    found = rows(database, filters, "trend_periods", scale=look.scale, until=end)
    units = zip(found["started_on"].dt.date, found["units"].tolist(), strict=True)
    line = timeline(look.scale, end, days, dict(units))
    if not line.counts:
        return None
    counts = rows(
        database,
        filters,
        "trend_counts",
        scale=look.scale,
        since=line.first,
        until=end,
        has_unsupported=look.has_unsupported,
    )
    counts["started_on"] = counts["started_on"].dt.date
    windows, of_before = _windows(counts, line)
    if filters.unit == "events" and line.baseline:
        once = rows(
            database,
            filters,
            "trend_before",
            since=line.baseline.since,
            until=line.baseline.until,
            has_unsupported=look.has_unsupported,
        )
        windows, of_before = _counted_once(windows, once)
    shown = counts.drop(columns=["unsupported", "looked_at"])
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
    found = by_tag[["now", "before", "unsupported", "units", "looked_at"]].sum()
    return found, sum(map(line.units, line.before))


def _counted_once(windows: "pd.DataFrame", once: "pd.DataFrame") -> tuple["pd.DataFrame", int]:
    """Return the windows in which what lies in two periods before counts once."""
    total = int(once.loc[once["tag"].isna(), "units"].sum())
    before = windows["name"].map(once.dropna(subset=["tag"]).set_index("tag")["units"])
    return windows.assign(before=before.fillna(0).astype(int)), total
