"""The filters in the sidebar, and what is said of them above every page."""

from functools import partial

import streamlit as st

from dash_intel.errors import LedgerError, SettingError
from dash_intel.query import chosen as query
from dash_intel.query import dead_end as ends
from dash_intel.query.filters import Filters
from dash_intel.query.search_words import question
from dash_intel.ui import data, draw, offering, sidebar, views
from dash_intel.ui.looked_at import looked_at
from dash_intel.ui.running import once
from dash_intel.ui.state import filters as state
from dash_intel.ui.state import page as choices
from dash_intel.view.cells import number
from dash_intel.view.crumbs import Crumb, crumbs, unknown
from dash_intel.view.dead_end import dead_end
from dash_intel.view.literal import literal

_NOTE = "place of the note on choices"


def draw_sidebar(page: str) -> None:
    """Take over what the address of a page says, and draw the filters; ``page`` is its title."""
    state.read_address(page)
    wanted, dropped = offering.known(state.filters())
    if wanted != state.filters():
        state.correct(wanted)
        state.keep_unknown(dropped)
    data.ahead(partial(data.chosen, query.totals, wanted))
    with st.sidebar:
        sidebar.draw(wanted)
        with st.container(key="ways", horizontal=True, gap="small"):
            st.button(
                "Reset",
                key="filters-reset",
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=state.apply,
                args=(Filters(),),
            )
            views.draw_ways()
    views.draw_question(page)


def _draw_trouble() -> None:
    """Say where what people decided cannot be had, so that nothing looks undecided."""
    try:
        data.decisions()
    except (LedgerError, SettingError) as error:
        draw.failure(f"What people decided cannot be shown, and is not in these figures. {error}")


def head(title: str, filters: Filters) -> bool:
    """Draw a page's headline and what is looked at; False where no report is left to draw."""
    totals = data.chosen(query.totals, filters)
    days = data.chosen(query.days_of, filters)
    is_empty = not number(totals["reports"].iloc[0])
    end = dead_end(data.chosen(ends.ways, filters)) if is_empty else None
    draw.head(end.headline if end else title, looked_at(filters))
    notes = question(filters.text).notes if filters.text else ()
    for note in filter(None, (unknown(state.unknown()), *notes)):
        draw.aside(note)
    once(_NOTE, st.container)
    _draw_trouble()
    _draw_crumbs(crumbs(filters, days))
    if end:
        st.markdown(literal(end.reason))
        if end.filters:
            st.button(
                end.label,
                key="filters-way-out",
                type="primary",
                on_click=state.apply,
                args=(end.filters,),
            )
    return not is_empty


def draw_unknown_choices() -> None:
    """Draw, in a page's head once the page is drawn, which choices of its address are none."""
    note = unknown(choices.unknown())
    if note:
        with once(_NOTE, st.container):
            draw.aside(note)


def _draw_crumbs(found: tuple[Crumb, ...]) -> None:
    if not found:
        return
    with st.container(key="crumbs", horizontal=True, gap="xsmall"):
        for at, crumb in enumerate(found):
            st.button(
                f"× {literal(crumb.label)}",
                key=f"crumb-{at}-{crumb.name}",
                on_click=_remove,
                args=(crumb.name, crumb.value),
            )
        st.button(
            "Clear all",
            key="crumbs-clear",
            type="tertiary",
            on_click=_clear,
        )


def _remove(name: str, value: str | None) -> None:
    state.apply(state.filters().lacking(name, value))


def _clear() -> None:
    now = state.filters()
    state.apply(Filters(counted=now.counted, unit=now.unit))
