"""What kinds of risk a sentence speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.categories import categories
from dash_intel.vocab.categories import category_phrases, risk_categories
from tests.enrich.sentences import placed


def keys(words):
    return {found.key for found in categories(*placed(words))}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Jihadist cells regroup.", {"terrorism"}),
        ("Ransomware crews target clinics.", {"cyber", "health", "organised_crime"}),
        ("A sabotage of the subsea cable.", {"state_threats", "accidents_infrastructure"}),
        ("The ambassador was recalled.", {"geographic_diplomatic"}),
        ("Rebels fire rockets.", {"conflict_instability"}),
        ("Voters distrust the courts.", {"societal_governance"}),
        ("Cholera follows the floods.", {"health", "natural_environmental"}),
        ("The nuclear plant lost its power supply.", {"accidents_infrastructure"}),
        ("Tariffs raise the price of grain.", {"economic_financial"}),
        ("Cartels smuggle fentanyl.", {"organised_crime"}),
        ("Deepfakes spread before the ballot.", {"information_influence", "societal_governance"}),
        ("Uranium enrichment resumes.", {"wmd_proliferation"}),
        ("Cybercrime pays.", {"cyber", "organised_crime"}),
    ],
)
def test_a_sentence_has_all_categories_that_it_has_words_of(words, expected):
    assert keys(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Police investigate an important matter.",
        "The river bank is steep.",
        "The business climate is fair.",
        "A hacksaw was found in the warehouse.",
        "Both sides trade blame.",
    ],
)
def test_parts_of_other_words_are_no_category(words):
    assert keys(words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Herders gather on both banks of the Logone.",
        "Full moon over both banks is likely.",
        "Families from both banks meet.",
        "The opposite bank is quiet.",
        "The southern bank is quiet.",
    ],
)
def test_banks_of_a_river_are_no_economy(words):
    assert "economic_financial" not in keys(words)


@pytest.mark.parametrize(
    "words",
    [
        "A run on both banks is likely.",
        "Both banks failed.",
        "The northern bank lost its deposits.",
    ],
)
def test_banks_of_money_stay_economy(words):
    assert "economic_financial" in keys(words)


def test_every_mention_is_kept_with_its_words():
    text, span = placed("Banks fear that bank runs follow.")
    (found,) = [one for one in categories(text, span) if one.key == "economic_financial"]
    assert found.words == ("Banks", "bank")
    assert found.words == tuple(part.of(text) for part in found.spans)


def test_every_category_has_words():
    assert {key for entry in category_phrases() for key in entry.keys} == set(risk_categories())


@given(
    st.lists(
        st.sampled_from([entry.phrase.words for entry in category_phrases()]) | st.text(max_size=4),
        max_size=10,
    )
)
def test_words_are_exactly_those_of_their_spans(pieces):
    text, span = placed(" ".join(pieces))
    for found in categories(text, span):
        assert found.words == tuple(part.of(text) for part in found.spans)
        assert all(span.contains(part) for part in found.spans)
