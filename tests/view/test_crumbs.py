"""The filters that are set, one by one."""

from datetime import date

from hypothesis import given

from dash_intel.query.filters import KEYS, Filters, Unknown
from dash_intel.query.periods import Span
from dash_intel.view.crumbs import KEYS_IN_WORDS, Crumb, crumbs, unknown
from tests.query.test_filters import any_filters


def test_every_value_is_a_crumb_in_the_order_of_the_sentence() -> None:
    filters = Filters(
        groups=("sahel",),
        countries=("KEN", "SOM"),
        period="12m",
        tags=("ports",),
        confidences=("high", "not_stated"),
        without=("sample",),
        hides_actors=True,
        text="rail",
    )
    assert [one.label for one in crumbs(filters, None)] == [
        "Sahel",
        "Kenya",
        "Somalia",
        "Actors hidden",
        "Last 12 months",
        "ports",
        "High confidence",
        "Confidence not stated",
        "Without samples",
        "“rail”",
    ]


def test_days_are_said_as_they_are() -> None:
    filters = Filters(period="days", since=date(2025, 1, 1))
    days = Span(date(2025, 1, 1), date(2025, 6, 30))
    assert crumbs(filters, days) == (Crumb("period", None, "1 Jan–30 Jun 2025"),)


def test_there_are_none_where_all_is_usual() -> None:
    assert crumbs(Filters(counted="mentioned", unit="events"), None) == ()


@given(any_filters)
def test_taking_all_crumbs_away_leaves_the_usual(filters: Filters) -> None:
    left = filters
    for crumb in crumbs(filters, None):
        left = left.lacking(crumb.name, crumb.value)
    assert left == Filters(counted=filters.counted, unit=filters.unit)


def test_unknown_values_are_named_in_one_line() -> None:
    assert unknown(()) is None
    assert unknown([Unknown("tag", "x\ny")]) == "Not known here, so left out: the tag “x y”."
    many = [Unknown("group", str(number)) for number in range(9)]
    assert unknown(many) == (
        "Not known here, so left out: the group “0”, the group “1”, the group “2”, "
        "the group “3” and 5 more."
    )


def test_every_key_of_an_address_has_words() -> None:
    assert set(KEYS_IN_WORDS) == set(KEYS.values())
