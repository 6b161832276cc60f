"""Saved views as a list: what each shows, and who may change it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dash_intel.model.ledger import Person, SavedView
from dash_intel.query.filters import KEYS, Filters, of_values
from dash_intel.view.crumbs import crumbs
from dash_intel.view.words import listed

MOST_CRUMBS = 4


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A saved view: ``page`` is the title of its page, ``local`` what that page shows of itself."""

    view: SavedView
    name: str
    meta: str
    page: str
    filters: Filters
    local: Mapping[str, tuple[str, ...]]
    is_own: bool


def view_rows(
    views: Iterable[SavedView], person: Person, pages: Collection[str], here: str
) -> tuple[ViewRow, ...]:
    """Return the views as a person sees them; one of a page that is gone opens on ``here``."""
    return tuple(_row(view, person, view.page if view.page in pages else here) for view in views)


def _row(view: SavedView, person: Person, page: str) -> ViewRow:
    values = dict(view.values)
    filters = of_values(values)
    keys = set(KEYS.values())
    is_own = view.owner == person.name
    shared = "shared" if view.is_shared else "private"
    owner = shared if is_own else f"shared by {view.owner}"
    return ViewRow(
        view=view,
        name=view.name,
        meta=f"{page} · {_said(filters)} · {owner}",
        page=page,
        filters=filters,
        local={key: found for key, found in values.items() if key not in keys},
        is_own=is_own,
    )


def _said(filters: Filters) -> str:
    labels: Sequence[str] = [one.label for one in crumbs(filters, None)]
    if not labels:
        return "as usual"
    if len(labels) > MOST_CRUMBS:
        labels = [*labels[:MOST_CRUMBS], f"{len(labels) - MOST_CRUMBS} more"]
    return listed(tuple(labels))
