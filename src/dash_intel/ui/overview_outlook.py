"""New worst cases, and advice that is due, side by side."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import changed_outlook as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, invented, paging, quotes
from dash_intel.ui.state import filters as state
from dash_intel.view.overview_outlook import Listed, due_advice, worst_cases

SHOWN = 3


def questions(filters: Filters) -> tuple[Callable[[], object], ...]:
    """Return what asks for the first of the worst cases, and of the advice that is due."""
    return partial(_worst, filters, Part(SHOWN)), partial(_due, filters, Part(SHOWN))


def draw_worst(filters: Filters) -> None:
    """Draw the worst cases of the period, a few at a time."""
    found = worst_cases(paging.asked("worst", SHOWN, partial(_worst, filters)))
    _draw(found, "worst")
    paging.draw("worst", SHOWN, found.total, filters)
    _draw_way("All scenarios", "scenarios", filters)


def draw_due(filters: Filters) -> None:
    """Draw open advice that is overdue or due soon, a few at a time."""
    found = due_advice(paging.asked("due", SHOWN, partial(_due, filters)))
    _draw(found, "due")
    paging.draw("due", SHOWN, found.total, filters)
    with st.container(horizontal=True, gap="medium", key="due-ways"):
        for label, quick in found.ways:
            _draw_way(label, "recommendations", filters, quick=quick)
    invented.draw_note()


def _draw(found: Listed, name: str) -> None:
    draw.title(found.title, found.scope)
    for at, one in enumerate(found.shown):
        with st.container(key=f"rule-{name}-{at}", gap="xxsmall"):
            quotes.draw_quote(one.quote, f"{name}-{at}", one.facts)


def _worst(filters: Filters, part: Part) -> pd.DataFrame:
    return data.chosen(query.worst_cases, filters, part)


def _due(filters: Filters, part: Part) -> pd.DataFrame:
    return data.chosen(query.due_advice, filters, datetime.now(UTC).date(), part)


def _draw_way(label: str, name: str, filters: Filters, **local: str) -> None:
    key = "-".join(("link-plain-to", name, *local.values()))
    with st.container(key=key, width="content"):
        st.page_link(
            draw.PAGES / f"{name}.py",
            label=label,
            query_params=dict(state.link(filters, **local)),
        )
