"""Reports with competing hypotheses, those of each report side by side."""

from typing import cast

import pandas as pd
import streamlit as st

from dash_intel.query import hypotheses as query
from dash_intel.query.filters import Filters
from dash_intel.query.hypotheses import Competing, Stance
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, paging, quotes
from dash_intel.ui.state import page
from dash_intel.view.hypotheses import (
    STANCES,
    CompetingReport,
    DeclaredGroup,
    Rival,
    competing_headline,
    competing_reports,
    competing_scope,
)
from dash_intel.view.literal import literal
from dash_intel.view.quotes import total

STANCE = "stance"
PAGE = "reports"
REPORTS = 3
CARDS_A_ROW = 2


def headline(filters: Filters) -> str:
    """Return how many reports say which hypothesis they prefer."""
    return competing_headline(data.chosen(query.competing_counts, filters))


def draw_choice(stance: Stance) -> None:
    """Draw the choice of reports by whether they say which hypothesis they prefer."""
    st.segmented_control(
        "Reports",
        list(STANCES),
        format_func=lambda one: STANCES[one],
        key=page.choice(STANCE, stance),
        on_change=_take_stance,
        label_visibility="collapsed",
        required=True,
    )


def draw_beside(filters: Filters) -> None:
    """Draw the reports that the filters choose, a few at a time."""
    stance = cast("Stance", page.shown(STANCE, tuple(STANCES)))
    parts: list[Competing] = []

    def ask(part: Part) -> pd.DataFrame:
        parts.append(data.chosen(query.competing, filters, part, stance))
        return parts[-1].reports

    rows = paging.asked(PAGE, REPORTS, ask)
    draw_choice(stance)
    draw.aside(competing_scope(rows, stance))
    for at, one in enumerate(competing_reports(parts[-1])):
        _draw_report(one, at)
    if rows.empty:
        _draw_nothing(stance)
    paging.draw(PAGE, REPORTS, total(rows), (filters, stance))


def _draw_nothing(stance: Stance) -> None:
    if stance == "all":
        draw.aside(
            "None of the reports that are looked at has a section of competing hypotheses. Reports"
            " of other kinds do not weigh them; a longer period or fewer filters may bring some."
        )
    else:
        draw.aside("There is no such report; “All” shows the others.")


def _draw_report(one: CompetingReport, at: int) -> None:
    with st.container(key=f"rule-competing-{at}", gap="small"):
        with st.container(gap="xxsmall"):
            draw.open_report(one.report_id, one.title)
            draw.aside(one.meta)
        left, right = st.columns([1.9, 1], gap="medium")
        with left:
            for first in range(0, len(one.rivals), CARDS_A_ROW):
                _draw_rivals(one, at, first)
            if one.note:
                draw.aside(one.note)
            _draw_assessment(one, at)
            st.button(
                "Weigh the evidence in a matrix",
                key=f"weigh-{at}-{one.document_id}",
                type="tertiary",
                on_click=_weigh,
                args=(one.document_id,),
            )
        with right:
            for group in one.declared:
                _draw_declared(one.report_id, group, at)
            if not one.declared:
                draw.aside("The report declares no assumptions and no gaps.")


def _draw_rivals(one: CompetingReport, at: int, first: int) -> None:
    columns = st.columns(CARDS_A_ROW, gap="small")
    for nth, rival in enumerate(one.rivals[first : first + CARDS_A_ROW], first):
        with columns[nth - first]:
            _draw_rival(one.report_id, rival, f"{at}-{nth}")


def _draw_rival(report_id: str, rival: Rival, key: str) -> None:
    with st.container(key=f"rival-{key}", border=True, height="stretch", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(f"**{literal(rival.label)}**", width="content")
            draw.notice(None, (rival.chip,))
        with st.container(key=f"quote-rival-{key}"):
            st.text(rival.text)
        quotes.open_sentence(report_id, rival.item_id, f"rival-{key}")


def _draw_assessment(one: CompetingReport, at: int) -> None:
    if not one.assessment:
        draw.aside("The report states no assessment.")
        return
    with st.container(gap="xxsmall"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown("**Assessment**", width="content")
            quotes.open_sentence(one.report_id, "assessment", f"assessment-{at}")
        with st.container(key=f"quote-assessment-{at}"):
            st.text(one.assessment)


def _draw_declared(report_id: str, group: DeclaredGroup, at: int) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(f":small[:gray[{literal(group.title)}]]")
        for item in group.items:
            with st.container(
                horizontal=True, vertical_alignment="center", gap="small", wrap=False
            ):
                st.markdown(f":small[{literal(item.text)}]", width="stretch")
                quotes.open_sentence(report_id, item.item_id, f"{at}-{item.item_id}")


def _take_stance() -> None:
    page.take_choice(STANCE)
    page.show(PAGE, None)


def _weigh(document_id: str) -> None:
    page.show("view", "ach")
    page.show("matrix", document_id)
