"""What headline and bottom line tell of an event."""

import pytest

from dash_intel.enrich.account import account
from dash_intel.enrich.numerals import numerals


def test_names_stand_with_a_capital_inside_a_sentence_and_nowhere_small() -> None:
    found = account("Ferry Aground off Talva", "A ferry of Corm Lines ran aground off Talva.")
    assert {"talva", "corm"} <= found.names
    assert "ferri" not in found.names | found.capitals


def test_words_of_a_headline_in_title_case_may_be_names_but_are_none_yet() -> None:
    found = account("Dockers Leave Quay", "The strike goes on.")
    assert (found.names, "quay" in found.capitals) == (frozenset(), True)


def test_country_days_and_likelihoods_tell_of_no_event() -> None:
    assert account("Kenya", "It is likely that Kenyans rest on Monday.").stems == {"rest"}


def test_place_of_a_headline_follows_its_preposition() -> None:
    assert account("Two Farms in Upper Talva Burn", "").where == {"upper", "talva", "burn"}
    assert account("Farms burn", "").where == frozenset()


def test_headline_counts_things_and_not_victims() -> None:
    assert account("Five Silos Burn, Nine Dead", "").counts == {"5 silo"}


@pytest.mark.parametrize(
    ("headline", "steps"),
    [
        ("Raider Sentenced in Talva", {"court"}),
        ("Second Raid on Talva", {"again"}),
        ("Talva Dark for a Second Day", set()),
        ("", set()),
    ],
)
def test_headline_states_later_steps(headline: str, steps: set[str]) -> None:
    assert account(headline, "").steps == steps


def test_numbers_of_several_words_are_one() -> None:
    assert account("Ninety Thousand Hens", "").stems >= {"#90000", "hen"}
    assert numerals(["20", "5", None, "1.8", "1000000", None, "5"]) == [
        (1, "25"),
        (4, "1800000"),
        (6, "5"),
    ]
