"""What became of advice, month by month: open, closed, how old, how fast, how late.

A recommendation is given on the day of its report. At the end of a month it stands as the events
up to that day left it. Advice of all time up to the end of the period counts, since what is open
does not end with a period; that of reports without a day is left out and counted.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dash_intel.query.advice_history import History, Stand, stand_on
from dash_intel.query.chosen import days_of, rows
from dash_intel.query.filters import Filters
from dash_intel.query.timeline import Timeline, timeline
from dash_intel.store import Database
from dash_intel.vocab.areas import Area, AreaKind

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AdviceMonth:
    """How the advice given up to ``until`` stood at the end of that day, the last of a month.

    Of ``given`` recommendations ``open_`` are open; half of these are at least ``age`` days old,
    None without any. Half of those closed were closed within ``days`` of their report, None
    without any. ``due`` open ones have a due day, and ``overdue`` of these are past it.
    """

    until: date
    given: int
    open_: int
    age: float | None
    days: float | None
    due: int
    overdue: int

    @property
    def closed(self) -> int:
        """How many are closed, implemented or not."""
        return self.given - self.open_

    @property
    def closure(self) -> float | None:
        """The share that is closed; None where nothing is given."""
        return self.closed / self.given if self.given else None

    @property
    def lateness(self) -> float | None:
        """The share overdue of the open ones with a due day; None where none has one."""
        return self.overdue / self.due if self.due else None


Months = tuple[AdviceMonth, ...]


@dataclass(frozen=True, slots=True)
class AdviceMeasures:
    """The measures of all advice and of each area, the one with the most open advice first.

    ``areas`` are those of one kind that any advice was given for. ``in_period`` recommendations are
    of reports that the filters choose, ``undated`` ones of reports without a day and in no month.
    """

    timeline: Timeline
    all_: Months
    areas: tuple[tuple[Area, Months], ...]
    in_period: int
    undated: int


@dataclass(frozen=True, slots=True)
class _Advice:
    """What is given for an area: how much on which day, and what was decided about."""

    days: Days
    counts: Days
    decided: tuple[tuple[date, History], ...]


def advice_measures(
    database: Database,
    histories: Mapping[str, History],
    filters: Filters,
    kind: AreaKind,
    today: date,
) -> AdviceMeasures | None:
    """Return the measures up to ``today``, or up to the day that the filters end on.

    The months are the last twelve, or as many as the period has up to then; None where no dated
    report gives any advice. ``histories`` are those of ``query.advice_history.histories``.
    """
    given = rows(database, filters, "advice_given", kind=kind)
    decided = rows(database, filters, "advice_decided", kind=kind)
    of_all = given[given["area"].isna()]
    groups = _grouped(given[given["given_on"].notna()], decided, histories)
    if "" not in groups:
        return None
    line = _line(database, filters, groups[""], today)
    if not line.history:
        return None
    ends = [line.span(start).until for start in line.history]
    found = {code: tuple(_month(advice, end) for end in ends) for code, advice in groups.items()}
    areas = sorted(
        ((Area(kind, code), months) for code, months in found.items() if code),
        key=lambda one: (-one[1][-1].open_, -one[1][-1].given, one[0].code),
    )
    named = _named(filters, kind)
    return AdviceMeasures(
        line,
        found[""],
        tuple(one for one in areas if not named or one[0].code in named),
        int(of_all["in_period"].sum()),
        int(of_all[of_all["given_on"].isna()]["recommendations"].sum()),
    )


def usual_kind(filters: Filters) -> AreaKind:
    """Return the kind of area that filters name, regions where they name none."""
    return "country" if filters.countries else "group" if filters.groups else "region"


def _named(filters: Filters, kind: AreaKind) -> tuple[str, ...]:
    return {"country": filters.countries, "region": filters.regions, "group": filters.groups}[kind]


def _line(database: Database, filters: Filters, advice: _Advice, today: date) -> Timeline:
    until = filters.until if filters.period == "days" else None
    end = min(until or today, today)
    counts: defaultdict[date, int] = defaultdict(int)
    for day, number in zip(advice.days.tolist(), advice.counts.tolist(), strict=True):
        counts[date.fromordinal(day).replace(day=1)] += number
    return timeline("month", end, days_of(database, filters), counts)


def _grouped(
    given: "pd.DataFrame", decided: "pd.DataFrame", histories: Mapping[str, History]
) -> dict[str, _Advice]:
    told: defaultdict[str, list[tuple[date, History]]] = defaultdict(list)
    ids, areas = decided["recommendation_id"], decided["area"].fillna("")
    for one, day, area in zip(ids, decided["given_on"].dt.date, areas, strict=True):
        if one in histories:
            told[area].append((day, histories[one]))
    return {
        str(area): _Advice(
            np.array([day.toordinal() for day in held["given_on"].dt.date], np.int64),
            held["recommendations"].to_numpy(np.int64),
            tuple(told[str(area)]),
        )
        for area, held in given.fillna({"area": ""}).groupby("area")
    }


def _month(advice: _Advice, until: date) -> AdviceMonth:
    stands = [
        (given_on, stand)
        for given_on, history in advice.decided
        if given_on <= until and (stand := stand_on(history, until))
    ]
    closed = [(given_on, stand) for given_on, stand in stands if not stand.is_open]
    due = [stand for _, stand in stands if stand.is_open and stand.due_on]
    kept = advice.days <= until.toordinal()
    still = advice.counts[kept].copy()
    days = advice.days[kept]
    for given_on, _ in closed:
        still[np.searchsorted(days, given_on.toordinal())] -= 1
    return AdviceMonth(
        until,
        int(advice.counts[kept].sum()),
        int(still.sum()),
        _median_age(days, still, until),
        median(_taken(*one) for one in closed) if closed else None,
        len(due),
        sum(stand.due_on < until for stand in due if stand.due_on),
    )


def _taken(given_on: date, stand: Stand) -> int:
    return max(0, ((stand.closed_on or given_on) - given_on).days)


def _median_age(days: Days, counts: Days, until: date) -> float | None:
    """Return the median of the ages of ``counts`` recommendations of each of the ``days``."""
    below = np.cumsum(counts)
    total = int(below[-1]) if len(below) else 0
    if not total:
        return None
    middles = [(total - 1) // 2, total // 2]
    at = [int(days[np.searchsorted(below, one, side="right")]) for one in middles]
    return until.toordinal() - math.fsum(at) / 2
