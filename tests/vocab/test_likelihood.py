"""Phrases of likelihood have the figures of the yardstick that is set."""

import pytest

from dash_intel.errors import SettingError, VocabularyError
from dash_intel.settings import yardstick
from dash_intel.vocab import likelihood
from dash_intel.vocab.likelihood import TERMS, band, canonical, shown, yardsticks


@pytest.mark.parametrize(
    ("term", "icd203", "phia"),
    [
        ("likely", (0.55, 0.8), (0.55, 0.75)),
        ("highly likely", (0.8, 0.95), (0.8, 0.9)),
        ("very likely", (0.8, 0.95), (0.8, 0.9)),
        ("not likely", (0.2, 0.45), (0.25, 0.35)),
        ("cannot be ruled out", (0.05, 0.2), (0.1, 0.2)),
        ("can’t be ruled out", (0.05, 0.2), (0.1, 0.2)),
        ("remote possibility", (0.01, 0.05), (0.0, 0.05)),
        ("almost certainly", (0.95, 0.99), (0.95, 1.0)),
        ("low-probability", (0.05, 0.2), (0.1, 0.2)),
        ("slim likelihood", (0.05, 0.2), (0.1, 0.2)),
        ("could", None, None),
        ("60% chance", None, None),
        ("moderate likelihood", None, None),
        ("not almost certain", None, None),
        ("", None, None),
    ],
)
def test_band_of_a_stored_phrase_follows_the_yardstick(term, icd203, phia):
    assert (band(term, "icd203"), band(term, "phia")) == (icd203, phia)


def test_the_figures_stand_beside_the_word():
    assert shown("likely") == "likely (55–80%)"
    assert shown("likely", "phia") == "likely (55–75%)"
    assert shown("could") == "could"


def test_the_setting_chooses_the_yardstick(monkeypatch):
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", "PHIA")
    assert shown("highly unlikely") == "highly unlikely (10–20%)"


@pytest.mark.parametrize("value", ["", " "])
def test_icd_203_is_the_yardstick_where_none_is_set(monkeypatch, value):
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", value)
    assert yardstick() == "icd203"


def test_an_unknown_yardstick_is_refused(monkeypatch):
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", "kent")
    with pytest.raises(SettingError, match="“kent”; set it to icd203 or phia"):
        yardstick()


@pytest.mark.parametrize("name", ["icd203", "phia", "nato"])
def test_bands_rise_with_the_terms(name):
    bands = [yardsticks()[name][term] for term in TERMS]
    assert [one.low for one in bands] == sorted(one.low for one in bands)
    assert [one.high for one in bands] == sorted(one.high for one in bands)


def test_icd_203_leaves_no_gap():
    bands = [yardsticks()["icd203"][term] for term in TERMS]
    assert [one.high for one in bands[:-1]] == [one.low for one in bands[1:]]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_its_own(term):
    assert canonical(term) == term


@pytest.mark.parametrize("word", ["confidence", "confident"])
def test_confidence_is_no_word_of_likelihood(word):
    phrases = [entry.phrase.words.split() for entry in likelihood.likelihood_phrases()]
    assert not any(word in words for words in phrases)


def test_a_broken_row_is_named_with_its_line(monkeypatch, tmp_path):
    from dash_intel.vocab import table  # noqa: PLC0415 its memory is cleared here alone

    for remembered in (table.rows, table._own_files, likelihood.likelihood_phrases):
        remembered.cache_clear()
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(tmp_path))
    (tmp_path / "likelihood.csv").write_text(
        "phrase,basis,term,negated,guard\nodds on,stated,certain,,\n", encoding="utf-8"
    )
    try:
        with pytest.raises(VocabularyError, match=r"likelihood.csv:2: “certain” is none of"):
            likelihood.likelihood_phrases()
    finally:
        for remembered in (table.rows, table._own_files, likelihood.likelihood_phrases):
            remembered.cache_clear()
