"""Which reports are listed: as an address, and in words."""

import pytest

from dash_intel.view.listing import FIRST_SHOWN, MOST_SHOWN, Listing, from_url, listings

LISTINGS = (
    Listing(),
    Listing(load=2),
    Listing(has_remarks=True),
    Listing(load=2, has_remarks=True),
    Listing(load=2, has_remarks=True).longer(),
)


@pytest.mark.parametrize("listing", LISTINGS)
def test_address_names_the_listing_that_it_was_made_of(listing: Listing) -> None:
    assert from_url(listing.to_url(), 3) == listing


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"load": "4"},
        {"load": "0"},
        {"load": "-1"},
        {"load": "²"},
        {"load": "two"},
        {"remarks": "no"},
        {"shown": "many"},
        {"shown": "1"},
        {"report": "report-1"},
    ],
)
def test_what_an_address_names_and_there_is_not_is_left_out(address: dict[str, str]) -> None:
    assert from_url(address, 3) == Listing()


def test_an_address_lists_no_more_than_a_page_bears() -> None:
    assert from_url({"shown": "9" * 9}, 3).shown == MOST_SHOWN
    assert from_url({"shown": "9" * 5_000}, 3).shown == FIRST_SHOWN


@pytest.mark.parametrize(
    ("listing", "label", "title"),
    [
        (LISTINGS[0], "Newest", "Newest reports"),
        (LISTINGS[1], "From load 2", "Reports from load 2"),
        (LISTINGS[2], "With remarks", "Reports with remarks"),
        (LISTINGS[3], "From load 2 with remarks", "Reports from load 2 with remarks"),
    ],
)
def test_listing_is_called_what_it_lists(listing: Listing, label: str, title: str) -> None:
    assert (listing.label, listing.title) == (label, title)


def test_chosen_listing_is_always_among_those_to_choose_from() -> None:
    usual = (Listing(), Listing(load=3), Listing(has_remarks=True))
    assert listings(Listing(load=3).longer(), 3) == usual
    assert listings(Listing(load=2), 3) == (*usual, Listing(load=2))


def test_empty_listing_says_why() -> None:
    assert Listing(load=2).scope(0, 0) == "Load 2 brought no new report."
    assert Listing(has_remarks=True).scope(0, 0).startswith("No report has remarks.")


def test_longer_listing_ends_at_what_a_page_bears() -> None:
    assert Listing().longer().shown > FIRST_SHOWN
    assert Listing(shown=MOST_SHOWN).longer().shown == MOST_SHOWN
