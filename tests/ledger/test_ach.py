"""Matrices of competing hypotheses."""

from dataclasses import replace

import pytest

from dash_intel.errors import ConflictError, LedgerError, RoleError
from dash_intel.ledger import (
    Ledger,
    MatrixDraft,
    question_id,
    remove_matrix,
    save_matrix,
)
from dash_intel.model.ledger import AchMatrix, Editing, Person
from tests.ledger.known import ADVICE, DOCUMENT, REPORT, Known

QUESTION = "Who damaged the cranes?"
DRAFT = MatrixDraft(
    question=QUESTION,
    hypotheses=("A rival", "A former employee"),
    evidence=("The login was his", "The script is old"),
    marks=(("inconsistent", "very_consistent"), (None, "not_applicable")),
)


def _matrix(ledger: Ledger) -> AchMatrix:
    (found,) = ledger.decisions().matrices
    return found


def test_matrix_of_a_report_is_kept_as_a_whole(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    event = save_matrix(ledger, known, Editing(analyst, REPORT, expected=0), DRAFT)
    assert (event.kind, event.subject_id, event.report_id) == ("matrix.save", DOCUMENT, REPORT)
    found = _matrix(ledger)
    assert (found.matrix_id, found.document_id, found.question) == (DOCUMENT, DOCUMENT, QUESTION)
    assert (found.hypotheses, found.evidence) == (DRAFT.hypotheses, DRAFT.evidence)
    assert found.marks == DRAFT.marks
    assert (found.last.who, found.last.revision) == ("Mira", 1)


def test_matrix_of_a_question_is_found_by_its_words_and_may_be_worded_anew(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    subject_id = question_id(f"  {QUESTION.upper()} ")
    assert subject_id == question_id(QUESTION)
    save_matrix(ledger, known, Editing(analyst, subject_id), DRAFT)
    assert _matrix(ledger).document_id is None
    reworded = replace(DRAFT, question="Who stopped the cranes?")
    save_matrix(ledger, known, Editing(analyst, subject_id, expected=1), reworded)
    assert (_matrix(ledger).matrix_id, _matrix(ledger).question) == (
        subject_id,
        "Who stopped the cranes?",
    )


def test_matrix_without_evidence_yet_is_kept(ledger: Ledger, known: Known, analyst: Person) -> None:
    draft = MatrixDraft(QUESTION, ("A rival", "A former employee"))
    save_matrix(ledger, known, Editing(analyst, DOCUMENT), draft)
    assert (_matrix(ledger).evidence, _matrix(ledger).marks) == ((), ())
    save_matrix(ledger, known, Editing(analyst, DOCUMENT), DRAFT)
    save_matrix(ledger, known, Editing(analyst, DOCUMENT), draft)
    assert (_matrix(ledger).evidence, _matrix(ledger).marks) == ((), ())


def test_removed_matrix_is_gone_until_it_is_saved_again(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    save_matrix(ledger, known, Editing(analyst, DOCUMENT), DRAFT)
    remove_matrix(ledger, known, Editing(analyst, DOCUMENT, expected=1))
    assert ledger.decisions().matrices == ()
    with pytest.raises(LedgerError, match="There is no matrix on document-"):
        remove_matrix(ledger, known, Editing(analyst, DOCUMENT))
    save_matrix(ledger, known, Editing(analyst, DOCUMENT), DRAFT)
    assert _matrix(ledger).last.revision == 3


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (replace(DRAFT, question=" "), "needs a question"),
        (replace(DRAFT, question="x" * 301), "301 characters; it can have 300"),
        (replace(DRAFT, hypotheses=("One",), marks=((None,), (None,))), "2 to 12 hypotheses"),
        (
            replace(DRAFT, hypotheses=tuple(map(str, range(13))), marks=((None,) * 13,) * 2),
            "2 to 12 hypotheses, not 13",
        ),
        (
            replace(DRAFT, evidence=tuple(map(str, range(61))), marks=((None, None),) * 61),
            "at most 60 pieces of evidence, not 61",
        ),
        (replace(DRAFT, hypotheses=("A rival", " A  rival ")), "stands twice: “A rival”"),
        (replace(DRAFT, evidence=("One", " ")), "A piece of evidence is empty"),
        (replace(DRAFT, evidence=("One", "x" * 1_001)), "1,001 characters"),
        (replace(DRAFT, marks=DRAFT.marks[:1]), "The marks do not fit"),
        (replace(DRAFT, marks=(("neutral",), ("neutral",))), "The marks do not fit"),
        (replace(DRAFT, marks=(("good", None), (None, None))), "There is no mark good"),  # type: ignore[arg-type]
    ],
)
def test_matrix_that_cannot_be_is_refused(
    ledger: Ledger, known: Known, analyst: Person, draft: MatrixDraft, message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        save_matrix(ledger, known, Editing(analyst, DOCUMENT), draft)
    assert ledger.head().number == 0


def test_matrix_is_about_a_report_or_the_question_that_it_asks(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    with pytest.raises(LedgerError, match="this takes a report"):
        save_matrix(ledger, known, Editing(analyst, ADVICE), DRAFT)
    with pytest.raises(LedgerError, match="There is no matrix question-0"):
        save_matrix(ledger, known, Editing(analyst, "question-0"), DRAFT)


def test_second_of_two_who_saw_the_same_is_told(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    save_matrix(ledger, known, Editing(analyst, DOCUMENT, expected=0), DRAFT)
    other = replace(DRAFT, question="Another?")
    with pytest.raises(ConflictError, match="Mira changed this meanwhile"):
        save_matrix(ledger, known, Editing(Person("Jon", "analyst"), DOCUMENT, 0), other)
    assert _matrix(ledger).question == QUESTION


def test_viewers_fill_no_matrix(ledger: Ledger, known: Known) -> None:
    with pytest.raises(RoleError):
        save_matrix(ledger, known, Editing(Person("Vi", "viewer"), DOCUMENT), DRAFT)
