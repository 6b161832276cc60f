"""Scenarios as cards: those of each report, newest first, or of each area that is looked at."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scenario_sets import Sought, Standing, scenario_sets
from dash_intel.ui import data, draw, paging, scenario_cards, scenario_editing, scenario_one
from dash_intel.ui.day import today
from dash_intel.ui.scenario_links import SCENARIO, open_one
from dash_intel.ui.state import page
from dash_intel.view import scenario_sets as views
from dash_intel.view.quotes import total
from dash_intel.view.scenario_sets import Card
from dash_intel.view.words import count
from dash_intel.vocab.areas import Area, areas

REPORTS, REPORTS_AN_AREA = 4, 2
MOST_AREAS = 6
STANDING, GROUPED = "standing", "grouped"
STANDINGS: Mapping[str, tuple[str, Standing]] = MappingProxyType(
    {
        "all": ("All", ""),
        "open": ("Open", "open"),
        "due": ("Due", "due"),
        "resolved": ("Resolved", "resolved"),
    }
)
GROUPINGS: Mapping[str, str] = MappingProxyType({"report": "By report", "area": "By area"})


def draw_cards(filters: Filters) -> None:
    """Draw the scenarios of what is looked at, or the one that the address names."""
    sought = page.named(SCENARIO)
    if sought and scenario_one.draw_one(filters, sought):
        return
    chosen = _areas(filters)
    standing, is_by_area = _draw_choices(has_areas=bool(chosen))
    if not is_by_area:
        _draw_sets(filters, Sought(standing=standing), "cards", REPORTS)
        return
    for area in chosen[:MOST_AREAS]:
        draw.part(areas()[area], key=f"area-{area.kind}-{area.code}")
        name = f"cards-{area.kind}-{area.code}"
        _draw_sets(filters, Sought(area, standing=standing), name, REPORTS_AN_AREA)
    if len(chosen) > MOST_AREAS:
        draw.aside(f"The first {MOST_AREAS} of {len(chosen)} areas are shown.")


def _draw_choices(*, has_areas: bool) -> tuple[Standing, bool]:
    with st.container(horizontal=True, key="scenario-choices"):
        standing = page.shown(STANDING, tuple(STANDINGS))
        st.segmented_control(
            "How they stand",
            list(STANDINGS),
            format_func=lambda one: STANDINGS[one][0],
            key=page.choice(STANDING, standing),
            on_change=page.take_choice,
            args=(STANDING,),
            required=True,
        )
        grouped = page.shown(GROUPED, tuple(GROUPINGS)) if has_areas else "report"
        if has_areas:
            st.segmented_control(
                "Order",
                list(GROUPINGS),
                format_func=GROUPINGS.__getitem__,
                key=page.choice(GROUPED, grouped),
                on_change=page.take_choice,
                args=(GROUPED,),
                required=True,
            )
    return STANDINGS[standing][1], grouped == "area"


def _draw_sets(filters: Filters, sought: Sought, name: str, size: int) -> None:
    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(scenario_sets, filters, today(), part, sought)

    rows = paging.asked(name, size, ask)
    number = total(rows)
    if not number:
        draw.aside("No scenario here.")
        return
    draw.aside(f"{count(number, 'report')} with such scenarios, the newest first.")
    may = scenario_editing.may_decide()
    sets = views.scenario_sets(rows)
    if sought.standing == "due":
        draw.aside("Those due stand first, beside the others of their report.")
        sets = tuple(map(views.due_first, sets))
    for at, one in enumerate(sets):
        with st.container(key=f"rule-set-{name}-{at}"):
            scenario_cards.draw_set(one, f"{name}-{at}", tools=_draw_ways if may else _draw_record)
    paging.draw(name, size, number, (filters, sought))


def _draw_ways(card: Card, key: str) -> None:
    end = "Reopen" if card.is_resolved else "Record outcome"
    for label, way in (("Edit", "plan"), (end, "end")):
        _draw_way(card, key, label, way)


def _draw_record(card: Card, key: str) -> None:
    _draw_way(card, key, "Details", "plan")


def _draw_way(card: Card, key: str, label: str, way: str) -> None:
    st.button(
        label,
        key=f"{way}-{key}",
        type="tertiary",
        on_click=open_one,
        args=(card.scenario_id, way),
    )


def _areas(filters: Filters) -> tuple[Area, ...]:
    return (
        *(Area("country", code) for code in filters.countries),
        *(Area("region", code) for code in filters.regions),
        *(Area("group", code) for code in filters.groups),
    )
