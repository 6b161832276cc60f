"""The matrix that a session works on, from what was saved to what was typed since."""

from dataclasses import dataclass, replace

from dash_intel.ledger import MatrixDraft
from dash_intel.model.ach import AchMatrix
from dash_intel.ui.state import page
from dash_intel.view.ach_draft import Edits, edited, opened

_CHANGED = "edited_rows"


@dataclass(frozen=True, slots=True)
class Working:
    """A matrix at work.

    ``base`` is what it was begun with, seen at ``revision``, 0 where nothing was saved;
    ``drawn`` what the grid was drawn with, ``typed`` that with all that was typed since. A grid
    is drawn anew every ``turn``.
    """

    matrix_id: str
    base: MatrixDraft
    revision: int
    drawn: MatrixDraft
    typed: MatrixDraft
    turn: int = 0

    @property
    def grid(self) -> str:
        """The key of the grid."""
        return f"ach-grid-{self.matrix_id}-{self.revision}-{self.turn}"

    @property
    def is_changed(self) -> bool:
        """Whether anything is typed that is not saved."""
        return self.typed != self.base or not self.revision


def working(matrix_id: str, saved: AchMatrix | None, started: MatrixDraft | None) -> Working | None:
    """Return the matrix at work: as typed, else as ``saved``, else as ``started``; None for none.

    What is typed stays, also where somebody saved meanwhile.
    """
    kept = _kept(matrix_id)
    if kept and kept.typed != kept.base:
        return _redrawn(kept)
    if saved:
        draft = opened(saved)
        is_same = kept and kept.revision == saved.last.revision
        return kept if kept and is_same else begin(matrix_id, draft, saved.last.revision)
    if kept and not kept.revision:
        return kept
    return begin(matrix_id, started, 0) if started else None


def begin(matrix_id: str, draft: MatrixDraft, revision: int) -> Working:
    """Begin to work on a matrix."""
    fresh = Working(matrix_id, draft, revision, draft, draft)
    page.keep(_name(matrix_id), fresh)
    return fresh


def forget(matrix_id: str) -> None:
    """Let go of what was typed, to go on with what is saved."""
    page.keep(_name(matrix_id), None)


def change(matrix_id: str, draft: MatrixDraft) -> None:
    """Have ``draft`` be what is worked on, and draw it anew; for callbacks."""
    kept = _kept(matrix_id)
    if kept:
        fresh = replace(kept, drawn=draft, typed=draft, turn=kept.turn + 1)
        page.keep(_name(matrix_id), fresh)


def take_grid(matrix_id: str) -> None:
    """Take over what was typed into the grid; for callbacks."""
    kept = _kept(matrix_id)
    if kept:
        edits: Edits = (page.held(kept.grid) or {}).get(_CHANGED, {})
        page.keep(_name(matrix_id), replace(kept, typed=edited(kept.drawn, edits)))


def current(matrix_id: str) -> Working | None:
    """Return the matrix at work, None where none is; for callbacks."""
    return _kept(matrix_id)


def _redrawn(kept: Working) -> Working:
    """Return what is at work; where its grid is gone, drawn anew with what was typed into it."""
    if kept.drawn != kept.typed and page.held(kept.grid) is None:
        kept = replace(kept, drawn=kept.typed, turn=kept.turn + 1)
        page.keep(_name(kept.matrix_id), kept)
    return kept


def _kept(matrix_id: str) -> Working | None:
    found = page.kept(_name(matrix_id))
    return found if isinstance(found, Working) else None


def _name(matrix_id: str) -> str:
    return f"ach-{matrix_id}"
