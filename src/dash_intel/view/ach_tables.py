"""Matrices of hypotheses as tables: one to take away, and the list of those that are kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from dash_intel.ledger import MatrixDraft
from dash_intel.model.ach import AchMatrix
from dash_intel.view.ach import scores, telling, verdict, verdict_scope
from dash_intel.view.ach_draft import EVIDENCE, opened
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.table import TableView
from dash_intel.view.words import count, moment
from dash_intel.vocab.decisions import label

SOURCE = (
    "Inconsistency: 1 for each inconsistent, 2 for each very inconsistent mark (Heuer, Psychology"
    " of Intelligence Analysis, chapter 8). Least contradicted is not proven."
)

INVENTED = Chip("Invented")
"""Of what came with the sample, for trying out."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A matrix in the list: its question, what it comes to, and who saved it last."""

    matrix_id: str
    question: str
    finding: str
    meta: str
    chips: tuple[Chip, ...] = ()


def matrix_rows(found: Iterable[AchMatrix]) -> tuple[MatrixRow, ...]:
    """Return the matrices that are kept, the one that was changed last first."""
    newest = sorted(found, key=lambda one: one.last.at, reverse=True)
    return tuple(_row(one) for one in newest)


def matrix_table(draft: MatrixDraft) -> TableView:
    """Return a matrix to take away: evidence by hypotheses in words, the scores below."""
    found = scores(draft)
    strength = {one.number: one.words for one in telling(draft)}
    rows = tuple(
        (
            number,
            piece,
            *(label("consistency", mark) if mark else None for mark in row),
            strength[number],
        )
        for number, (piece, row) in enumerate(zip(draft.evidence, draft.marks, strict=True), 1)
    )
    width = len(draft.hypotheses)
    last = (None, "Inconsistency score", *(one.inconsistency for one in found), None)
    return TableView(
        "Evidence by hypotheses",
        ("Number", EVIDENCE, *(f"{one.column}: {one.hypothesis}" for one in found), "Tells apart"),
        (*rows, last),
        (70, 386, *(160,) * width, 260),
    )


def matrix_heading(draft: MatrixDraft, saved: AchMatrix | None) -> tuple[str, ...]:
    """Return the lines above a matrix that is taken away."""
    return (
        draft.question,
        f"{verdict(draft)}. {verdict_scope(draft)}",
        saved_note(saved),
        SOURCE,
    )


def saved_note(saved: AchMatrix | None) -> str:
    """Return who saved a matrix last, and when."""
    if saved is None:
        return "Not saved yet."
    last = saved.last
    return f"Saved by {last.who}, {moment(last.at)}."


def _row(one: AchMatrix) -> MatrixRow:
    draft = opened(one)
    about = "of a report" if one.document_id else "of a question"
    size = f"{count(len(one.hypotheses), 'hypothesis', 'hypotheses')}, {len(one.evidence):,} pieces"
    return MatrixRow(
        one.matrix_id,
        opening(one.question, 9, TITLE),
        f"{verdict(draft)}.",
        f"Matrix {about} · {size} of evidence · {saved_note(one)}",
        (INVENTED,) if one.last.is_invented else (),
    )
