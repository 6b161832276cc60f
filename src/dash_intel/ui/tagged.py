"""One tag on the Trends page: what is known of it, its reports, where it stands and beside what."""

from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import chosen as totals_query
from dash_intel.query import picked as query
from dash_intel.query import tag_tables
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick
from dash_intel.query.trends import Look
from dash_intel.ui import data, draw, paging, trending
from dash_intel.ui.charts import draw_chart
from dash_intel.ui.state import page
from dash_intel.view.chart import MatrixChart, PanelChart
from dash_intel.view.literal import literal
from dash_intel.view.risk_words import reach
from dash_intel.view.tag_areas import area_matrix, area_panels
from dash_intel.view.tag_pairs import pair_matrix
from dash_intel.view.tag_ranking import Ranking
from dash_intel.view.tag_reports import (
    MOST_RELATED,
    SHOWN,
    TagReport,
    related,
    spans,
    tag_reports,
)
from dash_intel.view.trend_lines import one_line
from dash_intel.view.trends import capital, sentence
from dash_intel.vocab.areas import AreaKind

MATRIX_TAGS = 8


def ask_ahead(view: Ranking, picked: Pick, filters: Filters, look: Look) -> None:
    """Begin to ask what the other functions here will draw."""
    data.ahead(
        partial(
            data.chosen, query.tag_reports, filters, look, picked, paging.part(trending.PAGE, SHOWN)
        ),
        partial(_asked_related, picked, filters, look, trending.hidden(look)),
        partial(_side_by_side, view, picked, filters, look, _table()),
    )


def draw_reports(view: Ranking, picked: Pick, filters: Filters, look: Look) -> None:
    """Draw one tag and the reports behind the number that was picked of it."""
    draw.title(capital(picked.tag))
    _choice(view, picked)
    rows = paging.asked(
        trending.PAGE,
        SHOWN,
        lambda part: data.chosen(query.tag_reports, filters, look, picked, part),
    )
    found = tag_reports(view, picked, rows)
    with st.container(key="number"):
        st.markdown(f"**{literal(found.title)}**")
    for row in found.rows:
        _report(row)
    paging.draw(trending.PAGE, SHOWN, found.total, (filters, look, picked))
    _related(picked, filters, look)


def draw_line(view: Ranking, picked: Pick, counts: pd.DataFrame) -> None:
    """Draw one tag's line."""
    row = view.row(picked.tag)
    if row:
        chart = one_line(view, row, counts, trending.axis())
        draw_chart(chart, "tag-line", trending.choose, picked.key)


def draw_areas(view: Ranking, picked: Pick, filters: Filters, counts: pd.DataFrame) -> None:
    """Draw one tag by area over time, or the most telling tags by area or by one another."""
    look = trending.look()
    draw.part("By area, and beside one another")
    with st.container(horizontal=True, gap="small", key="tables"):
        shown = trending.choice("What is shown", "table", trending.TABLES)
        if shown != "pairs":
            trending.choice("Areas", "areas", trending.KINDS)
    chart: PanelChart | MatrixChart
    rows = _side_by_side(view, picked, filters, look, shown)
    if shown == "time":
        chart = area_panels(view, picked.tag, look.kind, rows, counts)
        is_empty = not chart.panels
    else:
        chart = _matrix(view, picked, filters, look.kind if shown == "areas" else None, rows)
        is_empty = not chart.cells
    if is_empty:
        draw.aside("None of these reports has what would be set side by side.")
    else:
        draw_chart(chart, f"tag-{shown}", trending.choose, picked.key)


def _table() -> str:
    return page.shown("table", tuple(trending.TABLES))


def _side_by_side(
    view: Ranking, picked: Pick, filters: Filters, look: Look, shown: str
) -> pd.DataFrame:
    if shown == "time":
        span = Span(view.line.history[0], view.line.end)
        return data.chosen(tag_tables.tag_area_periods, filters, look, picked.tag, span)
    if shown == "areas":
        return data.chosen(tag_tables.tag_areas, filters, look, _tags(view, picked))
    return data.chosen(tag_tables.tag_pairs, filters, look, _tags(view, picked))


def _tags(view: Ranking, picked: Pick) -> tuple[str, ...]:
    return tuple(dict.fromkeys((picked.tag, *view.telling)))[:MATRIX_TAGS]


def _matrix(
    view: Ranking, picked: Pick, filters: Filters, kind: AreaKind | None, rows: pd.DataFrame
) -> MatrixChart:
    """Return the most telling tags by area of ``kind``, or by one another where it is None."""
    totals = data.chosen(totals_query.totals, filters)
    tags = _tags(view, picked)
    told = reach(data.chosen(totals_query.days_of, filters), totals)
    data_to = f"{capital(told)}."
    if kind:
        return area_matrix(tags, kind, rows, view.noun, data_to)
    total = totals[f"{view.noun}s"].iloc[0]
    return pair_matrix(tags, rows, int(total), view.noun, data_to)


def _choice(view: Ranking, picked: Pick) -> None:
    """Draw the choice of a tag and of the days over which its reports are listed."""

    def choose_tag() -> None:
        trending.choose(view.usual(str(page.entered("topic"))).key)

    def choose_days() -> None:
        trending.choose(str(page.entered("span")))

    st.selectbox(
        "Tag",
        [row.name for row in view.rows],
        key=page.choice("topic", picked.tag),
        on_change=choose_tag,
        label_visibility="collapsed",
    )
    row = view.row(picked.tag)
    if row:
        st.markdown(literal(sentence(view, row)))
    labels = {one.key: one.label for one in spans(view, picked.tag)}
    chosen = picked.key
    st.segmented_control(
        "Reports of",
        list(labels),
        format_func=labels.__getitem__,
        key=page.choice("span", chosen if chosen in labels else None),
        on_change=choose_days,
        label_visibility="collapsed",
    )


def _related(picked: Pick, filters: Filters, look: Look) -> None:
    hidden = trending.hidden(look)
    found = related(picked, _asked_related(picked, filters, look, hidden), hidden)
    if not found:
        return
    draw.aside(f"On reports with {picked.tag} in the days that are looked at, also:")
    with st.container(horizontal=True, gap="xsmall", key="related"):
        for at, one in enumerate(found):
            st.button(
                literal(one.label),
                key=f"related-{at}",
                on_click=trending.choose,
                args=(one.key,),
            )


def _asked_related(
    picked: Pick, filters: Filters, look: Look, hidden: frozenset[str]
) -> pd.DataFrame:
    most = MOST_RELATED + 1 + len(hidden)
    return data.chosen(query.related, filters, look, picked.tag, most)


def _report(row: TagReport) -> None:
    with st.container(key=f"rule-tag-{row.report_id}", gap="xxsmall"):
        draw.open_report(row.report_id, row.title, row.item)
        draw.notice(row.meta, (row.chip,) if row.chip else ())
