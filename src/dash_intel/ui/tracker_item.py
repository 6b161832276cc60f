"""One recommendation: its sentence, where it stands, what it is linked to, and its history."""

from typing import get_args

import streamlit as st

from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger import RecommendationChange
from dash_intel.model.ledger import Event
from dash_intel.query import tracker as query
from dash_intel.query.filters import Filters
from dash_intel.ui import data, deciding, draw, quotes, tracker_saving
from dash_intel.ui.day import today
from dash_intel.ui.state import Asking, asked, conflict, page, take_refusal
from dash_intel.ui.state import tracker as state
from dash_intel.view.literal import literal
from dash_intel.view.quotes import Quote
from dash_intel.view.tracker import Row, due_chips, first_seen, rows, status_chip
from dash_intel.view.tracker_edits import Edit
from dash_intel.view.tracker_item import Entry, Linkable, entries, facts, item_quote, linkables

ASKED: tuple[Asking, ...] = get_args(Asking)
"""Questions that stand over the page as well: there is one of these at a time."""
ITEM = "advice"
"""What the address calls the recommendation that is open."""


def draw_item(filters: Filters) -> None:
    """Draw the recommendation that the address names, nothing where it names none."""
    named = page.named(ITEM)
    if named is not None:
        with st.container(key="rule-tracker-item"):
            _draw(filters, named)
            st.button("Close", key="item-close", type="tertiary", on_click=_close)


def draw_over(filters: Filters) -> None:
    """Draw the recommendation that the address names over the page: lists of it are long."""
    named = page.named(ITEM)
    if named is None:
        return

    @st.dialog("Recommendation", width="large", on_dismiss=_close)
    def over() -> None:
        theme = "dark" if st.context.theme.type == "dark" else "light"
        with st.container(key=f"dialog-{theme}"):
            tracker_saving.draw_saving_of(named)
            _draw(filters, named, is_over=True)

    if not any(map(asked, ASKED)):
        over()


def _close() -> None:
    page.show(ITEM, None)


def _draw(filters: Filters, named: str, *, is_over: bool = False) -> None:
    found = rows(data.chosen(query.item, filters, today(), named))
    if not found:
        draw.failure("No report holds the recommendation that the link leads to.")
        return
    row = found[0]
    events = _history(row)
    left, right = st.columns([1.3, 1], gap="medium")
    with left:
        if is_over:
            draw.aside(first_seen(row))
        else:
            draw.title(row.short, first_seen(row))
        _draw_facts(row)
        _draw_links(row)
    with right:
        if is_over:
            draw.aside("History: every change, newest first.")
        else:
            draw.title("History", "Every change, newest first.")
        for at, one in enumerate(entries(row, events)):
            _draw_entry(one, at)
    if tracker_saving.may_write():
        _draw_change(row, events)


def _draw_change(row: Row, events: tuple[Event, ...]) -> None:
    refusal = take_refusal()
    is_late = conflict(f"recommendation-{row.recommendation_id}") is not None
    with st.expander("Change it", expanded=bool(refusal) or is_late):
        if refusal:
            draw.failure(refusal)
        deciding.draw_status(row.recommendation_id, events)


def _history(row: Row) -> tuple[Event, ...]:
    try:
        return data.ledger().history([row.recommendation_id]) if data.decisions().has_any else ()
    except (LedgerError, SettingError) as error:
        draw.failure(str(error))
        return ()


def _draw_facts(row: Row) -> None:
    shown: Quote = item_quote(row)
    quotes.draw_quote(shown, "tracker-item")
    draw.notice(None, (status_chip(row.status), *due_chips(row)))
    with st.container(gap=None):
        for label, words in facts(row):
            st.markdown(f":small[:gray[{label}] {literal(words)}]")


def _draw_links(row: Row) -> None:
    found = linkables(data.answer(query.linkable, row.links, row.report_id))
    linked = [one for one in found if one.item_id in row.links]
    if linked:
        st.markdown("**Linked to**")
    for at, one in enumerate(linked):
        with st.container(key=f"row-link-{at}", gap="xxsmall"):
            quotes.draw_quote(one.quote, f"tracker-link-{at}", one.kind)
    if found and tracker_saving.may_write():
        _draw_linking(row, found)


def _draw_linking(row: Row, found: tuple[Linkable, ...]) -> None:
    labels = {one.item_id: one.label for one in found}
    name = f"links-{row.recommendation_id}-{row.revision}-{state.turn()}"

    def link() -> None:
        chosen = state.typed(name)
        links = tuple(str(one) for one in chosen) if isinstance(chosen, list) else ()
        change = RecommendationChange(links=links)
        tracker_saving.draft(row, Edit(row.recommendation_id, row.revision, change))

    st.multiselect(
        "Risks and scenarios that it answers",
        list(labels),
        format_func=labels.__getitem__,
        key=state.seeded(name, [one for one in row.links if one in labels]),
        on_change=link,
        placeholder="Choose among those of its report",
    )


def _draw_entry(entry: Entry, at: int) -> None:
    with st.container(key=f"row-history-{at}", gap=None):
        draw.aside(entry.head)
        draw.notice(entry.words, entry.chips)
