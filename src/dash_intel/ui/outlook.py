"""What reports on an area expect and advise."""

from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from dash_intel.design.strip import strip
from dash_intel.design.tokens import DARK, LIGHT
from dash_intel.query import outlook as query
from dash_intel.query.regions import Behind, Part
from dash_intel.ui import data, draw, paging, quotes
from dash_intel.ui.area import Shown
from dash_intel.view.literal import literal
from dash_intel.view.outlook import Advice, Card, Futures, advice, advice_scope, futures
from dash_intel.view.quotes import total
from dash_intel.view.words import count

REPORTS = 1
ADVICE = 4
CARDS_A_ROW = 3


def draw_scenarios(shown: Shown) -> None:
    """Draw the scenarios of the newest report on an area that has any."""
    name = shown.key("scenarios")

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.scenarios, shown.filters, shown.area, _today(), part)

    rows = paging.asked(name, REPORTS, ask)
    scope = f"{count(total(rows), 'report')} with scenarios, the newest first."
    draw.title(shown.titled("Scenarios"), scope)
    for at, one in enumerate(futures(rows)):
        _draw_futures(shown, one, f"{name}-{at}")
    paging.draw(name, REPORTS, total(rows), shown)


def draw_advice(shown: Shown) -> None:
    """Draw the newest advice of the reports on an area, each once however many give it."""
    name = shown.key("advice")

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.advice, shown.filters, shown.area, _today(), part)

    rows = paging.asked(name, ADVICE, ask)
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


def _draw_futures(shown: Shown, found: Futures, key: str) -> None:
    with st.container(gap=None):
        st.markdown(f"**{literal(found.title)}**")
        draw.aside(found.meta)
    width = CARDS_A_ROW if shown.is_alone else 1
    for first in range(0, len(found.cards), width):
        columns = st.columns(width, gap="small")
        for at, card in enumerate(found.cards[first : first + width], first):
            with columns[at - first]:
                _draw_card(card, f"{key}-{at}")


def _draw_card(card: Card, key: str) -> None:
    with st.container(key=f"{card.edge}-{key}", border=True, height="stretch", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(f"**{literal(card.label)}**", width="content")
            draw.notice(None, (card.state,))
        with st.container(key=f"quote-{key}"):
            st.text(card.text)
        palette = DARK if st.context.theme.type == "dark" else LIGHT
        st.markdown(f"![]({strip(palette, card.band)}) **{literal(card.chance)}**")
        if card.basis:
            draw.aside(card.basis)
        for label, words in card.facts:
            st.markdown(f":small[:gray[{label}] {literal(words)}]")
        if card.triggers:
            watched = "\n".join(f"- :small[{literal(one)}]" for one in card.triggers)
            st.markdown(f":small[:gray[Triggers to watch]]\n\n{watched}")
        quotes.open_sentence(card.report_id, card.scenario_id, key)


def _today() -> date:
    return datetime.now(UTC).date()
