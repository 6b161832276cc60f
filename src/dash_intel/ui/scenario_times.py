"""How the scenarios of an area moved over time, drawn."""

import streamlit as st

from dash_intel.query.filters import Filters
from dash_intel.query.regions import reported_areas
from dash_intel.query.scenario_times import scenario_times
from dash_intel.ui import charts, data, draw, paging, quotes
from dash_intel.ui.scenario_links import open_one
from dash_intel.ui.state import page
from dash_intel.view.quotes import Quote
from dash_intel.view.regions import choices, from_value, to_value
from dash_intel.view.scenario_times import LISTED, MonthOf, months, scenario_chart
from dash_intel.vocab.areas import Area, areas

AREA, ALL = "area", ""
MONTHS, MOST_A_MONTH = 2, 6
NAME = "scenario-months"


def draw_times(filters: Filters) -> None:
    """Draw what is stated to be how likely by day, and the words of each month."""
    area = _draw_area(filters)
    found = data.chosen(scenario_times, filters, area)
    if found.empty:
        draw.aside("No dated report here describes a scenario.")
        return
    where = areas()[area] if area else "All that is looked at"
    chart = scenario_chart(found, where, is_joined=area is not None)
    charts.draw_chart(chart, "scenario-times", open_one)
    draw.part(
        "Month by month", "The worst and the most likely cases in the reports’ words, newest first."
    )
    parts = months(found)
    for at, month in enumerate(paging.cut(NAME, MONTHS, parts)):
        _draw_month(month, f"{NAME}-{at}")
    paging.draw(NAME, MONTHS, len(parts), (filters, area))


def _draw_area(filters: Filters) -> Area | None:
    wanted = from_value(page.named(AREA))
    offered = choices(data.chosen(reported_areas, filters), filters.unit.removesuffix("s"), wanted)
    words = {ALL: "All that is looked at", **{one.value: one.label for one in offered}}
    st.selectbox(
        "Area",
        list(words),
        format_func=words.__getitem__,
        key=page.choice(AREA, to_value(wanted) if wanted else ALL),
        on_change=page.take_choice,
        args=(AREA,),
    )
    return wanted


def _draw_month(month: MonthOf, key: str) -> None:
    with st.container(key=f"rule-{key}"):
        draw.title(month.name, month.scope)
        for column, name, found in zip(
            st.columns(2, gap="medium"),
            LISTED.values(),
            (month.worst, month.likely),
            strict=True,
        ):
            with column:
                st.markdown(f"**{name}**")
                _draw_quotes(found, f"{key}-{name}")


def _draw_quotes(found: tuple[Quote, ...], key: str) -> None:
    for at, one in enumerate(found[:MOST_A_MONTH]):
        with st.container(key=f"rule-{key}-{at}", gap="xxsmall"):
            quotes.draw_quote(one, f"{key}-{at}")
    if not found:
        draw.aside("None.")
    elif len(found) > MOST_A_MONTH:
        draw.aside(f"and {len(found) - MOST_A_MONTH:,} more in the table above.")
