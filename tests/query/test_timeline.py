"""Weeks, months and quarters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dash_intel.query.periods import Span
from dash_intel.query.timeline import HISTORY, SCALES, Scale, last_day, start_of, timeline
from tests.query.plain_tags import period

scales = pytest.mark.parametrize("scale", SCALES)
END = date(2025, 9, 29)


def monthly(first: date, last: date, scale: Scale = "month") -> dict[date, int]:
    """Return one unit for every period from one day to another."""
    days = (first + timedelta(one) for one in range((last - first).days + 1))
    return dict.fromkeys((start_of(one, scale) for one in days), 1)


@given(some.dates(), some.sampled_from(SCALES))
def test_a_day_lies_in_its_period_and_the_days_beside_it_do_not(day: date, scale: Scale) -> None:
    start = start_of(day, scale)
    last = last_day(start, scale)
    assert start <= day <= last
    assert period(start, scale) == period(last, scale) == period(day, scale)
    if start > date.min:
        assert period(start - timedelta(1), scale) != period(day, scale)
    if last < date.max:
        assert period(last + timedelta(1), scale) != period(day, scale)


@scales
def test_history_is_as_long_as_it_is_meant_to_be_where_the_period_is_shorter(scale: Scale) -> None:
    line = timeline(scale, END, Span(date(2025, 9, 1), END), monthly(date(2020, 1, 1), END, scale))
    assert len(line.history) == HISTORY[scale]
    assert line.history[-1] == start_of(END, scale)


def test_history_is_as_long_as_the_period_where_that_is_longer_and_begins_with_reports() -> None:
    counts = monthly(date(2024, 3, 1), END)
    line = timeline("month", END, None, counts)
    assert (line.history[0], len(line.history)) == (date(2024, 3, 1), 19)
    line = timeline("month", END, Span(date(2024, 6, 15), END), counts)
    assert line.history[0] == date(2024, 6, 1)


def test_history_keeps_periods_without_reports() -> None:
    line = timeline("month", END, None, {date(2025, 6, 1): 1, date(2025, 9, 1): 1})
    assert line.history == tuple(date(2025, month, 1) for month in (6, 7, 8, 9))


def test_a_last_period_that_is_not_complete_is_drawn_and_never_ranked() -> None:
    counts = monthly(date(2024, 3, 1), END)
    line = timeline("month", END, None, counts)
    assert (line.is_partial, line.now) == (True, date(2025, 8, 1))
    whole = timeline("month", END + timedelta(1), None, counts)
    assert (whole.is_partial, whole.now) == (False, date(2025, 9, 1))


def test_periods_before_are_the_last_six_that_hold_reports() -> None:
    held = [date(2024, 1, 1), *(date(2025, month, 1) for month in (1, 2, 3, 4, 7, 8))]
    line = timeline("month", date(2025, 8, 31), None, dict.fromkeys(held, 2))
    assert line.now == date(2025, 8, 1)
    assert line.before == tuple(held[:-1])
    assert line.baseline == Span(date(2024, 1, 1), date(2025, 7, 31))
    assert line.first == date(2024, 1, 1)


def test_a_current_period_without_reports_is_still_the_current_one() -> None:
    line = timeline("month", END, None, {date(2025, 7, 1): 3})
    assert (line.now, line.units(line.now), line.before) == (
        date(2025, 8, 1),
        0,
        (date(2025, 7, 1),),
    )


def test_where_only_the_last_period_holds_reports_none_is_complete() -> None:
    line = timeline("month", END, None, {date(2025, 9, 1): 3})
    assert (line.now, line.before, line.history) == (None, (), (date(2025, 9, 1),))
    assert line.baseline is None


def test_a_current_period_that_begins_before_the_days_looked_at_is_not_inside() -> None:
    counts = monthly(date(2024, 3, 1), END)
    assert not timeline("month", END, Span(date(2025, 8, 2), END), counts).is_inside
    assert timeline("month", END, Span(date(2025, 8, 1), END), counts).is_inside


def test_days_of_the_last_period_end_with_the_data() -> None:
    line = timeline("month", END, None, monthly(date(2024, 3, 1), END))
    assert line.span(date(2025, 9, 1)) == Span(date(2025, 9, 1), END)
    assert line.span(date(2025, 8, 1)) == Span(date(2025, 8, 1), date(2025, 8, 31))


@scales
@pytest.mark.parametrize("end", [date.min, date(1, 2, 3), date.max])
def test_the_ends_of_the_calendar_are_no_error(scale: Scale, end: date) -> None:
    line = timeline(scale, end, None, {start_of(end, scale): 1})
    assert line.history[-1] == start_of(end, scale)


def test_without_reports_there_is_no_history() -> None:
    line = timeline("month", END, None, {})
    assert (line.history, line.now, line.before, line.is_partial) == ((), None, (), False)
