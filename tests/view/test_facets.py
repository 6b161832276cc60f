"""What there is to narrow down by."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pytest

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view.facets import TITLES, Facet, facet_list

ALL = Filters(period="all")
YEAR = Span(date(2025, 1, 15), date(2025, 12, 31))


def found(**values: Mapping[str, int]) -> dict[str, pd.DataFrame]:
    return {
        name: pd.DataFrame(list(values.get(name, {}).items()), columns=["value", "found"])
        for name in TITLES
    }


def facet(
    name: str, values: Mapping[str, int], filters: Filters = ALL, days: Span | None = None
) -> Facet:
    (one,) = facet_list(found(**{name: values}), filters, days)
    return one


def test_facet_without_a_value_is_left_out() -> None:
    assert facet_list(found(), ALL, None) == ()
    assert [one.name for one in facet_list(found(tags={"ports": 2}), ALL, None)] == ["tags"]


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("regions", "011", "Western Africa"),
        ("categories", "terrorism", "Terrorism"),
        ("tags", "ports", "ports"),
        ("publishers", "Gazette", "Gazette"),
    ],
)
def test_value_is_called_what_a_reader_knows(name: str, value: str, label: str) -> None:
    (one,) = facet(name, {value: 3}).values
    assert (one.label, one.found, one.is_active) == (label, 3, False)


def test_choosing_a_value_adds_it_to_the_filters() -> None:
    (one,) = facet("tags", {"ports": 3}).values
    assert one.filters.tags == ("ports",)


def test_another_value_takes_the_place_and_a_chosen_one_is_taken_back() -> None:
    chosen = Filters(period="all", tags=("ports",))
    ports, fuel = facet("tags", {"ports": 3, "fuel": 1}, chosen).values
    assert (ports.is_active, ports.filters.tags) == (True, ())
    assert (fuel.is_active, fuel.filters.tags) == (False, ("fuel",))


def test_chosen_value_without_a_report_stays_to_be_taken_back() -> None:
    chosen = Filters(period="all", tags=("gone",))
    values = facet("tags", {"ports": 3}, chosen).values
    assert [(one.value, one.found, one.is_active) for one in values] == [
        ("gone", 0, True),
        ("ports", 3, False),
    ]


def test_region_takes_the_place_of_countries_and_groups() -> None:
    chosen = Filters(period="all", countries=("MLI",), groups=("sahel",))
    (one,) = facet("regions", {"011": 3}, chosen).values
    assert (one.filters.regions, one.filters.countries, one.filters.groups) == (("011",), (), ())


def test_month_is_cut_to_the_period() -> None:
    (one,) = facet("months", {"2025-01": 3}, days=YEAR).values
    assert (one.label, one.is_active) == ("Jan 2025", False)
    assert (one.filters.period, one.filters.since, one.filters.until) == (
        "days",
        date(2025, 1, 15),
        date(2025, 1, 31),
    )


def test_month_of_all_dates_is_whole() -> None:
    (one,) = facet("months", {"2024-02": 3}).values
    assert (one.filters.since, one.filters.until) == (date(2024, 2, 1), date(2024, 2, 29))


def test_month_that_is_looked_at_lets_go_of_the_period() -> None:
    days = Span(date(2025, 3, 1), date(2025, 3, 31))
    chosen = Filters(period="days", since=days.since, until=days.until)
    (one,) = facet("months", {"2025-03": 3}, chosen, days).values
    assert one.is_active
    assert one.filters == chosen.lacking("period")


def test_endless_value_is_cut_and_still_chosen_whole() -> None:
    name = "word " * 40
    (one,) = facet("publishers", {name: 1}).values
    assert one.label.endswith("…")
    assert one.filters.publishers == (name,)
