"""Names are found whole, the longest first, in time that grows with the text."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.places import read_text
from dash_intel.enrich.places.matching import mentions, searchable
from dash_intel.vocab.places import place_names
from tests.enrich.places.spoken import countries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malians and Omanis met.", {"MLI", "OMN"}),
        ("The Romans and the omani were there.", set()),
        ("Guinea-Bissau is not Guinea.", {"GNB", "GIN"}),
        ("South Sudanese officers", {"SSD"}),
        ("Give us time.", set()),
        ("US-backed and US$5 notes", {"USA"}),
        ("They paid US$5 million.", set()),
        ("The U.S.-led force and the U.K.", {"USA", "GBR"}),
        ("Franco-German and Sino-Indian talks", {"FRA", "DEU", "CHN", "IND"}),
        ("Côte d’Ivoire", {"CIV"}),
        (unicodedata.normalize("NFD", "Côte d'Ivoire and São Tomé"), {"CIV", "STP"}),
        ("South\nSudan", {"SSD"}),
        ("South\u00a0Korea", {"KOR"}),
        ("TURKEY SHELLS SYRIAN CITY", {"TUR", "SYR"}),
        ("MUMBAI (AP) - Rain fell.", {"IND"}),
        ("Chinatown and Indiana-like", {"USA"}),
    ],
)
def test_a_name_is_found_where_it_stands_whole(text, expected):
    assert countries(text) == expected


def test_a_name_hidden_by_a_longer_match_that_breaks_off_is_found():
    assert countries("Minsk agreementsville") == {"BLR"}
    assert countries("The New Yorkish crowd in Yorkish Iran") == {"IRN"}


@pytest.mark.parametrize("title", ["Irans plan", "Engage or Ignore Kazakhstans Strategy"])
def test_a_genitive_that_lost_its_apostrophe_counts_in_a_title_only(title):
    assert len(countries("", title)) == 1
    assert countries(title) == set()


@given(st.text(st.sampled_from("USAChinaMali IrkMoscow.,’\n\u202e\u0000é\ud800-("), max_size=80))
def test_spans_are_exact_ordered_and_apart(text):
    found = read_text("", text)
    spans = [span for place in found.places for span in place.spans]
    for span in spans:
        assert 2 <= span.start < span.end <= len(text) + 2
    plain = searchable(text)
    assert len(plain) == len(text)
    ordered = mentions(plain)
    assert all(a.end <= b.start for a, b in pairwise(ordered))


@given(st.lists(st.sampled_from(sorted(place_names())), max_size=12))
def test_every_word_read_is_a_name_of_the_vocabulary(names):
    text = " and ".join(names)
    for mention in mentions(searchable(text)):
        written = text[mention.start : mention.end]
        assert written in {mention.name.name, mention.name.name.upper(), f"{mention.name.name}s"}


@pytest.mark.parametrize(
    "text",
    ["\ud800 Iran \udfff", "Iran\x00 and \x00Iraq", "\u202eIran\u202c", "\ufeffIran", "Iran" * 3],
)
def test_hostile_characters_are_read_over(text):
    read_text(text, text)


@pytest.mark.parametrize(
    "unit",
    [
        "New York, ",
        "St. ",
        "Paris, Texas ",
        "Georgia ",
        "London ",
        "Kingston, ",
        "J. ",
        "X",
        " ",
        "Jordan Jordan ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit):
    def seconds(times: int) -> float:
        text = unit * times
        start = time.process_time()
        read_text("", text)
        return time.process_time() - start

    seconds(10)
    small = min(seconds(1_000) for _ in range(3))
    large = min(seconds(10_000) for _ in range(3))
    assert large < 40 * max(small, 0.003)
