"""Cards of scenarios, side by side: those of one report on any page."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from dash_intel.design.strip import strip
from dash_intel.design.tokens import DARK, LIGHT
from dash_intel.ui import draw, quotes
from dash_intel.view.item import Chip, Edge
from dash_intel.view.literal import literal
from dash_intel.view.resolvable import lacking
from dash_intel.view.scenario_chances import Chance
from dash_intel.view.scenario_sets import Card, ScenarioSet
from dash_intel.view.scenario_signs import MARK_HUES
from dash_intel.vocab.decisions import label

A_ROW = 3
HUES: Mapping[Edge, str] = MappingProxyType(
    {"best": "green", "likely": "gray", "worst": "red", "none": "gray"}
)

Tools = Callable[[Card, str], None]
"""Draws the ways to change a scenario, under a key that is unique on the page."""


def draw_set(found: ScenarioSet, key: str, width: int = A_ROW, tools: Tools | None = None) -> None:
    """Draw the scenarios of one report, ``width`` beside each other; ``key`` is unique."""
    draw_head(found, is_titled=tools is not None)
    for at, (name, cards) in enumerate(found.parts):
        if name:
            draw.aside(name)
        draw_cards(cards, f"{key}-{at}", width, tools)


def draw_head(found: ScenarioSet, *, is_titled: bool = True) -> None:
    """Draw which report scenarios are of, and what their probabilities come to."""
    if is_titled:
        draw.title(found.title, found.meta)
    else:
        with st.container(gap=None):
            st.markdown(f"**{literal(found.title)}**")
            draw.aside(found.meta)
    for note in found.notes:
        draw.notice(note, (Chip("Over 100%", "orange"),) if found.is_over else ())


def draw_cards(
    cards: tuple[Card, ...], key: str, width: int = A_ROW, tools: Tools | None = None
) -> None:
    """Draw cards, ``width`` beside each other."""
    for first in range(0, len(cards), width):
        columns = st.columns(width, gap="small")
        for at, card in enumerate(cards[first : first + width], first):
            with columns[at - first]:
                draw_card(card, f"{key}-{at}", tools)


def draw_card(card: Card, key: str, tools: Tools | None = None) -> None:
    """Draw one card."""
    with st.container(key=f"{card.edge}-{key}", border=True, height="stretch", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            hue = HUES[card.edge]
            st.markdown(f"**:{hue}[{literal(card.label)}]**", width="content")
            draw.notice(None, (card.state,))
        with st.container(key=f"quote-{key}"):
            st.text(card.text)
        draw_chance(card.chance)
        if card.account:
            st.markdown(f":small[:gray[Outcome] {literal(card.account)}]")
        for name, words in card.facts:
            st.markdown(f":small[:gray[{name}] {literal(words)}]")
        _draw_list("Triggers to watch", card.triggers, card)
        _draw_list("Added by analysts", card.signs, card)
        if tools and not card.is_resolved and lacking(card.elements):
            draw.aside(lacking(card.elements))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            quotes.open_sentence(card.report_id, card.scenario_id, key)
            if tools:
                tools(card, key)


def draw_chance(chance: Chance) -> None:
    """Draw how likely something is said to be, and what that rests on."""
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    st.markdown(f"![]({strip(palette, chance.band)}) **{literal(chance.words)}**")
    if chance.basis:
        draw.aside(chance.basis)


def _draw_list(title: str, texts: tuple[str, ...], card: Card) -> None:
    if not texts:
        return
    marks = dict(card.marks)
    said = "\n".join(f"- :small[{literal(one)}]{_mark(marks.get(one))}" for one in texts)
    st.markdown(f":small[:gray[{title}]]\n\n{said}")


def _mark(mark: str | None) -> str:
    return f" :{MARK_HUES[mark]}-badge[{label('mark', mark)}]" if mark else ""
