"""Sentences of reports with date, publisher and the way to where they stand."""

from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import judgements as judgement_query
from dash_intel.query import regions as query
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, paging, state
from dash_intel.ui.area import Shown
from dash_intel.view.literal import fact_line, literal
from dash_intel.view.quotes import Quote, Quotes, behind, behind_scope, judgements
from dash_intel.view.words import count

JUDGEMENTS = 3
SENTENCES = 5


def draw_quotes(found: Quotes, key: str) -> None:
    """Draw quotes one below the other; ``key`` is unique on the page."""
    for at, one in enumerate(found.shown):
        with st.container(key=f"rule-{key}-{at}", gap="xxsmall"):
            draw_quote(one, f"{key}-{at}")


def draw_quote(one: Quote, key: str, facts: str = "") -> None:
    """Draw one quote; ``facts`` stand beside its chips."""
    if one.text:
        with st.container(key=f"quote-{key}"):
            st.text(one.text)
    else:
        st.markdown(f"**{literal(one.title)}**")
    draw.notice(facts, one.chips)
    meta = f"{one.title}, {one.meta}" if one.text else one.meta
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f":small[:gray[{fact_line(meta)}]]", width="stretch")
        open_sentence(one.report_id, one.item_id, key)


def open_sentence(report_id: str, item_id: str, key: str, label: str = "Open") -> None:
    """Draw the link that opens a report at an item of it."""
    with st.container(key=f"link-open-{key}", width="content"):
        st.page_link(
            draw.PAGES / "report.py",
            label=label,
            **state.link_to_report(report_id, item_id or None),
        )


def ask_ahead(shown: Shown) -> None:
    """Begin to ask for the newest bottom lines on an area."""
    part = paging.part(shown.key("judgements"), JUDGEMENTS)
    data.ahead(partial(_judgements, shown, part))


def draw_judgements(shown: Shown) -> None:
    """Draw the newest bottom lines on an area."""
    name = shown.key("judgements")
    found = judgements(paging.asked(name, JUDGEMENTS, partial(_judgements, shown)))
    draw.title(
        shown.titled("Latest judgements"), f"{count(found.total, 'bottom line')}, the newest first."
    )
    draw_quotes(found, name)
    paging.draw(name, JUDGEMENTS, found.total, shown)


def _judgements(shown: Shown, part: Part) -> pd.DataFrame:
    return data.chosen(judgement_query.judgements, shown.filters, shown.area, part)


def draw_behind(shown: Shown) -> None:
    """Draw the reports behind the number that is open, and the way to close them."""
    number = shown.open
    if number is None:
        return
    name = shown.key("sentences")

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.behind, shown.filters, shown.area, number, part)

    rows = paging.asked(name, SENTENCES, ask)
    found = behind(rows)
    with st.container(key=f"behind-{name}", border=True):
        draw.aside(behind_scope(rows, shown.filters.unit))
        draw_quotes(found, name)
        paging.draw(name, SENTENCES, found.total, (shown, number))
        st.button(
            "Close this list",
            key=f"close-{name}",
            type="tertiary",
            on_click=shown.show,
            args=[None],
        )
