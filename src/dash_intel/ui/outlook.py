"""What reports on an area expect and advise."""

from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import outlook as query
from dash_intel.query.regions import Behind, Part
from dash_intel.query.scenario_sets import Sought, scenario_sets
from dash_intel.ui import data, draw, paging, quotes, scenario_cards
from dash_intel.ui.area import Shown
from dash_intel.ui.day import today
from dash_intel.view import scenario_sets as views
from dash_intel.view.outlook import Advice, advice, advice_scope
from dash_intel.view.quotes import total
from dash_intel.view.words import count

REPORTS = 1
ADVICE = 4


def ask_ahead(shown: Shown) -> None:
    """Begin to ask what is drawn here."""
    data.ahead(
        partial(_scenarios, shown, paging.part(shown.key("scenarios"), REPORTS)),
        partial(_advice, shown, paging.part(shown.key("advice"), ADVICE)),
    )


def draw_scenarios(shown: Shown) -> None:
    """Draw the scenarios of the newest report on an area that has any."""
    name = shown.key("scenarios")
    rows = paging.asked(name, REPORTS, partial(_scenarios, shown))
    scope = f"{count(total(rows), 'report')} with scenarios, the newest first."
    draw.title(shown.titled("Scenarios"), scope)
    width = scenario_cards.A_ROW if shown.is_alone else 1
    for at, one in enumerate(views.scenario_sets(rows)):
        scenario_cards.draw_set(one, f"{name}-{at}", width)
    paging.draw(name, REPORTS, total(rows), shown)


def draw_advice(shown: Shown) -> None:
    """Draw the newest advice of the reports on an area, each once however many give it."""
    name = shown.key("advice")
    rows = paging.asked(name, ADVICE, partial(_advice, shown))
    draw.title(shown.titled("Advice"), advice_scope(rows))
    for at, one in enumerate(advice(rows)):
        with st.container(key=f"rule-{name}-{at}", gap="xxsmall"):
            quotes.draw_quote(one.quote, f"{name}-{at}", one.facts)
            _draw_same(shown, one, f"{name}-{at}")
    paging.draw(name, ADVICE, total(rows), shown)


def _draw_same(shown: Shown, one: Advice, key: str) -> None:
    if one.number < 2:
        return
    number = Behind("advice", one.group)
    is_open = shown.open == number
    st.button(
        f"Same advice in {count(one.number, shown.filters.unit.removesuffix('s'))}",
        key=f"same-{key}",
        type="tertiary",
        on_click=shown.show,
        args=[None if is_open else number],
    )
    if is_open:
        quotes.draw_behind(shown)


def _scenarios(shown: Shown, part: Part) -> pd.DataFrame:
    return data.chosen(scenario_sets, shown.filters, today(), part, Sought(shown.area))


def _advice(shown: Shown, part: Part) -> pd.DataFrame:
    return data.chosen(query.advice, shown.filters, shown.area, today(), part)
