"""What a matrix of hypotheses comes to, against an example worked by hand."""

from dataclasses import replace

import pytest

from dash_intel.ledger import MatrixDraft
from dash_intel.model.ach import Consistency
from dash_intel.view.ach import (
    chip,
    head,
    least,
    scores,
    short,
    spread,
    telling,
    verdict,
    verdict_scope,
)
from dash_intel.view.ach_draft import MARKS, Marks, begun, edited
from tests.view.matrices import EVIDENCE, HYPOTHESES, WORKED

UNMARKED = begun("Who?", HYPOTHESES, EVIDENCE)


def marks(*rows: Marks) -> MatrixDraft:
    return MatrixDraft(
        "Who?", ("A wins", "B wins"), tuple(f"fact {at}" for at in range(len(rows))), rows
    )


def test_score_adds_one_for_inconsistent_and_two_for_very_inconsistent() -> None:
    assert [one.inconsistency for one in scores(WORKED)] == [2, 1, 4]
    assert [one.is_least for one in scores(WORKED)] == [False, True, False]


def test_score_says_how_many_marks_it_has_of_each_kind() -> None:
    facts = [one.facts for one in scores(WORKED)]
    assert facts[0] == "1 very consistent · 1 consistent · 2 inconsistent"
    assert facts[2] == "1 consistent · 2 very inconsistent · 1 not applicable"


@pytest.mark.parametrize("mark", ["very_consistent", "consistent", "neutral", "not_applicable"])
def test_only_inconsistency_counts(mark: Consistency) -> None:
    assert [one.inconsistency for one in scores(marks((mark, "inconsistent")))] == [0, 1]


def test_least_contradicted_is_said_not_to_be_proven() -> None:
    assert verdict(WORKED) == "“Sabotage” is least contradicted, not proven"
    assert verdict_scope(WORKED) == "12 of 12 marks set."


def test_verdict_on_a_matrix_that_is_not_full_says_so() -> None:
    partial = edited(WORKED, {3: {"H1": None}})
    assert (
        verdict(partial)
        == "So far “Extortion” and “Sabotage” are least contradicted alike, not proven"
    )
    assert verdict_scope(partial) == (
        "11 of 12 marks set. What is not marked counts nothing, so scores may still change."
    )


def test_nothing_is_concluded_without_marks() -> None:
    assert verdict(UNMARKED) == "Nothing is marked yet"
    assert least(UNMARKED) == ()
    assert [one.inconsistency for one in scores(UNMARKED)] == [None, None, None]
    assert not any(one.is_least for one in scores(UNMARKED))


def test_hypothesis_that_nobody_weighed_is_not_least_contradicted() -> None:
    half = marks(("inconsistent", None), ("very_inconsistent", None))
    assert least(half) == ()
    assert verdict(half) == "Not every hypothesis is weighed yet"


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("consistent", "Nothing contradicts any hypothesis: the evidence does not tell them apart"),
        ("inconsistent", "All are contradicted alike: the evidence does not tell them apart"),
    ],
)
def test_scores_that_are_all_alike_name_no_hypothesis(mark: Consistency, said: str) -> None:
    even = marks((mark, mark))
    assert verdict(even) == said
    assert not any(one.is_least for one in scores(even))


def test_matrix_without_evidence_says_so() -> None:
    assert verdict_scope(begun("Who?", HYPOTHESES)) == "There is no evidence yet."
    assert verdict(begun("Who?", HYPOTHESES)) == "Nothing is marked yet"


@pytest.mark.parametrize(
    ("row", "steps"),
    [
        (("very_consistent", "very_inconsistent"), 4),
        (("consistent", "inconsistent"), 2),
        (("neutral", "neutral"), 0),
        (("neutral", "not_applicable"), None),
        (("neutral", None), None),
        (("consistent", None, "inconsistent"), 2),
    ],
)
def test_evidence_tells_as_much_as_its_marks_differ(row: Marks, steps: int | None) -> None:
    assert spread(row) == steps


def test_most_telling_evidence_is_first() -> None:
    found = telling(WORKED)
    assert [(one.number, one.spread) for one in found] == [(1, 4), (2, 4), (4, 1), (3, 0)]
    assert [one.words for one in found[1:]] == [
        "Very telling: marks 4 steps apart",
        "Hardly telling: marks 1 step apart",
        "Tells nothing apart: the same mark for every hypothesis",
    ]


def test_evidence_that_the_result_rests_on_says_so() -> None:
    turns = {one.number: one.turns for one in telling(WORKED)}
    assert turns == {
        1: "",
        2: "Without it “Extortion” and “Sabotage” would be least contradicted.",
        3: "",
        4: "Without it “Extortion” and “Sabotage” would be least contradicted.",
    }


def test_only_evidence_leaves_nothing_without_it() -> None:
    (only,) = telling(marks(("inconsistent", "consistent")))
    assert only.turns == ""


def test_mark_is_said_in_letters_and_words() -> None:
    assert [chip("H1", mark).text for mark in (*MARKS, None)] == [
        "H1 CC very consistent",
        "H1 C consistent",
        "H1 N neutral",
        "H1 I inconsistent",
        "H1 II very inconsistent",
        "H1 NA not applicable",
        "H1 not marked",
    ]


def test_hypothesis_is_named_by_its_first_words() -> None:
    assert short(HYPOTHESES[0]) == "Extortion"
    assert short("") == ""
    assert short(". . .") != ""


def test_many_that_are_alike_are_counted() -> None:
    four = MatrixDraft(
        "Who?",
        ("A", "B", "C", "D"),
        ("fact",),
        (("neutral", "neutral", "neutral", "inconsistent"),),
    )
    assert verdict(four) == "3 of 4 hypotheses are least contradicted alike, not proven"


def test_two_that_are_alike_are_both_named() -> None:
    alike = replace(WORKED, marks=WORKED.marks[:2], evidence=EVIDENCE[:2])
    said = "“Extortion” and “Sabotage” are least contradicted alike, not proven"
    assert verdict(alike) == said


def test_head_of_a_column_is_cut_at_a_word() -> None:
    assert head(0, "It rained") == "H1 · It rained"
    assert head(1, "The contractor's laptop carried it in") == "H2 · The …"
