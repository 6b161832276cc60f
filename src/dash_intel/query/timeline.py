"""Weeks, months and quarters: what a line is drawn over, and what is compared with what.

A period is named by its first day. Weeks begin on Monday. The last period is complete where the
data reach its last day; one that is not is drawn and never ranked.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from types import MappingProxyType
from typing import Literal

from dash_intel.query.periods import Span

Scale = Literal["week", "month", "quarter"]

SCALES: tuple[Scale, ...] = ("month", "week", "quarter")
"""The first one is the usual one."""

HISTORY: Mapping[Scale, int] = MappingProxyType({"week": 26, "month": 12, "quarter": 8})
"""How many periods are drawn, also where those that are looked at are fewer."""

LONGEST: Mapping[Scale, int] = MappingProxyType({"week": 104, "month": 60, "quarter": 40})
"""How many periods are drawn where those that are looked at are more."""

BASELINE = 6
"""How many periods that hold reports the current one is compared with."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is drawn and compared; ``end`` is the last day of it.

    ``now`` is the last complete period, None where no report is older than its end; ``before``
    are the last periods before it that hold reports; ``counts`` says of every period that holds
    reports how many units it holds. ``days`` are those that are looked at, None for all.
    """

    scale: Scale
    end: date
    days: Span | None
    history: tuple[date, ...]
    now: date | None
    before: tuple[date, ...]
    counts: tuple[tuple[date, int], ...]

    @property
    def is_partial(self) -> bool:
        """Whether the last period that is drawn is not complete."""
        return bool(self.history) and last_day(self.history[-1], self.scale) > self.end

    @property
    def is_inside(self) -> bool:
        """Whether the current period lies in the days that are looked at."""
        return self.days is None or (self.now is not None and self.now >= self.days.since)

    def units(self, start: date | None) -> int:
        """Return how many units a period holds."""
        return next((units for one, units in self.counts if one == start), 0)

    def span(self, start: date) -> Span:
        """Return the days of a period, up to the end."""
        return Span(start, min(last_day(start, self.scale), self.end))

    @property
    def baseline(self) -> Span | None:
        """The days from the first to the last period before, None without any."""
        if not self.before:
            return None
        return Span(self.before[0], last_day(self.before[-1], self.scale))

    @property
    def first(self) -> date:
        """The first day of what is drawn or compared."""
        return min([*self.history[:1], *self.before[:1], self.end])


def timeline(scale: Scale, end: date, days: Span | None, counts: Mapping[date, int]) -> Timeline:
    """Return what is drawn and compared up to ``end``.

    ``counts`` are the units of every period up to ``end`` that holds any, by its first day.
    """
    held = sorted(counts)
    if not held:
        return Timeline(scale, end, days, (), None, (), ())
    last = start_of(end, scale)
    looked_at = held[0] if days is None else start_of(days.since, scale)
    history = _history(last, scale, max(looked_at, held[0]), held[0])
    is_complete = last_day(last, scale) <= end
    now = last if is_complete else next(_back(last, scale, skip=1), None)
    if now is None or now < held[0]:
        return Timeline(scale, end, days, history, None, (), tuple(sorted(counts.items())))
    before = tuple(held[: bisect_left(held, now)][-BASELINE:])
    return Timeline(scale, end, days, history, now, before, tuple(sorted(counts.items())))


def start_of(day: date, scale: Scale) -> date:
    """Return the first day of the period that a day lies in."""
    if scale == "week":
        return day - timedelta(day.weekday())
    return day.replace(month=day.month if scale == "month" else (day.month - 1) // 3 * 3 + 1, day=1)


def last_day(start: date, scale: Scale) -> date:
    """Return the last day of the period that begins with ``start``."""
    if scale == "week":
        return start + timedelta(min(6, (date.max - start).days))
    month = start.month if scale == "month" else start.month + 2
    return date(start.year, month, monthrange(start.year, month)[1])


def _history(last: date, scale: Scale, since: date, first: date) -> tuple[date, ...]:
    shown = [
        start
        for at, start in enumerate(takewhile(lambda one: one >= first, _back(last, scale)))
        if at < HISTORY[scale] or (start >= since and at < LONGEST[scale])
    ]
    return tuple(reversed(shown))


def _back(start: date, scale: Scale, skip: int = 0) -> Iterator[date]:
    while True:
        if skip:
            skip -= 1
        else:
            yield start
        if start <= date(1, 4, 1):
            return
        start = start_of(start - timedelta(1), scale)
