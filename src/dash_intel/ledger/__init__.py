"""What people decide: an append-only chain of events, in SQLite or PostgreSQL."""

from datetime import UTC, datetime

from dash_intel.ledger.ach import MatrixDraft, question_id, remove_matrix, save_matrix
from dash_intel.ledger.chain import Verdict, head_of
from dash_intel.ledger.engine import is_there, open_engine
from dash_intel.ledger.folding import Folding
from dash_intel.ledger.invented import (
    has_invented,
    invented_count,
    put_invented,
    rehearsed,
    remove_invented,
    was_put,
)
from dash_intel.ledger.log import Act, Ledger
from dash_intel.ledger.notes import add_note, withdraw_note
from dash_intel.ledger.overrides import set_override, undo_override
from dash_intel.ledger.people import local_person, may, require, signed_in
from dash_intel.ledger.reviews import mark_reviewed, unmark_reviewed
from dash_intel.ledger.scenarios import (
    Resolution,
    ScenarioChange,
    reopen_scenario,
    resolve_scenario,
    set_scenario,
)
from dash_intel.ledger.signposts import SignpostChange, set_signpost
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.status import (
    RecommendationChange,
    changed_recommendation,
    recommendation_state,
    set_recommendation,
    targets,
)
from dash_intel.ledger.transfer import event_lines, exported, imported
from dash_intel.ledger.views import (
    ViewDraft,
    remove_view,
    rename_view,
    save_view,
    share_view,
    view_named,
    views_of,
)
from dash_intel.ledger.visits import visit

__all__ = [
    "Act",
    "Ledger",
    "MatrixDraft",
    "RecommendationChange",
    "Resolution",
    "ScenarioChange",
    "SignpostChange",
    "Standing",
    "Verdict",
    "ViewDraft",
    "add_note",
    "changed_recommendation",
    "event_lines",
    "exported",
    "has_invented",
    "head_of",
    "imported",
    "invented_count",
    "is_there",
    "local_person",
    "mark_reviewed",
    "may",
    "open_ledger",
    "put_invented",
    "question_id",
    "recommendation_state",
    "rehearsed",
    "remove_invented",
    "remove_matrix",
    "remove_view",
    "rename_view",
    "reopen_scenario",
    "require",
    "resolve_scenario",
    "save_matrix",
    "save_view",
    "set_override",
    "set_recommendation",
    "set_scenario",
    "set_signpost",
    "share_view",
    "signed_in",
    "targets",
    "undo_override",
    "unmark_reviewed",
    "view_named",
    "views_of",
    "visit",
    "was_put",
    "withdraw_note",
]


def open_ledger(address: str) -> Ledger:
    """Open the ledger of an address; it is made where there is none, and brought up to date.

    Raises ``LedgerError`` where it cannot be used.
    """
    return Ledger(open_engine(address), Folding(), lambda: datetime.now(UTC))
