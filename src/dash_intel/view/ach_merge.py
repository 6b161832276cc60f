"""Two people at one matrix: what both of them changed, and a matrix that keeps both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dash_intel.ledger import MatrixDraft
from dash_intel.model.ach import Consistency
from dash_intel.view.ach import UNMARKED, short
from dash_intel.view.literal import opening
from dash_intel.vocab.decisions import label

Cell = tuple[str, str]
"""A piece of evidence and a hypothesis."""

LONGEST = 90


@dataclass(frozen=True, slots=True)
class Clash:
    """A mark that both set, and not alike."""

    evidence: str
    hypothesis: str
    theirs: str
    mine: str

    @property
    def words(self) -> str:
        """The clash in a sentence."""
        return (
            f"“{opening(self.evidence, 9, LONGEST)}” against “{short(self.hypothesis)}”:"
            f" theirs {self.theirs}, yours {self.mine}."
        )


def merged(base: MatrixDraft, theirs: MatrixDraft, mine: MatrixDraft) -> MatrixDraft:
    """Return a matrix with the changes of both since ``base``; of what both changed, mine."""
    before, after, own = _marks(base), _marks(theirs), _marks(mine)
    changed = (_changed(before, after), _changed(before, own))
    hypotheses = _joined(base.hypotheses, theirs.hypotheses, mine.hypotheses, changed)
    evidence = _joined(base.evidence, theirs.evidence, mine.evidence, changed)

    def mark(cell: Cell) -> Consistency | None:
        if cell not in own:
            return after.get(cell)
        return after.get(cell) if own[cell] == before.get(cell) and cell in after else own[cell]

    return MatrixDraft(
        theirs.question if mine.question == base.question else mine.question,
        hypotheses,
        evidence,
        tuple(tuple(mark((piece, one)) for one in hypotheses) for piece in evidence),
    )


def clashes(base: MatrixDraft, theirs: MatrixDraft, mine: MatrixDraft) -> tuple[Clash, ...]:
    """Return the marks that both changed since ``base``, and not to the same."""
    before, after, own = _marks(base), _marks(theirs), _marks(mine)
    return tuple(
        Clash(*cell, _said(after[cell]), _said(mark))
        for cell, mark in own.items()
        if cell in after
        and mark != after[cell]
        and mark != before.get(cell)
        and after[cell] != before.get(cell)
    )


def _joined(
    base: Iterable[str],
    theirs: Iterable[str],
    mine: Iterable[str],
    changed: tuple[frozenset[str], frozenset[str]],
) -> tuple[str, ...]:
    """Return mine, without what they removed, and what they added at the end.

    ``changed`` are the names whose marks they, and I, changed: what one marked anew stays, though
    the other removed or reworded it.
    """
    before, after = set(base), list(theirs)
    by_them, by_me = changed
    own = [one for one in mine if one in after or one not in before or one in by_me]
    left = [one for one in after if one not in before or one in by_them]
    return (*own, *(one for one in left if one not in own))


def _changed(
    before: Mapping[Cell, Consistency | None], now: Mapping[Cell, Consistency | None]
) -> frozenset[str]:
    """Return the evidence and hypotheses of the marks that were set otherwise."""
    cells = [cell for cell, mark in now.items() if cell in before and mark != before[cell]]
    return frozenset(name for cell in cells for name in cell)


def _marks(draft: MatrixDraft) -> Mapping[Cell, Consistency | None]:
    return {
        (piece, hypothesis): mark
        for piece, row in zip(draft.evidence, draft.marks, strict=True)
        for hypothesis, mark in zip(draft.hypotheses, row, strict=True)
    }


def _said(mark: Consistency | None) -> str:
    return label("consistency", mark).lower() if mark else UNMARKED
