"""A matrix of hypotheses while it is worked on: what it starts with, and every change to it.

Nothing is lost by a change: marks stay with the hypothesis and the evidence that they are about,
however these are ordered or worded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

from dash_intel.ledger import MatrixDraft
from dash_intel.ledger.ach import LONGEST_ENTRY, LONGEST_QUESTION, MOST_EVIDENCE, MOST_HYPOTHESES
from dash_intel.model.ach import AchMatrix, Consistency
from dash_intel.model.report import Report
from dash_intel.view.flowing import flowing
from dash_intel.view.literal import opening

Side = Literal["hypotheses", "evidence"]
Marks = tuple[Consistency | None, ...]
Edits = Mapping[int, Mapping[str, object]]
"""Row → column → what was typed there, as the grid tells it."""

T = TypeVar("T")

EVIDENCE = "Evidence"
MOST: Mapping[Side, int] = MappingProxyType(
    {"hypotheses": MOST_HYPOTHESES, "evidence": MOST_EVIDENCE}
)
MARKS: tuple[Consistency, ...] = get_args(Consistency)
CHOICES: tuple[Consistency, ...] = (
    "consistent",
    "very_consistent",
    "neutral",
    "inconsistent",
    "very_inconsistent",
    "not_applicable",
)
"""The marks as they are offered: who types “consistent” finds it before “very consistent”."""

STARTED_WITH: Mapping[str, str] = MappingProxyType(
    {
        "red_flag": "Red flag",
        "inconsistency": "Inconsistent data",
        "assumption": "Assumption",
        "information_gap": "Information gap",
        "blind_spot": "Blind spot",
    }
)
"""Kinds of what a report declares that a matrix starts with, in this order."""
_GAP = "Declared gap"
_SENTENCES = 99


def column(at: int) -> str:
    """Return the short name of a hypothesis by its place, such as ``H1``."""
    return f"H{at + 1}"


def opened(matrix: AchMatrix) -> MatrixDraft:
    """Return a saved matrix as a draft of itself."""
    return MatrixDraft(matrix.question, matrix.hypotheses, matrix.evidence, matrix.marks)


def begun(
    question: str, hypotheses: Iterable[str] = (), evidence: Iterable[str] = ()
) -> MatrixDraft:
    """Return a matrix without marks; what is empty or stands there already is left out."""
    draft = MatrixDraft(" ".join(question.split())[:LONGEST_QUESTION], ())
    return added(added(draft, "hypotheses", hypotheses), "evidence", evidence)


def begun_on(report: Report) -> MatrixDraft:
    """Return a matrix of a report's hypotheses and of what it declares; nothing is marked."""
    contents = report.contents
    declared = [
        f"{words}: {flowing(one.text)}"
        for kind, words in STARTED_WITH.items()
        for one in contents.assumptions
        if one.kind == kind
    ]
    gaps = (f"{_GAP}: {flowing(one.text)}" for one in contents.declared_gaps)
    return begun(
        report.display_title,
        (flowing(one.text) or flowing(one.label) for one in contents.hypotheses),
        (*declared, *gaps),
    )


def edited(draft: MatrixDraft, edits: Edits) -> MatrixDraft:
    """Return a draft with what was typed into its grid; an emptied mark is no mark."""
    evidence, marks = list(draft.evidence), [list(row) for row in draft.marks]
    names = {column(at): at for at in range(len(draft.hypotheses))}
    for at, changes in edits.items():
        if not 0 <= at < len(evidence):
            continue
        for name, value in changes.items():
            if name == EVIDENCE:
                evidence[at] = _entry(str(value or "")) or evidence[at]
            elif name in names:
                marks[at][names[name]] = _mark(value)
    return replace(draft, evidence=tuple(evidence), marks=tuple(map(tuple, marks)))


def added(draft: MatrixDraft, side: Side, entries: Iterable[str]) -> MatrixDraft:
    """Return a draft with more hypotheses or evidence at its end, without marks."""
    now: tuple[str, ...] = getattr(draft, side)
    fresh = dict.fromkeys(entry for entry in map(_entry, entries) if entry and entry not in now)
    kept = (*now, *fresh)[: MOST[side]]
    if side == "evidence":
        empty: Marks = (None,) * len(draft.hypotheses)
        more = (empty,) * (len(kept) - len(now))
        return replace(draft, evidence=kept, marks=(*draft.marks, *more))
    blank: Marks = (None,) * (len(kept) - len(now))
    return replace(draft, hypotheses=kept, marks=tuple((*row, *blank) for row in draft.marks))


def reworded(draft: MatrixDraft, side: Side, at: int, words: str) -> MatrixDraft:
    """Return a draft with other words for one hypothesis or piece of evidence; marks stay."""
    now: list[str] = list(getattr(draft, side))
    fresh = _entry(words)
    if not fresh or fresh in now or not 0 <= at < len(now):
        return draft
    now[at] = fresh
    return replace(draft, **{side: tuple(now)})  # type: ignore[arg-type]


def removed(draft: MatrixDraft, side: Side, at: int) -> MatrixDraft:
    """Return a draft without one hypothesis or piece of evidence, and without its marks."""
    count = len(getattr(draft, side))
    return _arranged(draft, side, [one for one in range(count) if one != at])


def moved(draft: MatrixDraft, side: Side, at: int, by: int) -> MatrixDraft:
    """Return a draft with one hypothesis or piece of evidence ``by`` places further."""
    order = list(range(len(getattr(draft, side))))
    to = at + by
    if at not in order or to not in order:
        return draft
    order.insert(to, order.pop(at))
    return _arranged(draft, side, order)


def asked(draft: MatrixDraft, question: str) -> MatrixDraft:
    """Return a draft with its question worded anew."""
    said = " ".join(question.split())[:LONGEST_QUESTION]
    return replace(draft, question=said) if said else draft


def _arranged(draft: MatrixDraft, side: Side, order: Sequence[int]) -> MatrixDraft:
    if side == "evidence":
        return replace(
            draft, evidence=_picked(draft.evidence, order), marks=_picked(draft.marks, order)
        )
    return replace(
        draft,
        hypotheses=_picked(draft.hypotheses, order),
        marks=tuple(_picked(row, order) for row in draft.marks),
    )


def _picked(of: Sequence[T], order: Sequence[int]) -> tuple[T, ...]:
    return tuple(of[at] for at in order)


def _entry(words: str) -> str:
    return opening(" ".join(words.split()), _SENTENCES, LONGEST_ENTRY - 2)


def _mark(value: object) -> Consistency | None:
    return next((mark for mark in MARKS if mark == value), None)
