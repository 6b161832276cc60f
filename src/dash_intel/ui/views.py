"""Saved views: saving what is shown under a name, and opening, renaming and removing views."""

import logging
from collections.abc import Callable, Mapping

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger import ViewDraft
from dash_intel.ledger.views import LONGEST_NAME
from dash_intel.model.ledger import Person, SavedView
from dash_intel.ui import asking, data, identity, sidebar, state
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import filters, page
from dash_intel.view.literal import literal
from dash_intel.view.saved_views import ViewRow, view_rows

SAVE, OPEN = "save", "open"
_DONE = "view-done"
SAVE_NOTE = "All filters are kept, and what the page shows. A view of yours with this name is \
replaced."

log = logging.getLogger(__name__)


def draw_ways() -> None:
    """Draw the buttons that save what is shown, and that list what was saved."""
    st.button(
        "Save view",
        key="views-save",
        type="tertiary",
        icon=":material/bookmark_add:",
        on_click=state.ask,
        args=("views", SAVE),
    )
    st.button(
        "Saved views",
        key="views-open",
        type="tertiary",
        icon=":material/bookmarks:",
        on_click=state.ask,
        args=("views", OPEN),
    )


def draw_question(here: str) -> None:
    """Draw the dialog that is open, if one is; ``here`` is the title of the page.

    Before, say once what was just done to a view.
    """
    done = page.kept(_DONE)
    if done:
        page.keep(_DONE, None)
        st.toast(literal(str(done)), icon=":material/bookmark_added:")
    asked = state.asked("views")
    if asked == SAVE:
        asking.draw("Save this view", lambda: _try(lambda: _draw_save(here)))
    elif asked == OPEN:
        asking.draw("Saved views", lambda: _try(lambda: _draw_list(here)))


def _draw_save(here: str) -> None:
    person = identity.person()
    with st.form("view-save", border=False):
        name = st.text_input("Name", max_chars=LONGEST_NAME)
        is_shared = ledgers.may(person, "view.share") and st.toggle("Share it with everyone")
        drawing.aside(SAVE_NOTE)
        if not st.form_submit_button("Save", type="primary"):
            return
    values = {**page.local(), **filters.filters().values()}
    draft = ViewDraft(name, here, values, is_shared=bool(is_shared))
    if _attempt(lambda: ledgers.save_view(data.ledger(), person, draft)):
        page.keep(_DONE, f"“{name.strip()}” is saved. “Saved views” opens it again.")
        asking.end()


def _draw_list(here: str) -> None:
    person = identity.person()
    found = ledgers.views_of(data.decisions(), person)
    if not found:
        drawing.aside("There are none yet. “Save view” keeps what is shown under a name.")
    for row in view_rows(found, person, sidebar.FILTERED, here):
        with st.container(key=f"rule-{row.view.view_id}", gap="xxsmall"):
            _draw_view(row, person, here)


def _draw_view(row: ViewRow, person: Person, here: str) -> None:
    st.markdown(f"**{literal(row.name)}**")
    drawing.aside(row.meta)
    with st.container(horizontal=True, gap="small"):
        if st.button("Open", key=f"open-{row.view.view_id}"):
            _open(row, here)
        if row.is_own or ledgers.may(person, "view.change_other"):
            _draw_changes(row.view, person)


def _draw_changes(view: SavedView, person: Person) -> None:
    with st.popover("Rename", type="tertiary"), st.form(f"rename-{view.view_id}", border=False):
        name = st.text_input("New name", view.name, max_chars=LONGEST_NAME)
        is_renamed = st.form_submit_button("Rename")
    if is_renamed:
        _change(
            lambda: ledgers.rename_view(data.ledger(), person, view, name),
            f"“{view.name}” is now called “{name.strip()}”.",
        )
    if st.button("Remove", key=f"remove-{view.view_id}", type="tertiary"):
        _change(
            lambda: ledgers.remove_view(data.ledger(), person, view),
            f"“{view.name}” is removed.",
        )


def _change(change: Callable[[], object], done: str) -> None:
    if _attempt(change):
        page.keep(_DONE, done)
        st.rerun()


def _open(row: ViewRow, here: str) -> None:
    state.drop_question()
    filters.apply(row.filters)
    if row.page == here:
        page.restore(row.local)
        st.rerun()
    local: Mapping[str, list[str]] = {key: list(found) for key, found in row.local.items()}
    st.switch_page(
        drawing.PAGES / f"{row.page.lower()}.py", query_params={**row.filters.to_url(), **local}
    )


def _try(draw: Callable[[], None]) -> None:
    _attempt(draw)


def _attempt(deed: Callable[[], object]) -> bool:
    """Do something with the ledger; False where it failed, which is said in one sentence."""
    try:
        deed()
    except (LedgerError, SettingError) as error:
        log.warning("views: %s", error)
        drawing.failure(str(error))
        return False
    return True
