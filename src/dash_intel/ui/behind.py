"""The reports behind a number of the Coverage page, each open at what it says."""

import hashlib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import streamlit as st

from dash_intel.query import coverage as query
from dash_intel.query.chosen import last_day, newest_day
from dash_intel.query.filters import Filters
from dash_intel.ui import data, draw
from dash_intel.ui.state import link_to_report, page
from dash_intel.view.behind import BehindRow, behind_view
from dash_intel.view.literal import literal

CUT = "cut"
ORDER = "order"
ORDERS: Mapping[str, str] = MappingProxyType({"newest": "Newest first", "oldest": "Oldest first"})


def draw_behind(filters: Filters, about: query.Cut, *, is_ordered: bool = False) -> None:
    """Draw the reports behind a number, a page at a time; the order is a choice if it matters."""
    order = page.shown(ORDER, tuple(ORDERS)) if is_ordered else "newest"
    asked = hashlib.sha256(repr((filters, about, order)).encode()).hexdigest()[:12]
    pager = f"behind-pages-{asked}"
    found = data.chosen(
        query.behind, filters, about, page.turned(pager), is_oldest=order == "oldest"
    )
    view = behind_view(found, about, filters.unit, _as_of(filters, about))
    draw.part(view.title, view.scope, "behind")
    with st.container(horizontal=True, key="behind-bar"):
        if is_ordered:
            st.segmented_control(
                "Order of gaps",
                tuple(ORDERS),
                format_func=ORDERS.__getitem__,
                key=page.choice(ORDER, order),
                on_change=page.take_choice,
                args=(ORDER,),
                required=True,
                label_visibility="collapsed",
            )
        if page.named(CUT):
            st.button(
                "Close the list" if not is_ordered else "All regions",
                key="behind-close",
                type="tertiary",
                on_click=page.show,
                args=(CUT, None),
            )
    for at, row in enumerate(view.rows):
        _draw_row(at, row)
    if not view.rows:
        draw.aside("No report stands behind it.")
    if view.pages > 1:
        st.pagination(view.pages, key=pager)


def _draw_row(at: int, row: BehindRow) -> None:
    with st.container(key=f"rule-behind-{at}", gap="xxsmall"):
        draw.open_report(row.report_id, row.title)
        draw.notice(row.meta, row.chips)
        for said in row.said:
            with st.container(
                horizontal=True, vertical_alignment="center", gap="small", wrap=False
            ):
                note = f" :small[:gray[{literal(said.note)}]]" if said.note else ""
                st.markdown(f"> {literal(said.words)}{note}", width="stretch")
                _open(at, row.report_id, said.item_id)
        if row.more:
            draw.aside(f"and {row.more:,} more")


def _open(at: int, report_id: str, item_id: str) -> None:
    with st.container(key=f"link-open-behind-{at}-{item_id}", width="content"):
        st.page_link(draw.PAGES / "report.py", label="Open", **link_to_report(report_id, item_id))


def _as_of(filters: Filters, about: query.Cut) -> date | None:
    if about.state == "gap":
        return data.answer(newest_day)
    return data.chosen(last_day, filters) if about.state in {"earlier", "before"} else None
