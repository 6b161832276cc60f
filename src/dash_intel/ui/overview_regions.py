"""Regions that deteriorated or improved, and the sentences that moved them, side by side."""

import streamlit as st

from dash_intel.query import changed_movers as query
from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.risk import RiskMatrix
from dash_intel.query.sentences import About
from dash_intel.ui import data, draw, evidence
from dash_intel.ui.charts import draw_chart
from dash_intel.ui.state import filters as state
from dash_intel.ui.state import page
from dash_intel.view import overview_regions as views
from dash_intel.view.chosen_cell import cell_about, cell_key
from dash_intel.view.literal import literal
from dash_intel.view.overview_headline import MEASURE, changed

MOVED = "moved"
HIGH = "high"
"""What the address says of ``moved`` where all sentences at level 4 or 5 are listed."""


def draw_regions(matrix: RiskMatrix, filters: Filters) -> None:
    """Draw the dumbbell of the regions, and beside it the sentences of the chosen one."""
    days, totals = data.chosen(chosen.days_of, filters), data.chosen(chosen.totals, filters)
    chart = views.region_bars(matrix, filters.unit.removesuffix("s"), days, totals)
    about = _about(page.named(MOVED))
    left, right = st.columns([1.55, 1], gap="medium")
    with left:
        if chart:
            named = cell_key(about.area, None) if about and about.area else None
            draw_chart(chart, "overview-regions", choose, named)
        else:
            draw.title(MEASURE)
            draw.aside("No report of the period states a risk of a region.")
    with right:
        if about:
            _draw_chosen(matrix, filters, about)
        elif days is None:
            _draw_all(filters)
        else:
            _draw_movers(matrix, filters)


def choose(key: str | None) -> None:
    """Have the address name a region, ``HIGH``, or with None nothing; for callbacks."""
    page.show(MOVED, key)


def _about(key: str | None) -> About | None:
    return About(levels=(4, 5)) if key == HIGH else cell_about(key)


def _draw_chosen(matrix: RiskMatrix, filters: Filters, about: About) -> None:
    if about.levels:
        title = "Sentences at level 4 or 5"
    else:
        title = views.evidence_title(views.cell_of(matrix, about.area))
    evidence.draw_evidence(filters, about, title=title, key=MOVED, is_brief=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        with st.container(key="link-plain-risk", width="content"):
            st.page_link(
                draw.PAGES / "risk.py",
                label="By category, on Risk",
                query_params=dict(state.link(filters, cell=cell_key(about.area, None))),
            )
        st.button("Close", key="moved-close", type="tertiary", on_click=choose, args=(None,))


def _draw_all(filters: Filters) -> None:
    evidence.draw_evidence(filters, About(), title="Strongest sentences", key=MOVED, is_brief=True)


def _draw_movers(matrix: RiskMatrix, filters: Filters) -> None:
    moved = changed(matrix)[: views.MOST_MOVED]
    if not moved:
        _draw_all(filters)
        return
    if len(moved) == 1 and moved[0].change == "deteriorated":
        title = views.evidence_title(moved[0])
        about = About(moved[0].area)
        evidence.draw_evidence(filters, about, title=title, key=MOVED, is_brief=True)
        return
    areas = tuple((cell.area, cell.change == "deteriorated") for cell in moved if cell.area)
    found = data.chosen(query.movers, filters, areas)
    draw.title("What moved them" if len(moved) > 1 else views.evidence_title(moved[0]))
    noun = filters.unit.removesuffix("s")
    for at, mover in enumerate(views.movers(moved, found, noun)):
        with st.container(key=f"rule-mover-{at}", gap="xsmall"):
            said = f":small[:gray[{literal(mover.said)}]]"
            st.markdown(f"{mover.mark} **{literal(mover.name)}** {said}")
            evidence.draw_sentence(mover.item, f"mover-{at}")
            st.button(
                mover.more,
                key=f"mover-all-{at}",
                type="tertiary",
                on_click=choose,
                args=(cell_key(mover.area, None),),
            )
