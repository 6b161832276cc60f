"""The body: what a report says without headings, labels and tags."""

import pytest

from dash_intel.enrich.body import Body
from tests.parse.texts import HYPOTHESES, SAT, read


def held(text: str, words: str) -> bool:
    report = read(text)
    start = report.text.index(words)
    return Body(report).holds(start, start + len(words))


@pytest.mark.parametrize(
    "words", ["Ferry Strike", "Its cost falls", "Fuel may run short", "Open the northern berth"]
)
def test_titles_and_sections_are_of_the_body(words: str) -> None:
    assert held(SAT, words)


@pytest.mark.parametrize(
    "words",
    ["Harbour Gazette", "2025-05-26", "BLUF", "ACH 2.0", "Thematic Tags", "labour disputes"],
)
def test_head_headings_and_tags_are_not(words: str) -> None:
    assert not held(SAT, words)


@pytest.mark.parametrize("words", ["Cyber / Information Space", "Hypothesis A:"])
def test_labels_of_items_are_not(words: str) -> None:
    assert not held(HYPOTHESES, words)


def test_words_that_reach_into_a_heading_are_not() -> None:
    assert not held(SAT, "hauliers.\n2. Detailed")


def test_without_sections_the_whole_text_is_the_body() -> None:
    assert held("Nothing but prose.", "but prose")
