"""A matrix of hypotheses while it is worked on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.ledger import MatrixDraft
from dash_intel.ledger.ach import MOST_EVIDENCE, MOST_HYPOTHESES
from dash_intel.model.items import Assumption, Hypothesis
from dash_intel.view.ach_draft import (
    CHOICES,
    MARKS,
    Side,
    added,
    asked,
    begun,
    begun_on,
    edited,
    moved,
    removed,
    reworded,
)
from dash_intel.vocab.decisions import label
from tests.pages.hostile import ATTACK, hostile
from tests.reports import full_report, report, span
from tests.view.matrices import EVIDENCE, HYPOTHESES, WORKED

SIDES: tuple[Side, ...] = ("hypotheses", "evidence")


def cells(draft: MatrixDraft) -> dict[tuple[str, str], object]:
    return {
        (piece, hypothesis): mark
        for piece, row in zip(draft.evidence, draft.marks, strict=True)
        for hypothesis, mark in zip(draft.hypotheses, row, strict=True)
    }


def test_report_begins_with_its_hypotheses_and_what_it_declares() -> None:
    draft = begun_on(full_report())
    assert draft.question == "Dockers' strike closes the port of Vesna"
    assert draft.hypotheses == ("Wages", "A rival", "nobody")
    assert draft.evidence == ("Assumption: the union", "Declared gap: No other names")
    assert draft.marks == ((None,) * 3,) * 2


def test_report_begins_with_no_bias_and_nothing_invented() -> None:
    kinds = ("bias", "red_flag", "other", "information_gap")
    contents = replace(
        full_report().contents,
        declared_gaps=(),
        assumptions=tuple(Assumption(kind, f"{kind} words", span("strike")) for kind in kinds),  # type: ignore[arg-type]
    )
    draft = begun_on(report(contents=contents))
    assert draft.evidence == ("Red flag: red_flag words", "Information gap: information_gap words")


def test_report_without_hypotheses_begins_empty() -> None:
    draft = begun_on(report())
    assert (draft.hypotheses, draft.evidence, draft.marks) == ((), (), ())


def test_hypotheses_of_the_same_words_are_one() -> None:
    twice = (Hypothesis("A", "Wages", None, span("Wages")),) * 2
    contents = replace(full_report().contents, hypotheses=twice)
    assert begun_on(report(contents=contents)).hypotheses == ("Wages",)


def test_hostile_report_begins_with_its_letters() -> None:
    draft = begun_on(hostile())
    assert draft.hypotheses == (" ".join(ATTACK.replace("**b**", "b").split()),)


def test_grid_edits_marks_and_words() -> None:
    draft = edited(WORKED, {0: {"H2": "neutral", "H3": None}, 2: {"Evidence": " A  holiday "}})
    assert draft.marks[0] == ("very_consistent", "neutral", None)
    assert draft.evidence[2] == "A holiday"
    assert draft.marks[1:] == WORKED.marks[1:]


@pytest.mark.parametrize(
    "edits",
    [
        {0: {"H2": "no such mark"}, 1: {"H2": 3}},
        {9: {"H1": "neutral"}, -1: {"H1": "neutral"}},
        {0: {"H9": "neutral", "nothing": "neutral"}},
        {0: {"Evidence": "   "}},
    ],
)
def test_edit_that_no_cell_takes_leaves_evidence_and_sizes(
    edits: dict[int, dict[str, object]],
) -> None:
    draft = edited(WORKED, edits)
    assert draft.evidence == WORKED.evidence
    assert [len(row) for row in draft.marks] == [3, 3, 3, 3]
    assert {mark for row in draft.marks for mark in row} <= {
        *(mark for row in WORKED.marks for mark in row),
        None,
    }


@pytest.mark.parametrize("side", SIDES)
def test_more_come_at_the_end_without_marks(side: Side) -> None:
    draft = added(
        WORKED, side, ["Something new", "", " Something  new ", EVIDENCE[0], HYPOTHESES[0]]
    )
    assert getattr(draft, side)[: len(getattr(WORKED, side))] == getattr(WORKED, side)
    assert "Something new" in getattr(draft, side)
    before = cells(WORKED)
    assert {cell: mark for cell, mark in cells(draft).items() if cell in before} == before
    assert {mark for cell, mark in cells(draft).items() if cell not in before} == {None}


@pytest.mark.parametrize(
    ("side", "most"), [("hypotheses", MOST_HYPOTHESES), ("evidence", MOST_EVIDENCE)]
)
def test_no_more_are_taken_than_a_matrix_holds(side: Side, most: int) -> None:
    draft = added(WORKED, side, (f"number {at}" for at in range(200)))
    assert len(getattr(draft, side)) == most
    assert {len(row) for row in draft.marks} == {len(draft.hypotheses)}


@pytest.mark.parametrize("side", SIDES)
def test_marks_stay_when_one_is_moved(side: Side) -> None:
    draft = moved(WORKED, side, 0, 1)
    assert getattr(draft, side)[1] == getattr(WORKED, side)[0]
    assert cells(draft) == cells(WORKED)


@pytest.mark.parametrize(("at", "by"), [(0, -1), (2, 9), (7, 1), (-1, 1)])
def test_nothing_moves_over_the_edge(at: int, by: int) -> None:
    assert moved(WORKED, "hypotheses", at, by) == WORKED


@pytest.mark.parametrize("side", SIDES)
def test_one_is_removed_with_its_marks_only(side: Side) -> None:
    draft = removed(WORKED, side, 1)
    gone = getattr(WORKED, side)[1]
    assert cells(draft) == {cell: mark for cell, mark in cells(WORKED).items() if gone not in cell}


@pytest.mark.parametrize("side", SIDES)
def test_marks_stay_when_one_is_worded_anew(side: Side) -> None:
    draft = reworded(WORKED, side, 0, " Other  words ")
    assert getattr(draft, side)[0] == "Other words"
    assert draft.marks == WORKED.marks


@pytest.mark.parametrize("words", ["", "  ", HYPOTHESES[1]])
def test_empty_or_repeated_words_are_not_taken(words: str) -> None:
    assert reworded(WORKED, "hypotheses", 0, words) == WORKED


def test_question_is_worded_anew_and_never_emptied() -> None:
    assert asked(WORKED, " Who did  it? ").question == "Who did it?"
    assert asked(WORKED, "  ") == WORKED


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(SIDES), st.integers(0, 4), st.sampled_from([-1, 1])), max_size=8
    )
)
def test_any_order_keeps_every_mark(steps: list[tuple[Side, int, int]]) -> None:
    draft = WORKED
    for side, at, by in steps:
        draft = moved(draft, side, at, by)
    assert cells(draft) == cells(WORKED)


def test_every_mark_is_offered_and_found_by_its_first_letters() -> None:
    assert set(CHOICES) == set(MARKS)
    words = [label("consistency", one).lower() for one in CHOICES]
    assert [next(found for found in words if one in found) for one in words] == words


def test_endless_entry_is_cut_to_what_the_ledger_takes() -> None:
    (entry,) = begun("Who?", ["word " * 900]).hypotheses
    assert len(entry) <= 1_000
