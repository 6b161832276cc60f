"""Which months a matrix of months draws."""

from collections.abc import Sequence

from dash_intel.query.periods import Span

MOST_MONTHS = 13
"""As many as twelve months reach into."""
FEWEST_MONTHS = 6
"""Months that are drawn of all dates, up to the newest in which anything was found."""


def months_drawn(found: Sequence[str], days: Span | None) -> tuple[str, ...]:
    """Return every month of the period, such as 2025-03, none outside of it.

    Of a period of more than ``MOST_MONTHS`` the newest up to the last of those ``found``, of all
    dates those from the first to the last found.
    """
    numbers = [_number(month) for month in found]
    last = max(numbers)
    first = max(min(*numbers, last - FEWEST_MONTHS + 1), last - MOST_MONTHS + 1)
    if days:
        since, until = (one.year * 12 + one.month - 1 for one in (days.since, days.until))
        is_short = until - since < MOST_MONTHS
        first, last = (since, until) if is_short else (max(since, last - MOST_MONTHS + 1), last)
    return tuple(f"{at // 12:04}-{at % 12 + 1:02}" for at in range(max(first, 12), last + 1))


def _number(month: str) -> int:
    year, _, of_year = month.partition("-")
    return int(year) * 12 + int(of_year) - 1
