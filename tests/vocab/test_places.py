"""Names of places lead to countries and regions that exist."""

import pytest

from dash_intel.errors import VocabularyError
from dash_intel.vocab import countries as countries_module
from dash_intel.vocab import places as places_module
from dash_intel.vocab.countries import countries, macro_regions, named_regions
from dash_intel.vocab.places import namesakes, person_words, place_names

HEAD = "name,kind,target,also,flags\n"


@pytest.fixture
def names(monkeypatch):
    """Give a function that loads a vocabulary of place names of the test's own."""

    def load(*rows: dict[str, str]):
        blank = dict.fromkeys(places_module.COLUMNS, "")
        whole = tuple(blank | row for row in rows)
        monkeypatch.setattr(places_module, "rows", lambda *_: whole)
        return place_names.__wrapped__()

    return load


def test_every_country_has_its_name_and_a_leaf_region():
    assert len(countries()) == 250
    assert {c.iso3 for c in countries().values() if not c.leaf} == {"ATA"}
    named = {entry.countries for entry in place_names().values() if entry.kind == "country"}
    assert {c for entry in named for c in entry} == countries().keys()


def test_m49_peculiarities_are_kept():
    leaves = {iso3: countries()[iso3].leaf_name for iso3 in ("IRN", "CYP", "TUR", "TWN", "XKX")}
    assert leaves == {
        "IRN": "Southern Asia",
        "CYP": "Western Asia",
        "TUR": "Western Asia",
        "TWN": "Eastern Asia",
        "XKX": "Southern Europe",
    }


def test_macro_regions_overlap_and_are_dated():
    groups = macro_regions()
    assert "EGY" in groups["mena"].members & groups["brics"].members
    assert all(group.as_of for group in groups.values())
    assert groups["sahel"].members == {"MRT", "MLI", "BFA", "NER", "TCD"}


def test_named_regions_lead_to_names():
    keys = {entry.region for entry in place_names().values() if entry.kind == "region"}
    assert keys == named_regions().keys()


def test_namesakes_are_of_known_names():
    assert {name for name, _ in namesakes()} <= place_names().keys()
    assert namesakes()["Paris", "Texas"] == "USA"


def test_given_names_are_no_places():
    assert person_words("given").isdisjoint(place_names())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"name": "X", "kind": "star", "target": "FRA"}, "no known kind"),
        ({"name": "X", "kind": "city", "target": "FRX"}, "leads nowhere"),
        ({"name": "X", "kind": "city"}, "leads nowhere"),
        ({"name": "X", "kind": "region", "target": "atlantis"}, "leads nowhere"),
        ({"name": "X", "kind": "city", "target": "FRA", "also": "XXX"}, "unknown country"),
        ({"name": "X", "kind": "city", "target": "FRA", "flags": "big"}, "unknown flags"),
        ({"name": " X", "kind": "city", "target": "FRA"}, "blanks around it"),
        ({"name": "", "kind": "city", "target": "FRA"}, "empty"),
    ],
)
def test_a_broken_row_is_named(names, row, message):
    with pytest.raises(VocabularyError, match=message):
        names(row)


def test_a_repeated_name_means_what_the_last_row_says(names):
    first = {"name": "X", "kind": "city", "target": "FRA"}
    assert names(first, first | {"target": "DEU"})["X"].countries == ("DEU",)


def test_a_group_of_unknown_countries_is_named(monkeypatch):
    known = countries()
    monkeypatch.setattr(countries_module, "countries", lambda: known)
    row = {"key": "x", "name": "X", "as_of": "2026-01", "members": "FRA XXX"}
    monkeypatch.setattr(countries_module, "rows", lambda *_: (row,))
    with pytest.raises(VocabularyError, match="XXX"):
        macro_regions.__wrapped__()


def test_no_name_stands_twice_in_the_shipped_file():
    listed = [row["name"] for row in places_module.rows("place_names", places_module.COLUMNS)]
    assert len(listed) == len(set(listed))
