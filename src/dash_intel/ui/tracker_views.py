"""The views of the Recommendations page, and which recommendations they show."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

import streamlit as st

from dash_intel.query import tracker as query
from dash_intel.query.filters import Filters
from dash_intel.query.tracker import Quick, Ranked, Wanted
from dash_intel.ui import (
    advice_measures,
    data,
    draw,
    exchanging,
    identity,
    tracker_board,
    tracker_groups,
    tracker_item,
    tracker_loose,
    tracker_saving,
    tracker_table,
)
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.view.tracker_groups import GROUPS_METHOD
from dash_intel.view.tracker_loose import LOOSE_METHOD
from dash_intel.view.tracker_tally import (
    METHOD,
    QUICK,
    SOME,
    Tally,
    figures,
    headline,
    quick_label,
    some_label,
    tally,
)

VIEW, CHOICE, STATUS, ORDER = "view", "quick", "status", "order"
VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "table": "Table",
        "board": "Board",
        "groups": "Groups",
        "loose": "Loose ends",
        "measures": "Measures",
    }
)
LISTING = ("table", "board")
"""The views that the quick choices narrow."""
ORDERS: Mapping[str, str] = MappingProxyType(
    {"due": "Due first", "newest": "Newest report first", "changed": "Latest decision first"}
)
METHODS: Mapping[str, str] = MappingProxyType(
    {"table": METHOD, "board": METHOD, "groups": GROUPS_METHOD, "loose": LOOSE_METHOD}
)
_OTHERS: Mapping[str, Callable[[Filters], None]] = MappingProxyType(
    {
        "groups": tracker_groups.draw_groups,
        "loose": tracker_loose.draw_loose,
    }
)


def shown() -> str:
    """Return the view that the address names, the table where it names none."""
    return page.shown(VIEW, tuple(VIEWS))


def wanted() -> Wanted:
    """Return which recommendations the address asks for."""
    return Wanted(
        identity.person().name,
        cast("Quick", page.shown(CHOICE, tuple(QUICK))),
        SOME[page.shown(STATUS, tuple(SOME))],
        cast("Ranked", page.shown(ORDER, tuple(ORDERS))),
    )


def counted(filters: Filters, asked: Wanted) -> Tally:
    """Return how much advice there is beside each choice."""
    found = data.chosen(query.counts, filters, today(), asked.quick, asked.person)
    return tally(found, asked.statuses)


def title(filters: Filters, found: Tally) -> str:
    """Return what of the advice most needs a look."""
    return headline(found, data.chosen(query.overdue_regions, filters, today()))


def draw_figures(found: Tally) -> None:
    """Draw how much is open, due, overdue, stale and closed; measures have their own figures."""
    if shown() == "measures":
        return
    with st.grid(5, min_column_width=150):
        for at, one in enumerate(figures(found)):
            with st.container(key=f"k-{at}"):
                st.metric(
                    one.label, one.value, delta=one.beside, delta_color="off", delta_arrow="off"
                )


def draw_choices(found: Tally) -> None:
    """Draw the choice of a view, and of what it shows."""
    is_listing = shown() in LISTING
    with st.container(
        key="tracker-choices",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="small",
    ):
        st.segmented_control(
            "View",
            list(VIEWS),
            format_func=VIEWS.__getitem__,
            key=page.choice(VIEW, shown()),
            on_change=page.take_choice,
            args=(VIEW,),
            label_visibility="collapsed",
            required=True,
            width="content",
            wrap=True,
        )
        if is_listing:
            _draw_quick(found)
    if is_listing:
        _draw_statuses(found)


def draw_view(filters: Filters, asked: Wanted, found: Tally) -> None:
    """Draw the view that is shown, and how to read it."""
    view = shown()
    tracker_saving.draw_saving()
    if view == "measures":
        advice_measures.draw(filters)
        return
    if view != "table":
        tracker_item.draw_over(filters)
    if not found.total and view != "loose":
        draw.aside("No report that is looked at gives any advice.")
    elif view == "table":
        tracker_table.draw_table(filters, asked, tracker_item.ITEM)
        tracker_item.draw_item(filters)
        tracker_table.draw_changes(filters)
    elif view == "board":
        tracker_board.draw_board(filters, asked, found, tracker_item.ITEM)
    else:
        _OTHERS[view](filters)
    with (
        st.container(horizontal=True, horizontal_alignment="right"),
        st.popover("Method", type="tertiary"),
    ):
        st.markdown(METHODS[view])


def draw_exchange(filters: Filters, asked: Wanted, found: Tally) -> None:
    """Draw the ways to a spreadsheet and back for what is listed."""
    if shown() in LISTING:
        exchanging.draw(filters, asked, found.statuses[page.shown(STATUS, tuple(SOME))])


def _draw_quick(found: Tally) -> None:
    person = identity.person().name
    st.pills(
        "Show",
        list(QUICK),
        format_func=lambda one: f"{quick_label(one, person)} {found.quick[one]:,}",
        key=page.choice(CHOICE, page.shown(CHOICE, tuple(QUICK))),
        on_change=_take,
        args=(CHOICE,),
        label_visibility="collapsed",
        required=True,
        width="content",
        wrap=True,
    )


def _draw_statuses(found: Tally) -> None:
    status, order, _ = st.columns([1, 1, 1.6])
    status.selectbox(
        "Status",
        list(SOME),
        format_func=lambda one: f"{some_label(one)} ({found.statuses[one]:,})",
        key=page.choice(STATUS, page.shown(STATUS, tuple(SOME))),
        on_change=_take,
        args=(STATUS,),
        label_visibility="collapsed",
    )
    if shown() == "table":
        order.selectbox(
            "Order",
            list(ORDERS),
            format_func=ORDERS.__getitem__,
            key=page.choice(ORDER, page.shown(ORDER, tuple(ORDERS))),
            on_change=_take,
            args=(ORDER,),
            label_visibility="collapsed",
        )


def _take(name: str) -> None:
    page.show(tracker_table.PART, None)
    page.take_choice(name)
