"""Matrices of competing hypotheses, of a report or of a question of its own."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Act, Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, subject_of
from dash_intel.ledger.text import line
from dash_intel.model.ach import AchMatrix, Consistency
from dash_intel.model.ledger import Editing, Event, Subjects, Value

FEWEST_HYPOTHESES = 2
MOST_HYPOTHESES = 12
MOST_EVIDENCE = 60
LONGEST_QUESTION = 300
LONGEST_ENTRY = 1_000

QUESTION = "question-"
_UNMARKED = "-"


@dataclass(frozen=True, slots=True)
class MatrixDraft:
    """A matrix to save; ``marks`` has a row a piece of evidence and a column a hypothesis."""

    question: str
    hypotheses: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    marks: tuple[tuple[Consistency | None, ...], ...] = ()


def question_id(question: str) -> str:
    """Return the subject of a matrix on a question that is no report's."""
    said = " ".join(question.split()).casefold()
    return f"{QUESTION}{hashlib.sha256(said.encode(errors='replace')).hexdigest()[:20]}"


def save_matrix(ledger: Ledger, known: Subjects, editing: Editing, draft: MatrixDraft) -> Event:
    """Keep a matrix as a whole; ``LedgerError`` says what is wrong with it.

    ``editing`` is about a report, or about ``question_id`` of the question that a matrix was first
    saved with, which may be worded anew later.
    """
    fields = _fields(draft)

    def decide(standing: Standing) -> Mapping[str, Value]:
        is_question = editing.subject_id.startswith(QUESTION)
        if is_question and not standing.revision and question_id(draft.question) != act.subject_id:
            raise LedgerError(f"There is no matrix {act.subject_id}.")
        return standing.changes(fields)

    act = _act(ledger, known, editing, "matrix.save")
    return ledger.record(act, decide)


def remove_matrix(ledger: Ledger, known: Subjects, editing: Editing) -> Event:
    """Remove a matrix; the history still tells what it was."""
    act = _act(ledger, known, editing, "matrix.remove")

    def decide(standing: Standing) -> Mapping[str, Value]:
        if not standing.fields:
            raise LedgerError(f"There is no matrix on {act.subject_id}.")
        return dict.fromkeys(standing.fields)

    return ledger.record(act, decide)


def matrix(standing: Standing) -> AchMatrix | None:
    """Return the matrix, None where it was removed."""
    question = standing.text("question")
    if question is None:
        return None
    hypotheses, evidence = standing.texts("hypotheses"), standing.texts("evidence")
    rows = standing.texts("marks")
    marks = tuple(_row(standing, row, len(hypotheses)) for row in rows)
    if len(marks) != len(evidence):
        raise standing.misfit("marks")
    is_question = standing.subject_id.startswith(QUESTION)
    return AchMatrix(
        matrix_id=standing.subject_id,
        question=question,
        document_id=None if is_question else standing.subject_id,
        hypotheses=hypotheses,
        evidence=evidence,
        marks=marks,
        last=standing.last,
    )


def _act(ledger: Ledger, known: Subjects, editing: Editing, kind: str) -> Act:
    if not editing.subject_id.startswith(QUESTION):
        subject = subject_of(ledger, known, editing.subject_id, ("document",))
        return act_on(subject, editing, kind)
    return Act(
        person=editing.person,
        kind=kind,
        subject_id=editing.subject_id,
        expected=editing.expected,
        note=editing.note,
        reason=editing.reason,
    )


def _fields(draft: MatrixDraft) -> dict[str, Value]:
    question = line("question", draft.question, LONGEST_QUESTION)
    if not question:
        raise LedgerError("A matrix needs a question.")
    hypotheses = _entries("hypothesis", draft.hypotheses)
    evidence = _entries("piece of evidence", draft.evidence)
    if not FEWEST_HYPOTHESES <= len(hypotheses) <= MOST_HYPOTHESES:
        raise LedgerError(
            f"A matrix has {FEWEST_HYPOTHESES} to {MOST_HYPOTHESES} hypotheses, not "
            f"{len(hypotheses)}."
        )
    if len(evidence) > MOST_EVIDENCE:
        raise LedgerError(
            f"A matrix has at most {MOST_EVIDENCE} pieces of evidence, not {len(evidence)}."
        )
    is_filled = {len(row) for row in draft.marks} <= {len(hypotheses)}
    if len(draft.marks) != len(evidence) or not is_filled:
        raise LedgerError(
            "The marks do not fit: there is one for each piece of evidence and each hypothesis."
        )
    return {
        "question": question,
        "hypotheses": hypotheses,
        "evidence": evidence or None,
        "marks": tuple(" ".join(_mark(one) for one in row) for row in draft.marks) or None,
    }


def _entries(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    found = [line(name, text, LONGEST_ENTRY) for text in texts]
    kept = tuple(one for one in found if one)
    if len(kept) < len(found):
        raise LedgerError(f"A {name} is empty: write it out or take its line away.")
    repeated = next((one for one in kept if kept.count(one) > 1), None)
    if repeated:
        raise LedgerError(f"A {name} stands twice: “{repeated}”.")
    return kept


def _mark(mark: Consistency | None) -> str:
    if mark is None:
        return _UNMARKED
    if mark not in get_args(Consistency):
        raise LedgerError(
            f"There is no mark {mark}; there are: {', '.join(get_args(Consistency))}."
        )
    return mark


def _row(standing: Standing, row: str, width: int) -> tuple[Consistency | None, ...]:
    cells = row.split(" ")
    if len(cells) != width or not {_UNMARKED, *get_args(Consistency)}.issuperset(cells):
        raise standing.misfit("marks")
    return tuple(None if cell == _UNMARKED else cast("Consistency", cell) for cell in cells)
