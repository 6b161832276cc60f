"""What a sentence in the present tense says is so already, and what it only says."""

import pytest

from dash_intel.enrich.likelihood import likelihood
from dash_intel.errors import VocabularyError
from dash_intel.vocab import table
from dash_intel.vocab.tense import tense_words
from tests.enrich.sentences import placed


def read(words):
    return likelihood(*placed(words))


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("The strike deprives the mill of coal.", "deprives"),
        ("Pickets are blocking the depot.", "are blocking"),
        ("Wells in the valley have run dry.", "have run"),
        ("Traders refuse the new notes.", "refuse"),
        ("Food: The bakers lack flour.", "lack"),
        ("A shortage of masters, which grew last year, leaves ferries idle.", "leaves"),
        ("Farmers who hold no title are exposed.", "are exposed"),
        ("The feud strains the alliance.", "strains"),
        ("He resigned; the post is vacant.", "is vacant"),
        ("The mayor does not control the police.", "does not"),
        ("Villagers fear a raid, although none was seen.", "fear"),
    ],
)
def test_clause_in_the_present_is_present(words, verb):
    found = read(words)
    assert (found.basis, found.term, found.rule) == ("present", verb, "likelihood.tense@1")
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "The mill closed in May.",
        "A fire would leave the town without bread.",
        "The council should close the gap.",
        "If rain is late, herders are at a loss.",
        "The harvest fails unless rain comes.",
        "Is the bridge open?",
        "The envoy is regarded as a moderate.",
        "The vote is no longer expected.",
        "Drones are to be registered.",
        "Owners have to register.",
        "A ship that carries grain",
        "Strikes on the port",
        "Repair of the dam before winter is essential.",
        "The guards gave false exports figures.",
        "Patrols make theft less likely.",
        "Officers say that morale is low.",
        "“The town is lost,” he wrote.",
        "To leave is to lose.",
    ],
)
def test_past_condition_duty_opinion_and_question_are_not(words):
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("The dam is cracked and may burst.", "hedge"),
        ("Unpaid guards are likely to desert.", "stated"),
        ("Talks are stalled and will fail.", "asserted"),
    ],
)
def test_any_other_basis_comes_first(words, basis):
    assert read(words).basis == basis


def test_story_of_a_scenario_in_the_present_tense_has_none():
    assert likelihood(*placed("The truce holds and trade is free."), is_story=True) is None


@pytest.mark.parametrize("row", ["Two words,singular", "keeps,verb"])
def test_a_broken_row_is_named_with_its_line(row, tmp_path, monkeypatch):
    _forget()
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(tmp_path))
    (tmp_path / "tense_words.csv").write_text(f"word,kind\n{row}\n", encoding="utf-8")
    try:
        with pytest.raises(VocabularyError, match=r"tense_words.csv:2: "):
            tense_words()
    finally:
        _forget()


def _forget():
    for remembered in (table.rows, table._own_files, tense_words):
        remembered.cache_clear()
