"""One area on one page, or two side by side: which, and their sections in order."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import regions as query
from dash_intel.query.filters import Filters
from dash_intel.ui import area_head, area_risk, data, gaps, outlook, quotes, tallies
from dash_intel.ui import draw as drawing
from dash_intel.ui.area import BESIDE, Shown, forget
from dash_intel.ui.state import page
from dash_intel.view import region_headline
from dash_intel.view.regions import (
    AreaChoice,
    Head,
    choices,
    first_area,
    from_value,
    neighbours,
    to_value,
)
from dash_intel.vocab.areas import Area

AREA = "area"
NOTHING = ""

Section = Callable[[Shown], None]

ALONE: tuple[tuple[tuple[Section, ...], ...], ...] = (
    ((area_risk.draw_risk, gaps.draw_gaps), (quotes.draw_judgements,)),
    ((outlook.draw_scenarios,),),
    ((outlook.draw_advice,), (tallies.draw_entities, tallies.draw_tags)),
    ((tallies.draw_sources,), (tallies.draw_techniques,)),
)
"""The sections of one area, row by row and column by column: the wider one left."""

BOTH: tuple[Section, ...] = (
    area_risk.draw_risk,
    quotes.draw_judgements,
    outlook.draw_scenarios,
    outlook.draw_advice,
    gaps.draw_gaps,
    tallies.draw_entities,
    tallies.draw_tags,
    tallies.draw_sources,
    tallies.draw_techniques,
)
"""The sections of two areas, one below the other."""


def chosen_areas(found: pd.DataFrame, filters: Filters) -> tuple[Area | None, Area | None]:
    """Return the area that is looked at and the one beside it."""
    one = from_value(page.named(AREA)) or first_area(found, filters)
    other = from_value(page.named(BESIDE))
    return one, None if other == one else other


def ask_ahead(shown: Shown) -> None:
    """Begin to ask all that is drawn of an area, in the order in which it is drawn."""
    area_head.ask_ahead(shown)
    data.ahead(partial(area_risk.risks, shown))
    for section in (quotes, gaps, outlook, tallies):
        section.ask_ahead(shown)


def headline(parts: tuple[tuple[Shown, Head], ...]) -> str:
    """Return the strongest finding of one area, or how two compare."""
    if len(parts) == 2:
        return region_headline.both(parts[0][1], parts[1][1])
    ((shown, head),) = parts
    if not head.number:
        return head.name
    return region_headline.headline(head, area_risk.risks(shown), tallies.area_tags(shown))


def draw_choice(found: pd.DataFrame, filters: Filters, one: Area, other: Area | None) -> None:
    """Draw the choice of the area and of one beside it, and its neighbours as quick choices."""
    unit = filters.unit.removesuffix("s")
    offered = choices(found, unit, one, other)
    first, second = st.columns(2, gap="medium")
    with first:
        _draw_select("Area", AREA, offered, to_value(one))
    with second:
        others = tuple(choice for choice in offered if choice.value != to_value(one))
        none = AreaChoice(NOTHING, "No other area")
        _draw_select("Beside it", BESIDE, (none, *others), to_value(other) if other else NOTHING)
    near = () if other else neighbours(found, one, unit)
    if near:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(":small[:gray[Beside a neighbour]]", width="content")
            for choice in near:
                st.button(
                    choice.label,
                    key=f"near-{choice.value}",
                    type="tertiary",
                    on_click=_take,
                    args=(BESIDE, choice.value),
                )


def draw(parts: tuple[tuple[Shown, Head], ...]) -> None:
    """Draw the sections of one area, or of two in two columns, row by row."""
    if len(parts) == 1:
        _draw_alone(*parts[0])
        return
    (one, _), (other, _) = parts
    found = data.chosen(query.shared_totals, one.filters, one.area, other.area)
    drawing.aside(region_headline.shared(found, one.filters.unit))
    _draw_row(parts, area_head.draw_head)
    for section in BOTH:
        _draw_row(parts, lambda shown, head, of=section: of(shown) if head.number else None)


def _draw_alone(shown: Shown, head: Head) -> None:
    area_head.draw_head(shown, head)
    if not head.number:
        return
    for at, row in enumerate(ALONE):
        with st.container(key=f"rule-part-{at}"):
            columns = st.columns([1.55, 1] if len(row) == 2 else 1, gap="medium")
            for column, sections in zip(columns, row, strict=True):
                with column:
                    for section in sections:
                        section(shown)


def _draw_row(parts: tuple[tuple[Shown, Head], ...], section: Callable[..., None]) -> None:
    for column, (shown, head) in zip(st.columns(2, gap="medium"), parts, strict=True):
        with column:
            section(shown, head)


def _draw_select(label: str, name: str, offered: tuple[AreaChoice, ...], value: str) -> None:
    words = {choice.value: choice.label for choice in offered}
    st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        key=page.choice(name, value),
        on_change=_take_choice,
        args=(name,),
    )


def _take_choice(name: str) -> None:
    page.take_choice(name)
    _forget(name)


def _take(name: str, value: str) -> None:
    page.show(name, value)
    _forget(name)


def _forget(name: str) -> None:
    for side in ("", BESIDE) if name == AREA else (BESIDE,):
        forget(side)
