"""What the filters offer, in words."""

from hypothesis import given

from dash_intel.query.filters import Filters, from_url
from dash_intel.view.choices import (
    area_label,
    areas_in_address,
    chosen_areas,
    offered_areas,
    with_chosen,
)
from tests.query.test_filters import any_filters


def test_groups_come_first_then_regions_then_countries() -> None:
    kinds = [one.partition(":")[0] for one in offered_areas()]
    assert list(dict.fromkeys(kinds)) == ["group", "region", "country"]


def test_areas_are_told_apart_by_their_labels() -> None:
    assert area_label("group:sahel") == "Sahel (group)"
    assert area_label("region:143") == "Central Asia (region)"
    assert area_label("country:KEN") == "Kenya"
    labels = [area_label(one) for one in offered_areas()]
    assert len(set(labels)) == len(labels)


@given(any_filters)
def test_chosen_areas_say_the_filters(filters: Filters) -> None:
    address = areas_in_address(chosen_areas(filters))
    found, dropped = from_url(address)
    assert dropped == ()
    assert (found.groups, found.regions, found.countries) == (
        filters.groups,
        filters.regions,
        filters.countries,
    )


def test_what_is_chosen_is_offered_once() -> None:
    assert with_chosen(["a", "b"], ["b", "c"]) == ["a", "b", "c"]
