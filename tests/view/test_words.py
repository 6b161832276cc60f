"""Counts, dates and names in words."""

from datetime import date

import pytest

from dash_intel.view.words import PROFILES, count, listed, named, period


def test_count_agrees_with_its_noun() -> None:
    assert [count(number, "report") for number in (0, 1, 1204)] == [
        "0 reports",
        "1 report",
        "1,204 reports",
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 7, 1), date(2025, 9, 30), "1 Jul–30 Sep 2025"),
        (date(2024, 12, 1), date(2025, 1, 2), "1 Dec 2024–2 Jan 2025"),
        (date(2025, 7, 1), date(2025, 7, 1), "1 Jul 2025"),
    ],
)
def test_period_names_a_year_once(first: date, last: date, words: str) -> None:
    assert period(first, last) == words


def test_profile_of_a_third_party_is_spelled_out() -> None:
    assert named("field_notes", PROFILES) == "Field notes"


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
