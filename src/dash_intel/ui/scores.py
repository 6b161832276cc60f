"""Scores: how well scenarios were told, over what could be scored, and the list behind a number."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash_intel.errors import LedgerError, SettingError
from dash_intel.export.table_csv import table_csv
from dash_intel.query import scores as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scores import Reason, Scored, Scores
from dash_intel.ui import charts, data, invented, paging, quotes
from dash_intel.ui import draw as drawing
from dash_intel.ui.day import today
from dash_intel.ui.looked_at import looked_at
from dash_intel.ui.state import page
from dash_intel.view.calibration import calibration_chart, missing
from dash_intel.view.literal import literal
from dash_intel.view.score_list import (
    Line,
    band_choices,
    lines,
    of_band,
    scored_lines,
    scored_table,
)
from dash_intel.view.score_words import data_to
from dash_intel.view.scores import METHOD, TITLE, ScoresView, scores_headline, scores_view

LIST = "list"
SHOWN = 5
PARTS = (
    "Reliability: stated and observed apart. Resolution: cases told apart. Uncertainty: how mixed"
    " outcomes were. They add up, but for rounding."
)


def headline(filters: Filters) -> str:
    """Return how much could be scored, as a headline."""
    try:
        found = data.decided(query.scores, filters, today())
    except (LedgerError, SettingError):
        return TITLE
    return scores_headline(found)


def draw(filters: Filters) -> None:
    """Draw what could be scored of the scenarios that filters choose, and how they score."""
    try:
        found = data.decided(query.scores, filters, today())
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))
        return
    view = scores_view(found)
    drawing.title(view.title, view.coverage)
    drawing.notice(view.notice)
    _draw_figures(view)
    chart = calibration_chart([one.forecast for one in found.scored], data_to(found.scored))
    if chart:
        left, right = st.columns([1.25, 1], gap="medium")
        with left:
            charts.draw_chart(
                invented.marked(chart, _ids(found.scored)),
                "calibration",
                lambda band: page.show(LIST, band),
                page.named(LIST),
            )
        _draw_tables(view, (right, right))
    elif found.scored:
        drawing.aside(missing(len(found.scored)))
        _draw_tables(view, st.columns(2, gap="medium"))
    _draw_list(found, view, filters)


def _ids(scored: Sequence[Scored]) -> tuple[str, ...]:
    return tuple(one.scenario.scenario_id for one in scored)


def _draw_figures(view: ScoresView) -> None:
    if not view.figures:
        return
    with st.grid(len(view.figures), min_column_width=220):
        for at, figure in enumerate(view.figures):
            with st.container(key=f"k-score-{at}", gap="xxsmall"):
                st.metric(figure.label, figure.value)
                drawing.aside(figure.note)
    with st.popover("Method", type="tertiary", key="score-method"):
        st.markdown(literal(METHOD))


def _draw_tables(view: ScoresView, places: Sequence[DeltaGenerator]) -> None:
    tables = (
        ("By kind and by basis", "Under five scored: no score.", view.groups),
        ("What the Brier score is made of", PARTS, view.parts),
    )
    for at, (place, (title, scope, table)) in enumerate(zip(places, tables, strict=True)):
        if table:
            with place:
                drawing.title(title, scope)
                drawing.table(table, f"score-{at}")


def _draw_list(found: Scores, view: ScoresView, filters: Filters) -> None:
    labels: dict[str, str] = {**dict(view.choices), **dict(band_choices(found.scored))}
    if not labels:
        return
    shown = page.shown(LIST, tuple(labels))
    drawing.part("The scenarios behind the numbers", "The newest report's first.", key="score-list")
    st.selectbox(
        "Scenarios",
        list(labels),
        format_func=labels.__getitem__,
        key=page.choice(LIST, shown),
        on_change=page.take_choice,
        args=(LIST,),
    )
    name = "score-part"
    reason = next((one for one, _ in view.choices if one == shown), None)
    if reason is None or reason == "scored":
        of_it = found.scored if reason else of_band(found.scored, shown)
        total = len(of_it)
        listed = scored_lines(paging.cut(name, SHOWN, of_it))
        _draw_file(of_it, labels[shown], looked_at(filters))
    else:
        total, listed = found.counts[reason], _unscored(filters, reason, name)
    for at, one in enumerate(listed):
        with st.container(key=f"rule-score-{at}", gap="xxsmall"):
            quotes.draw_quote(one.quote, f"score-{at}", one.facts)
    paging.draw(name, SHOWN, total, (filters, shown))


def _unscored(filters: Filters, reason: Reason, name: str) -> tuple[Line, ...]:
    def ask(at: int) -> tuple[Line, ...]:
        part = Part(SHOWN, (at - 1) * SHOWN)
        return lines(data.decided(query.unscored, filters, today(), reason, part))

    at = page.number(name)
    return ask(at) or ask(1)


def _draw_file(scored: Sequence[Scored], title: str, scope: str) -> None:
    table, note = scored_table(scored), invented.note_of(_ids(scored))
    st.download_button(
        "Download as CSV",
        data=partial(
            table_csv, table, title, scope, table.alt, f"{data_to(scored)} {note}".strip(), METHOD
        ),
        file_name="scores.csv",
        mime="text/csv",
        key="file-scores",
        on_click="ignore",
        type="tertiary",
    )
