"""Saved views: filters under a name, private or shared."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Act, Ledger
from dash_intel.ledger.people import require
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.text import line, lines
from dash_intel.model.ledger import Decisions, Event, Person, SavedView, Value

LONGEST_NAME = 80
FILTER = "filter:"
"""Stands before the names of filters among the fields of a view."""


@dataclass(frozen=True, slots=True)
class ViewDraft:
    """A view to save: every filter with its values, also those at their defaults.

    Values are ids, so that a renamed label finds them still.
    """

    name: str
    page: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_shared: bool = False


def save_view(ledger: Ledger, person: Person, draft: ViewDraft) -> Event:
    """Save a view, again where the person has one of this name."""
    name = _name(draft.name)
    wanted: dict[str, Value] = {
        "name": name,
        "page": line("page", draft.page),
        "owner": person.name,
        "is_shared": draft.is_shared or None,
    }
    for key, values in draft.values.items():
        wanted[f"{FILTER}{line('filter', key)}"] = lines("filter values", values)
    if draft.is_shared:
        require(person, "view.share")
    mine = [view for view in ledger.decisions().views if view.owner == person.name]
    taken = next((view for view in mine if view.name.casefold() == name.casefold()), None)
    view_id = taken.view_id if taken else _fresh_id(ledger, person, name)

    def decide(standing: Standing) -> Mapping[str, Value]:
        gone = {key: None for key in standing.fields if key.startswith(FILTER)}
        return standing.changes(gone | wanted)

    return ledger.record(Act(person, "view.save", view_id), decide)


def rename_view(ledger: Ledger, person: Person, view: SavedView, name: str) -> Event:
    """Give a view another name; the former one still opens it."""
    fresh = _name(name)
    mine = [one for one in ledger.decisions().views if one.owner == view.owner]
    if any(one.name.casefold() == fresh.casefold() and one != view for one in mine):
        raise LedgerError(f"There is a view “{fresh}” already.")
    _require_mine(person, view)

    def decide(standing: Standing) -> Mapping[str, Value]:
        former = dict.fromkeys((*standing.texts("former_names"), standing.text("name") or ""))
        kept = tuple(one for one in former if one and one != fresh)
        return standing.changes({"name": fresh, "former_names": kept})

    return ledger.record(_act(person, "view.save", view), decide)


def share_view(ledger: Ledger, person: Person, view: SavedView, *, is_shared: bool) -> Event:
    """Show a view to all, or to its owner only."""
    _require_mine(person, view)
    return ledger.record(
        _act(person, "view.share", view),
        lambda standing: standing.changes({"is_shared": is_shared or None}),
    )


def remove_view(ledger: Ledger, person: Person, view: SavedView) -> Event:
    """Remove a view; the history still tells what it was."""
    _require_mine(person, view)
    return ledger.record(
        _act(person, "view.remove", view), lambda standing: dict.fromkeys(standing.fields)
    )


def views_of(decisions: Decisions, person: Person) -> tuple[SavedView, ...]:
    """Return the views that a person sees: their own and the shared ones, by name."""
    seen = (view for view in decisions.views if view.is_shared or view.owner == person.name)
    return tuple(sorted(seen, key=lambda view: (view.name.casefold(), view.view_id)))


def view_named(views: Iterable[SavedView], person: Person, name: str) -> SavedView:
    """Return the view of this id, name or former name, one's own before another's."""
    wanted = name.strip().casefold()
    ranked = sorted(views, key=lambda view: view.owner != person.name)
    for names in (lambda view: (view.view_id, view.name), lambda view: view.former_names):
        for view in ranked:
            if wanted in {one.casefold() for one in names(view)}:
                return view
    raise LedgerError(f"There is no view “{' '.join(name.split())}” that you may see.")


def saved_view(standing: Standing) -> SavedView | None:
    """Return the view, None where it was removed."""
    name = standing.text("name")
    if name is None:
        return None
    filters = (key for key in standing.fields if key.startswith(FILTER))
    return SavedView(
        view_id=standing.subject_id,
        name=name,
        owner=standing.text("owner") or "",
        is_shared=standing.value("is_shared") is True,
        page=standing.text("page") or "",
        values=tuple((key.removeprefix(FILTER), standing.texts(key)) for key in filters),
        former_names=standing.texts("former_names"),
        last=standing.last,
    )


def _name(name: str) -> str:
    found = line("name", name, LONGEST_NAME)
    if not found:
        raise LedgerError("A view needs a name.")
    return found


def _fresh_id(ledger: Ledger, person: Person, name: str) -> str:
    """Return an id that two savers at once both find, so that they end up with one view."""
    number = 0
    while True:
        key = f"{person.name}\n{name.casefold()}\n{number}"
        view_id = f"view-{hashlib.sha256(key.encode()).hexdigest()[:20]}"
        standing = ledger.standing("view", view_id)
        if standing.text("name") in {None, name}:
            return view_id
        number += 1


def _act(person: Person, kind: str, view: SavedView) -> Act:
    return Act(person, kind, view.view_id, expected=view.last.revision)


def _require_mine(person: Person, view: SavedView) -> None:
    if view.owner != person.name:
        require(person, "view.change_other")
