"""What a report says of places as a whole."""

from dash_intel.enrich.places import read_places, read_text
from dash_intel.model.reading import ItemPlace, Region
from dash_intel.model.span import Span

TEXT = (
    "Kazakhstan courts its neighbour\n"
    "Kazakhstan builds roads with Afghanistan.\n"
    "Almaty and Kabul trade more. Kazakhstan and Afghanistan gain. Kazakh firms and Afghan farms "
    "profit. One observer in Norway watches.\n"
    "Fighting may spread in the region and reach Central Asia.\n"
    "Source: The Moscow Bugle, Moscow\n"
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _read():
    lines, start = [], 0
    for line in TEXT.splitlines(keepends=True):
        lines.append(Span(start, start + len(line) - 1))
        start += len(line)
    title, bluf, *body, _source = lines
    return read_places(TEXT, title, bluf, body)


def test_share_title_and_bluf_make_a_country_primary():
    roles = {place.iso3: (place.role, place.in_title, place.in_bluf) for place in _read().places}
    assert roles == {
        "KAZ": ("primary", True, True),
        "AFG": ("primary", False, True),
        "NOR": ("mentioned", False, False),
    }


def test_words_outside_the_body_do_not_count():
    assert "RUS" not in {place.iso3 for place in _read().places}


def test_leaf_regions_take_the_strongest_role_of_their_countries():
    assert _read().regions == (
        Region("034", "Southern Asia", "primary"),
        Region("143", "Central Asia", "primary"),
        Region("154", "Northern Europe", "mentioned"),
    )


def test_an_item_has_its_own_countries_with_their_spans():
    item = _span("One observer in Norway watches.")
    norway = _span("Norway")
    assert _read().of_item(item) == ((ItemPlace("NOR", False, (norway,)),), ())


def test_an_item_without_a_country_inherits_the_primary_ones():
    item = _span("Fighting may spread in the region and reach Central Asia.")
    places, regions = _read().of_item(item)
    assert {place.iso3 for place in places} == {"KAZ", "AFG"}
    assert all(place.inherited and place.spans == () for place in places)
    assert regions == ("central_asia",)


def test_shares_add_up_and_spans_are_the_words():
    found = _read()
    assert abs(sum(place.share for place in found.places) - 1) < 0.001
    words = {TEXT[span.start : span.end] for place in found.places for span in place.spans}
    assert words == {
        "Kazakhstan", "Afghanistan", "Almaty", "Kabul", "Kazakh", "Afghan", "Norway"
    }  # fmt: skip


def test_the_publisher_at_the_end_of_a_title_is_no_place():
    assert {place.iso3 for place in read_text("Iran talks resume - Kabul Weekly", "").places} == {
        "IRN"
    }
    assert {place.iso3 for place in read_text("Iran talks resume - in Kabul", "").places} == {
        "IRN",
        "AFG",
    }


def test_a_text_without_places_has_none():
    found = read_text("", "")
    assert (found.places, found.named_regions, found.regions) == ((), (), ())
    assert found.of_item(Span(0, 2)) == ((), ())


def test_antarctica_has_no_leaf_region():
    assert read_text("", "Antarctica thaws.").regions == ()
