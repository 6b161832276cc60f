"""Filters, and the addresses that say them."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from dash_intel.query.filters import (
    CONFIDENCES,
    FIRST_DAY,
    FLAGS,
    KEYS,
    LAST_DAY,
    LONGEST_VALUE,
    MANY,
    MOST_VALUES,
    Filters,
    Unknown,
    from_url,
    of_values,
)
from dash_intel.vocab.areas import areas
from dash_intel.vocab.categories import risk_categories

days = some.none() | some.dates(FIRST_DAY, LAST_DAY)
names = some.text(
    some.characters(exclude_categories=["Cs"]), min_size=1, max_size=LONGEST_VALUE
).filter(str.strip)
words = some.lists(some.text('abc-"*:é港', min_size=1, max_size=9), max_size=5).map(" ".join)


def several(values: some.SearchStrategy[str]) -> some.SearchStrategy[tuple[str, ...]]:
    return some.lists(values, max_size=4).map(tuple)


def codes(kind: str) -> some.SearchStrategy[str]:
    return some.sampled_from(sorted(area.code for area in areas() if area.kind == kind))


any_filters = some.builds(
    Filters,
    period=some.sampled_from(["30d", "90d", "6m", "12m", "all", "days"]),
    since=days,
    until=days,
    countries=several(codes("country")),
    regions=several(codes("region")),
    groups=several(codes("group")),
    counted=some.sampled_from(["primary", "mentioned"]),
    hides_actors=some.booleans(),
    tags=several(names),
    categories=several(some.sampled_from(list(risk_categories()))),
    techniques=several(names),
    publishers=several(names),
    confidences=several(some.sampled_from(CONFIDENCES)),
    without=several(some.sampled_from(FLAGS)),
    text=words,
    unit=some.sampled_from(["reports", "events"]),
)


@given(any_filters)
def test_address_says_the_filters_and_nothing_else(filters: Filters) -> None:
    assert from_url(filters.to_url()) == (filters, ())


@given(any_filters)
def test_saved_values_are_the_filters_also_where_they_are_usual(filters: Filters) -> None:
    assert of_values(filters.values()) == filters
    assert filters.values().keys() == set(KEYS.values())


@given(any_filters)
def test_filters_are_the_same_in_any_order_and_hashable(filters: Filters) -> None:
    turned = {name: getattr(filters, name)[::-1] * 2 for name in MANY}
    rest = {one.name: getattr(filters, one.name) for one in fields(Filters) if one.name not in MANY}
    assert Filters(**turned, **rest) == filters
    assert hash(Filters(**turned, **rest)) == hash(filters)


@given(any_filters)
def test_what_is_not_active_is_as_usual(filters: Filters) -> None:
    plain = filters
    for name in filters.active:
        plain = plain.lacking(name)
    assert plain == Filters(counted=filters.counted, unit=filters.unit)


@given(some.dictionaries(some.sampled_from(list(KEYS.values())), some.lists(some.text())))
def test_any_address_gives_filters_and_names_what_it_dropped(address: dict[str, list[str]]) -> None:
    filters, dropped = from_url(address)
    assert from_url(filters.to_url()) == (filters, ())
    named = {(key, value) for key, values in address.items() for value in values if value}
    kept = {(key, value) for key, values in filters.to_url().items() for value in values}
    assert set(dropped) <= named
    for name in MANY:
        here = {one for one in named if one[0] == KEYS[name]}
        assert here == (kept & here) | (set(dropped) & here)


def test_unknown_values_are_dropped_and_named() -> None:
    address = {"group": ["sahel", "atlantis"], "period": ["1d"], "country": ["'; DROP"], "x": ["y"]}
    assert from_url(address) == (
        Filters(groups=("sahel",)),
        (Unknown("period", "1d"), Unknown("country", "'; DROP"), Unknown("group", "atlantis")),
    )


def test_days_that_no_report_can_have_are_dropped() -> None:
    for written in ("0001-01-01", "9999-12-31", "2025-02-30", "2025-6-1", "٢٠٢٥-٠١-٠١"):
        assert from_url({"since": [written]}) == (Filters(), (Unknown("since", written),))


def test_no_more_values_than_most_are_taken() -> None:
    written = [f"tag {number}" for number in range(MOST_VALUES + 2)]
    filters, dropped = from_url({"tag": written})
    assert set(filters.tags) == set(written[:MOST_VALUES])
    assert dropped == tuple(Unknown("tag", one) for one in written[MOST_VALUES:])


def test_lone_surrogates_and_endless_values_are_dropped() -> None:
    for written in ("\ud800", "x" * (LONGEST_VALUE + 1), "  \n"):
        assert from_url({"publisher": [written]})[0] == Filters()


def test_days_without_a_day_are_all_dates() -> None:
    assert Filters(period="days") == Filters(period="all")


def test_days_the_wrong_way_round_are_turned() -> None:
    first, last = date(2025, 1, 1), date(2025, 2, 1)
    turned = Filters(period="days", since=last, until=first)
    assert (turned.since, turned.until) == (first, last)


def test_days_are_kept_only_for_the_period_of_days() -> None:
    assert Filters(period="6m", since=date(2025, 1, 1)) == Filters()


def test_days_in_an_address_need_no_period() -> None:
    assert from_url({"since": ["2025-01-01"]})[0] == Filters(period="days", since=date(2025, 1, 1))


def test_lacking_takes_one_value_or_all_of_them() -> None:
    both = Filters(tags=("ports", "rail"), text="strike")
    assert both.lacking("tags", "rail").tags == ("ports",)
    assert both.lacking("tags") == Filters(text="strike")
    assert both.lacking("text", "strike") == Filters(tags=("ports", "rail"))
