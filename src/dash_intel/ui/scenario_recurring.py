"""Worst cases that recur in several reports, drawn."""

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.scenario_recurring import recurring
from dash_intel.ui import data, draw, paging, quotes
from dash_intel.view.scenario_headlines import TITLE
from dash_intel.view.scenario_recurring import (
    RecurringCase,
    recurring_cases,
    recurring_headline,
    recurring_scope,
)

A_PAGE = 6
MOST_BETWEEN = 30
NAME = "recurring"


def headline(filters: Filters) -> str:
    """Return how many worst cases recur."""
    return recurring_headline(data.chosen(recurring, filters), filters.unit) or TITLE


def draw_recurring(filters: Filters) -> None:
    """Draw each worst case that recurs: how often, where, when, and its words."""
    found = data.chosen(recurring, filters)
    if not found.total:
        draw.aside("No report of what is looked at describes a worst case.")
        return
    draw.aside(recurring_scope(found, filters.unit))
    cases = recurring_cases(found, filters.unit)
    for at, case in enumerate(paging.cut(NAME, A_PAGE, cases)):
        with st.container(key=f"rule-{NAME}-{at}"):
            _draw_case(case, f"{NAME}-{at}")
    paging.draw(NAME, A_PAGE, len(cases), filters)


def _draw_case(case: RecurringCase, key: str) -> None:
    draw.title(case.title, case.meta)
    for column, name, one in zip(
        st.columns(2, gap="medium"),
        ("First", "Last"),
        (case.first, case.last),
        strict=True,
    ):
        with column:
            st.markdown(f":small[:gray[{name}]]")
            quotes.draw_quote(one, f"{key}-{name}")
    if case.between:
        shown = case.between[:MOST_BETWEEN]
        number = len(case.between)
        label = f"The {number:,} between" if number > 1 else "The one between"
        with st.expander(label, key=f"between-{key}"):
            if len(shown) < len(case.between):
                draw.aside(f"The newest {len(shown):,} are shown.")
            for at, one in enumerate(shown):
                with st.container(key=f"rule-{key}-{at}", gap="xxsmall"):
                    quotes.draw_quote(one, f"{key}-{at}")
