"""From which day to which a period reaches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dash_intel.query.filters import Filters, Period
from dash_intel.query.periods import Span, span

NEWEST = date(2025, 8, 31)


@pytest.mark.parametrize(
    ("period", "newest", "since"),
    [
        ("30d", NEWEST, date(2025, 8, 2)),
        ("90d", NEWEST, date(2025, 6, 3)),
        ("6m", NEWEST, date(2025, 3, 1)),
        ("12m", NEWEST, date(2024, 9, 1)),
        ("6m", date(2025, 6, 29), date(2024, 12, 30)),
        ("6m", date(2025, 8, 29), date(2025, 2, 28)),
        ("12m", date(2024, 2, 28), date(2023, 2, 28)),
        ("12m", date(2024, 2, 29), date(2023, 3, 1)),
    ],
)
def test_period_ends_on_the_newest_day(period: Period, newest: date, since: date) -> None:
    assert span(Filters(period=period), newest) == Span(since, newest)


def test_all_dates_have_no_days() -> None:
    assert span(Filters(period="all"), NEWEST) is None


def test_no_period_without_a_dated_report_but_its_own_days() -> None:
    assert span(Filters(period="6m"), None) is None
    day = date(2025, 1, 1)
    assert span(Filters(period="days", since=day, until=day), None) == Span(day, day)


def test_open_ends_reach_to_the_first_and_the_newest_day() -> None:
    day = date(2025, 1, 1)
    assert span(Filters(period="days", until=day), NEWEST) == Span(date.min, day)
    assert span(Filters(period="days", since=day), NEWEST) == Span(day, NEWEST)
    late = NEWEST + timedelta(9)
    assert span(Filters(period="days", since=late), NEWEST) == Span(late, late)


@given(some.dates(), some.sampled_from(["30d", "90d", "6m", "12m"]))
def test_every_period_is_whole_and_ends_on_the_newest_day(newest: date, period: Period) -> None:
    found = span(Filters(period=period), newest)
    assert found is not None
    assert found.until == newest
    assert found.since <= newest


@given(some.dates(), some.dates())
def test_span_before_is_as_long_and_ends_the_day_before(one: date, other: date) -> None:
    found = Span(*sorted((one, other)))
    before = found.before()
    if before.since > date.min:
        assert before.days == found.days
    if found.since > date.min:
        assert before.until == found.since - timedelta(1)
