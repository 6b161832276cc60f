"""The Search page: a field, what was found, and what there is to narrow it down by."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dash_intel.export.table_csv import table_csv
from dash_intel.query import chosen as chosen_query
from dash_intel.query import facets as facet_query
from dash_intel.query import results as query
from dash_intel.query.filters import LONGEST_VALUE, Filters, from_url
from dash_intel.query.search_words import question
from dash_intel.ui import data, draw
from dash_intel.ui.looked_at import looked_at
from dash_intel.ui.state import filters as state
from dash_intel.ui.state import link_to_report, page
from dash_intel.view.cells import number
from dash_intel.view.facets import Facet, facet_list
from dash_intel.view.literal import literal
from dash_intel.view.results import (
    ORDER_LABELS,
    ResultPage,
    ResultRow,
    headline,
    result_page,
    result_table,
)

_FIELD = "search"
_ORDER = "order"
_PAGE = "page"

HELP = """\
All words must stand in the title or the text; case and accents do not matter.

- words side by side: `"rail ballot"`
- words that begin so: `sanction*`
- without a word: `port -vesna`
- in the title: `title:strike`
- by publisher, tag or kind: `publisher:gazette`, `tag:"labour disputes"`, `template:brief`
- `tag:` looks at tags as they were read, the Tag filter at corrected ones
- by day: `after:2025-03`, `before:2025-06`
"""


def draw_field(filters: Filters) -> None:
    """Draw the search field, and how to ask; Enter applies."""
    with st.container(horizontal=True, vertical_alignment="center", key="search-field"):
        st.text_input(
            "Search reports",
            key=state.shown(_FIELD, filters.text),
            max_chars=LONGEST_VALUE,
            placeholder="Words, “phrases”, prefix*, -not, title:word",
            type="search",
            icon=":material/search:",
            label_visibility="collapsed",
            on_change=_ask,
        )
        with st.popover("How to search", type="tertiary"):
            st.markdown(HELP)


def draw_results(filters: Filters) -> None:
    """Draw one page of what was found, and the facets beside it."""
    page.settle(_PAGE, filters)
    data.ahead(
        *(partial(data.chosen, facet_query.facet, filters, name) for name in facet_query.FACETS)
    )
    found, facets = st.columns([2.6, 1], gap="medium")
    with found:
        _draw_page(filters, _page(filters))
    with facets:
        _draw_facets(filters)


def _page(filters: Filters) -> ResultPage:
    order = page.shown(_ORDER, query.ORDERS)
    used: query.Order = "date" if order == "date" else "relevance"
    at = page.number(_PAGE)
    found = data.chosen(query.results, filters, used, at)
    last = max(1, -(-found.total // query.PAGE))
    if at > last:
        at = last
        found = data.chosen(query.results, filters, used, at)
    return result_page(found, filters.text, at)


def _draw_page(filters: Filters, view: ResultPage) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="results-bar"):
        st.markdown(f":small[:gray[{literal(view.measure)}]]", width="stretch")
        if question(filters.text).wanted.is_ranked:
            st.segmented_control(
                "Order of results",
                query.ORDERS,
                format_func=ORDER_LABELS.__getitem__,
                key=page.choice(_ORDER, view.order),
                on_change=page.take_choice,
                args=(_ORDER,),
                required=True,
                label_visibility="collapsed",
            )
        _draw_file(filters, view)
    for at, row in enumerate(view.rows):
        _draw_row(at, row)
    if view.pages > 1:
        pager = f"results-pages-{hash((filters, view.order, view.page))}"
        st.pagination(
            view.pages,
            default=view.page,
            key=pager,
            on_change=page.take_turn,
            args=(pager, _PAGE),
        )


def _draw_row(at: int, row: ResultRow) -> None:
    with st.container(key=f"rule-result-{at}", gap="xxsmall"):
        with st.container(key=f"link-{row.report_id}"):
            st.page_link(
                draw.PAGES / "report.py",
                label=row.title,
                **link_to_report(row.report_id),
            )
        draw.notice(row.meta, row.chips)
        with st.container(key=f"said-{at}"):
            st.markdown(row.words)


def _draw_file(filters: Filters, view: ResultPage) -> None:
    st.download_button(
        "Download CSV",
        data=partial(_csv, filters, view.order),
        file_name="search.csv",
        mime="text/csv",
        key="file-search",
        on_click="ignore",
        type="tertiary",
    )


def _csv(filters: Filters, order: query.Order) -> bytes:
    """Return all results as a file; it is asked for at a click, maybe after another load."""
    with data.one_build():
        totals = data.chosen(chosen_query.totals, filters)
        scope = looked_at(filters)
        listing = data.fresh(query.listing, filters, order)
    total = number(totals["reports"].iloc[0])
    table = result_table(listing, total)
    return table_csv(table, headline(total, filters.text), scope, table.alt)


def _draw_facets(filters: Filters) -> None:
    found = facet_list(
        {name: data.chosen(facet_query.facet, filters, name) for name in facet_query.FACETS},
        filters,
        data.chosen(chosen_query.days_of, filters),
    )
    unit = "events" if filters.unit == "events" else "reports"
    draw.title("Narrow down", f"Number of {unit} with each.")
    for facet in found:
        _draw_facet(facet)


def _draw_facet(facet: Facet) -> None:
    with st.container(key=f"facet-{facet.name}", gap=None):
        st.markdown(f"**{facet.title}**")
        for at, value in enumerate(facet.values):
            key = f"row-{facet.name}-{at}"
            with st.container(
                key=key, horizontal=True, horizontal_alignment="distribute", wrap=False
            ):
                label = literal(value.label)
                st.button(
                    f"**× {label}**" if value.is_active else label,
                    key=f"facet-{facet.name}-{at}-{value.is_active}",
                    type="tertiary",
                    on_click=state.apply,
                    args=(value.filters,),
                )
                st.markdown(f":gray[{value.found:,}]", width="content")


def _ask() -> None:
    wanted, _ = from_url({"q": [str(state.entered(_FIELD) or "")]})
    state.apply(replace(state.filters(), text=wanted.text))
