"""What became of advice: five measures now, over time, and by area."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from dash_intel.errors import LedgerError, SettingError
from dash_intel.query import advice_measures as query
from dash_intel.query.filters import Filters
from dash_intel.ui import charts, data, invented
from dash_intel.ui import draw as drawing
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.ui.state.filters import apply
from dash_intel.view.advice_kinds import MEASURES, Measure
from dash_intel.view.advice_measures import KINDS, Number, area_of, measures_view
from dash_intel.vocab.areas import AreaKind

K = TypeVar("K", bound=str)

MEASURE, BY = "measure", "by"
TITLE = "What became of the advice"
_FILTERS: Mapping[AreaKind, str] = {
    "region": "regions",
    "group": "groups",
    "country": "countries",
}


def draw(filters: Filters) -> None:
    """Draw the measures of the advice of the reports that filters choose."""
    kind, measure = _kind(filters), _measure()
    try:
        found = data.followed(query.advice_measures, filters, kind, today())
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))
        return
    if found is None:
        drawing.aside("No dated report of what is looked at gives any advice.")
        return
    view = measures_view(found, kind, measure)
    drawing.title(TITLE, view.scope)
    _draw_numbers(view.numbers)
    _draw_choice(MEASURE, measure, {key: one.label for key, one in MEASURES.items()}, "Measure")
    charts.draw_chart(invented.marked(view.line), "advice-measures")
    _draw_choice(BY, kind, KINDS, "By")
    if not view.panels or not view.table:
        drawing.aside(f"No advice is given for any {kind}.")
        return

    def choose(key: str) -> None:
        area = area_of(key)
        if area:
            apply(filters.having(_FILTERS[area.kind], area.code))

    charts.draw_chart(invented.marked(view.panels), "advice-areas", choose)
    drawing.notice(view.drawn)
    drawing.title(*view.now)
    drawing.table(view.table, "advice-areas-now", choose)


def _draw_numbers(numbers: Sequence[Number]) -> None:
    with st.grid(len(numbers), min_column_width=165):
        for at, one in enumerate(numbers):
            with st.container(key=f"k-advice-{at}", gap="xxsmall"):
                st.metric(one.label, one.value)
                drawing.aside(one.note)


def _draw_choice(name: str, shown: K, labels: Mapping[K, str], label: str) -> None:
    st.segmented_control(
        label,
        list(labels),
        format_func=labels.__getitem__,
        key=page.choice(name, shown),
        on_change=page.take_choice,
        args=(name,),
        label_visibility="collapsed",
        required=True,
    )


def _kind(filters: Filters) -> AreaKind:
    usual = query.usual_kind(filters)
    found = page.shown(BY, (usual, *KINDS))
    return next(kind for kind in KINDS if kind == found)


def _measure() -> Measure:
    found = page.shown(MEASURE, tuple(MEASURES))
    return next(measure for measure in MEASURES if measure == found)
