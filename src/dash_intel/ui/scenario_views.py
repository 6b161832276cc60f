"""The views of the Scenarios page."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.scenario_sets import scenario_totals
from dash_intel.ui import (
    data,
    invented,
    scenario_list,
    scenario_recurring,
    scenario_signs,
    scenario_times,
    scores,
)
from dash_intel.ui.scenario_links import VIEW, take_view
from dash_intel.ui.state import page
from dash_intel.view.scenario_headlines import scenarios


class View(NamedTuple):
    """A view: what it is called, how it is drawn, and what it finds."""

    name: str
    draw: Callable[[Filters], None]
    headline: Callable[[Filters], str]


def _headline(filters: Filters) -> str:
    return scenarios(data.chosen(scenario_totals, filters, datetime.now(UTC).date()))


VIEWS: Mapping[str, View] = MappingProxyType(
    {
        "cards": View("Cards", scenario_list.draw_cards, _headline),
        "signposts": View("Signposts", scenario_signs.draw_signs, scenario_signs.headline),
        "time": View("Over time", scenario_times.draw_times, _headline),
        "recurring": View(
            "Worst cases that recur", scenario_recurring.draw_recurring, scenario_recurring.headline
        ),
        "scores": View("Scores", scores.draw, scores.headline),
    }
)


def headline(filters: Filters) -> str:
    """Return what the view that is shown finds."""
    return VIEWS[_shown()].headline(filters)


def draw_views(filters: Filters) -> None:
    """Draw the choice of a view, and the one that is chosen."""
    shown = _shown()
    st.segmented_control(
        "View",
        list(VIEWS),
        format_func=lambda one: VIEWS[one].name,
        key=page.choice(VIEW, shown),
        on_change=take_view,
        label_visibility="collapsed",
        required=True,
    )
    invented.draw_note()
    VIEWS[shown].draw(filters)


def _shown() -> str:
    return page.shown(VIEW, tuple(VIEWS))
