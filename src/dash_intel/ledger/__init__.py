"""What people decide: an append-only chain of events, in SQLite or PostgreSQL."""

from dash_intel.ledger.chain import Verdict, head_of
from dash_intel.ledger.engine import is_there, open_engine
from dash_intel.ledger.folding import Folding
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
from dash_intel.ledger.status import RecommendationChange, set_recommendation, targets
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

__all__ = [
    "Act",
    "Ledger",
    "RecommendationChange",
    "Resolution",
    "ScenarioChange",
    "Verdict",
    "ViewDraft",
    "add_note",
    "event_lines",
    "exported",
    "head_of",
    "imported",
    "is_there",
    "local_person",
    "mark_reviewed",
    "may",
    "open_ledger",
    "remove_view",
    "rename_view",
    "reopen_scenario",
    "require",
    "resolve_scenario",
    "save_view",
    "set_override",
    "set_recommendation",
    "set_scenario",
    "share_view",
    "signed_in",
    "targets",
    "undo_override",
    "unmark_reviewed",
    "view_named",
    "views_of",
    "withdraw_note",
]


def open_ledger(address: str) -> Ledger:
    """Open the ledger of an address; it is made where there is none, and brought up to date.

    Raises ``LedgerError`` where it cannot be used.
    """
    return Ledger(open_engine(address), Folding())
