"""The vocabularies are checked when they are loaded."""

from importlib import resources

import pytest

from dash_intel.vocab import table
from dash_intel.vocab.labels import folded, labels, section_headings
from dash_intel.vocab.techniques import technique, techniques


def test_every_shipped_file_is_sorted_into_known_keys():
    assert set(section_headings().values()) == {
        "bluf",
        "analysis",
        "hypotheses",
        "assumptions",
        "risks",
        "outlook",
        "entities",
        "tags",
        "techniques",
    }
    assert set(labels("scenario").values()) == {"best", "worst", "most_likely", "unlabelled"}
    assert len(techniques()) == len(table.rows("techniques", tuple(_columns("techniques"))))


def _columns(name: str) -> list[str]:
    file = resources.files("dash_intel.vocab") / f"{name}.csv"
    return file.read_text(encoding="utf-8").split("\n", 1)[0].split(",")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Best-Case Scenario", "best case  scenario"),
        ("Bias & Deception", "Bias and Deception"),
        ("Devil’s Advocacy", "devil's advocacy"),
        ("Cross–Impact Matrix", "CROSS-IMPACT MATRIX"),
    ],
)
def test_case_hyphens_and_apostrophes_make_no_difference(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize("words", ["ACH", "ACH 2.0", "ach v3", "Analysis of Competing Hypotheses"])
def test_a_version_number_is_no_part_of_a_technique(words):
    found = technique(words)
    assert found is not None
    assert found.name == "Analysis of Competing Hypotheses"


@pytest.mark.parametrize("words", ["", "Strengths", "Scenario 1", "2.0"])
def test_other_words_are_no_technique(words):
    assert technique(words) is None
