"""Areas that reports are counted in, and their places."""

from dash_intel.vocab.areas import NAMED, Area, areas, memberships, places_of
from dash_intel.vocab.countries import countries, macro_regions, named_regions


def test_every_country_is_an_area_of_its_own() -> None:
    for iso3 in countries():
        assert places_of(Area("country", iso3)) == {iso3}


def test_group_and_region_hold_their_members() -> None:
    members = {one.iso3 for one in countries().values() if one.leaf == "143"}
    assert members <= places_of(Area("region", "143"))
    for group in macro_regions().values():
        assert group.members <= places_of(Area("group", group.key))


def test_region_that_reports_name_belongs_to_the_area_of_its_name() -> None:
    assert f"{NAMED}sahel" in places_of(Area("group", "sahel"))
    names = set(areas().values())
    without = [key for key, name in named_regions().items() if name not in names]
    found = {place for _, place in memberships() if place.startswith(NAMED)}
    assert found == {f"{NAMED}{key}" for key in named_regions() if key not in without}


def test_unknown_area_has_no_places() -> None:
    assert places_of(Area("country", "XXX")) == frozenset()


def test_no_membership_stands_twice_and_every_area_has_a_name() -> None:
    found = list(memberships())
    assert len(found) == len(set(found))
    assert {area for area, _ in found} == set(areas())


def test_no_two_areas_of_a_kind_have_one_name() -> None:
    named = [(area.kind, name) for area, name in areas().items()]
    assert len(named) == len(set(named))
