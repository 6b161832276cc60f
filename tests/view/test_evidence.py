"""How the sentences behind a number are told."""

import pandas as pd
import pytest

from dash_intel.query.sentences import Behind
from dash_intel.view.evidence import EvidenceItem, evidence

TEXT = "Armed groups are very likely to attack convoys."
ROW = {
    "risk_id": "risk-1",
    "report_id": "report-1",
    "title": "Sahel outlook",
    "published_on": pd.Timestamp("2025-09-12"),
    "publisher": None,
    "text": TEXT,
    "span_start": 100,
    "span_end": 100 + len(TEXT),
    "likelihood_span_start": 117,
    "likelihood_span_end": 128,
    "likelihood_basis": "stated",
    "likelihood_term": "very likely",
    "likelihood_low": 0.8,
    "likelihood_high": 0.95,
    "is_judged": False,
    "is_one_of_several": False,
    "impact_level": 4,
    "impact_words": ["attack"],
    "categories": ["state_threats", "terrorism"],
    "categories_read": [{"key": "terrorism", "words": ["Armed groups", "attack", "attack"]}],
    "corrected": [],
}


def item(**changes: object) -> EvidenceItem:
    """Return the item of one sentence."""
    rows = pd.DataFrame([ROW | changes])
    (found,) = evidence(Behind(1, 1, 1, rows), "reports").items
    return found


def test_sentence_stands_exactly_as_written_with_its_likelihood_apart() -> None:
    found = item()
    assert found.words.whole == TEXT
    assert found.words.likelihood == "very likely"
    assert found.meta == "Sahel outlook, 2025-09-12"
    assert (found.level, found.level_words) == (4, "4 Significant")


def test_stated_likelihood_has_its_word_and_its_figures() -> None:
    found = item().likelihood
    assert (found.word, found.figures, found.band) == ("very likely", "(80–95%)", (0.8, 0.95))
    assert (found.alt, found.chip) == ("very likely (80–95%)", None)


def test_likelihood_beside_others_says_so_until_it_is_corrected() -> None:
    assert item().likelihood.more == ""
    several = item(is_one_of_several=True).likelihood
    assert (several.more, several.word) == ("several likelihoods, one of them", "very likely")
    assert (several.band, several.alt) == (None, "several likelihoods")
    judged = item(is_one_of_several=True, is_judged=True).likelihood
    assert (judged.more, judged.band) == ("", (0.8, 0.95))


@pytest.mark.parametrize(
    ("basis", "term", "said"),
    [
        ("hedge", "could", "hedge, no probability"),
        ("forecast_verb", "poised to", "forecast without a degree, no probability"),
        ("asserted", "will", "asserted, no probability"),
        ("present", "already", "exists already, no probability"),
    ],
)
def test_word_that_is_no_probability_has_no_band(basis: str, term: str, said: str) -> None:
    found = item(
        likelihood_basis=basis, likelihood_term=term, likelihood_low=None, likelihood_high=None
    ).likelihood
    assert (found.band, found.figures, found.word) == (None, "", term)
    assert found.chip is not None
    assert found.chip.text == said
    assert found.alt == "no probability"


def test_sentence_without_likelihood_says_so() -> None:
    found = item(
        likelihood_basis=None,
        likelihood_term=None,
        likelihood_low=None,
        likelihood_span_start=None,
        likelihood_span_end=None,
    )
    assert found.words.likelihood == ""
    assert (found.likelihood.word, found.likelihood.band) == ("likelihood not stated", None)


def test_figure_of_a_report_is_its_own_band() -> None:
    changes = {"likelihood_basis": "number", "likelihood_high": 0.8}
    found = item(likelihood_term="80% chance", **changes).likelihood
    assert (found.word, found.figures, found.band) == ("80% chance", "", (0.8, 0.8))


def test_corrected_readings_claim_no_words_of_the_text() -> None:
    found = item(corrected=["category", "impact", "likelihood"], is_judged=True)
    assert found.is_corrected
    assert found.words.likelihood == ""
    assert found.why == "Terrorism; State threats; impact 4"
    assert item().why == (
        "Terrorism from “Armed groups” and “attack”; State threats; impact 4 from “attack”"
    )


def test_level_and_category_that_were_not_read_are_not_stated() -> None:
    found = item(impact_level=None, impact_words=None, categories=[], categories_read=[])
    assert (found.level, found.level_words, found.why) == (None, "not stated", "No category")


def test_words_outside_the_sentence_are_never_marked() -> None:
    assert item(likelihood_span_start=20, likelihood_span_end=31).words.whole == TEXT
    assert item(likelihood_span_start=20, likelihood_span_end=31).words.likelihood == ""


def test_scope_counts_what_is_counted_and_its_sentences() -> None:
    rows = pd.DataFrame([ROW] * 3)
    assert evidence(Behind(38, 31, 2, rows), "reports").scope == (
        "31 reports, 38 sentences. Strongest first."
    )
    view = evidence(Behind(38, 31, 2, rows), "events")
    assert (view.scope[:9], view.page, view.pages) == ("31 events", 2, 13)
    empty = evidence(Behind(0, 0, 1, rows.iloc[:0]), "reports")
    assert (empty.scope, empty.pages, empty.items) == ("0 reports, 0 sentences.", 1, ())
