"""From which day to which a period reaches, and the equal one before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from dash_intel.query.filters import Filters

DAYS = {"30d": 30, "90d": 90}
MONTHS = {"6m": 6, "12m": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``since`` to ``until``, both included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1

    def before(self) -> "Span":
        """Return the equal span that ends the day before this one begins."""
        length = min(self.days, (self.since - date.min).days)
        return Span(self.since - timedelta(length), self.since - timedelta(bool(length)))


def span(filters: Filters, newest: date | None) -> Span | None:
    """Return the days that are looked at; None is every day and undated reports.

    ``newest`` is the day of the newest report, which periods without dates end on.
    """
    if filters.period == "all" or (newest is None and filters.period != "days"):
        return None
    last = newest or date.max
    if filters.period == "days":
        until = filters.until or max(last, filters.since or last)
        return Span(filters.since or date.min, until)
    if filters.period in DAYS:
        return Span(_earlier(last, DAYS[filters.period]), last)
    return Span(_months_back(last, MONTHS[filters.period]), last)


def _earlier(last: date, days: int) -> date:
    return date.fromordinal(max(1, last.toordinal() - days + 1))


def _months_back(last: date, months: int) -> date:
    """Return the first day of a span of whole months that ends on ``last``."""
    after = last + timedelta(1) if last < date.max else last
    month = after.year * 12 + after.month - 1 - months
    if month < 12:
        return date.min
    year, month = month // 12, month % 12 + 1
    for day in range(after.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, after.day)
