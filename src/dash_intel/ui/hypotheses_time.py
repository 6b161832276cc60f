"""Which hypotheses were preferred over time, on one area or everywhere, and the sentences."""

import pandas as pd
import streamlit as st

from dash_intel.query import hypotheses as query
from dash_intel.query import hypotheses_time as time_query
from dash_intel.query.chosen import days_of, totals
from dash_intel.query.filters import Filters
from dash_intel.query.hypotheses_time import Weighed, weighed
from dash_intel.query.regions import Part
from dash_intel.ui import charts, data, draw, paging, quotes
from dash_intel.ui.state import page
from dash_intel.view.hypotheses_said import preferred, said_scope, said_title
from dash_intel.view.hypotheses_time import (
    SAME,
    Looked,
    Named,
    named,
    time_chart,
    time_headline,
    undated_note,
)
from dash_intel.view.quotes import total
from dash_intel.view.regions import AreaChoice, choices, first_area, from_value, to_value
from dash_intel.view.risk_words import in_a_sentence, reach
from dash_intel.vocab.areas import Area

AREA = "area"
EVERYWHERE = "all"
CELL = "cell"
PAGE = "sentences"
SENTENCES = 5


def headline(filters: Filters) -> str:
    """Return what the months come to."""
    area = _area(filters)
    return time_headline(_named(filters, area), _looked(filters, area))


def draw_time(filters: Filters) -> None:
    """Draw the choice of an area, its hypotheses by month, and the sentences behind them."""
    area = _area(filters)
    found, looked = _months(filters, area), _looked(filters, area)
    _draw_choice(filters, area)
    rows = named(found)
    if not rows:
        draw.aside(undated_note(looked) or "No report that is looked at weighs hypotheses on it.")
        return
    about = weighed(page.named(CELL))
    chart = time_chart(rows, looked, int(found["names"].iloc[0]))
    charts.draw_chart(chart, "hypotheses-by-month", _choose, about.key)
    for note in filter(None, (SAME, undated_note(looked))):
        draw.aside(note)
    _draw_sentences(filters, area, about, rows)


def _area(filters: Filters) -> Area | None:
    written = page.named(AREA)
    if written == EVERYWHERE:
        return None
    return from_value(written) or first_area(_areas(filters), filters)


def _areas(filters: Filters) -> pd.DataFrame:
    return data.chosen(query.competing_areas, filters)


def _months(filters: Filters, area: Area | None) -> pd.DataFrame:
    return data.chosen(time_query.preferred_months, filters, area)


def _named(filters: Filters, area: Area | None) -> tuple[Named, ...]:
    return named(_months(filters, area))


def _looked(filters: Filters, area: Area | None) -> Looked:
    days = data.chosen(days_of, filters)
    return Looked(
        in_a_sentence(area) if area else "",
        filters.unit,
        data.chosen(query.competing_counts, filters, area),
        reach(days, data.chosen(totals, filters)),
        days,
    )


def _draw_choice(filters: Filters, area: Area | None) -> None:
    unit = filters.unit.removesuffix("s")
    offered = choices(_areas(filters), unit, area)
    words = {
        one.value: one.label for one in (AreaChoice(EVERYWHERE, "All that is looked at"), *offered)
    }
    narrow, _ = st.columns(2, gap="medium")
    with narrow:
        st.selectbox(
            "Area",
            list(words),
            format_func=words.__getitem__,
            key=page.choice(AREA, to_value(area) if area else EVERYWHERE),
            on_change=_take_area,
        )


def _draw_sentences(
    filters: Filters, area: Area | None, about: Weighed, rows: tuple[Named, ...]
) -> None:
    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(time_query.preferred_said, filters, area, about, part)

    found = paging.asked(PAGE, SENTENCES, ask)
    draw.part(said_title(about, rows), said_scope(found, filters.unit), "said")
    if about.name:
        st.button(
            "Show all that was preferred",
            key="said-all",
            type="tertiary",
            on_click=_choose,
            args=(None,),
        )
    for at, one in enumerate(preferred(found)):
        with st.container(key=f"rule-said-{at}", gap="xxsmall"):
            quotes.draw_quote(one.quote, f"said-{at}", one.rivals)
    paging.draw(PAGE, SENTENCES, total(found), (filters, area, about))


def _choose(key: str | None) -> None:
    page.show(CELL, key)
    page.show(PAGE, None)


def _take_area() -> None:
    page.take_choice(AREA)
    _choose(None)
