"""The parts of the Coverage page: what each finds, its charts and tables."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import streamlit as st

from dash_intel.query import coverage as query
from dash_intel.query import loads
from dash_intel.query.chosen import days_of, last_day, newest_day
from dash_intel.query.chosen import totals as chosen_totals
from dash_intel.query.filters import Filters
from dash_intel.ui import behind, charts, data, draw
from dash_intel.ui.state import page
from dash_intel.view import techniques_named as named
from dash_intel.view.behind import CutTable
from dash_intel.view.coverage import PARTS, CoverageView
from dash_intel.view.gap_coverage import gaps_view
from dash_intel.view.listing import Listing
from dash_intel.view.literal import literal
from dash_intel.view.loads import unrecognised
from dash_intel.view.publishers import publishers_view
from dash_intel.view.read_quality import reading_view
from dash_intel.view.risk_words import reach
from dash_intel.view.silent import silent_view
from dash_intel.view.words import count

PART = "part"
BY = "by"
KINDS: Mapping[str, str] = MappingProxyType({"family": "Families", "technique": "Techniques"})


def part() -> str:
    """Return which part of the page is shown."""
    return page.shown(PART, tuple(PARTS))


def draw_choice(shown: str) -> None:
    """Draw the choice of parts."""
    st.segmented_control(
        "Part of the page",
        tuple(PARTS),
        format_func=PARTS.__getitem__,
        key=page.choice(PART, shown),
        on_change=_turn_to_part,
        required=True,
        label_visibility="collapsed",
    )


def headline(shown: str, filters: Filters, looked_at: int) -> str:
    """Return what a part of the page finds."""
    if shown == "techniques":
        return named.finding(_totals(filters), looked_at, filters.unit, is_family=_is_family())
    return _view(shown, filters, looked_at).headline


def draw_part(shown: str, filters: Filters, looked_at: int) -> None:
    """Draw a part of the page, and below it the reports behind the number that was chosen."""
    about = query.cut(page.named(behind.CUT))
    if shown == "techniques":
        _draw_techniques(filters, looked_at, about)
        return
    if shown == "gaps":
        _draw_gaps(_view(shown, filters, looked_at), filters, about or query.Cut(state="gap"))
        return
    _draw_view(_view(shown, filters, looked_at))
    if shown == "reading":
        _draw_unrecognised()
    if about:
        behind.draw_behind(filters, about)


def _view(shown: str, filters: Filters, looked_at: int) -> CoverageView:
    return _VIEWS[shown](filters, looked_at)


def _gaps(filters: Filters, looked_at: int) -> CoverageView:
    return gaps_view(
        data.chosen(query.gap_counts, filters),
        data.chosen(query.gap_regions, filters),
        looked_at,
        data.answer(newest_day),
        filters.unit,
    )


def _publishers(filters: Filters, looked_at: int) -> CoverageView:
    return publishers_view(data.chosen(query.sources, filters), looked_at, filters.unit)


def _reading(filters: Filters, looked_at: int) -> CoverageView:
    return reading_view(
        data.chosen(query.read_profiles, filters),
        data.chosen(query.read_remarks, filters),
        data.chosen(query.read_whole, filters),
        looked_at,
        filters.unit,
    )


def _silent(filters: Filters, looked_at: int) -> CoverageView:  # noqa: ARG001 as the others
    days = data.chosen(days_of, filters)
    return silent_view(
        data.chosen(query.silent, filters), data.chosen(last_day, filters), has_all=days is None
    )


_VIEWS: Mapping[str, Callable[[Filters, int], CoverageView]] = MappingProxyType(
    {
        "gaps": _gaps,
        "publishers": _publishers,
        "reading": _reading,
        "silent": _silent,
    }
)


def _is_family() -> bool:
    return page.shown(BY, tuple(KINDS)) == "family"


def _totals(filters: Filters) -> Mapping[str, named.Named]:
    found = data.chosen(query.named_totals, filters, is_family=_is_family())
    return named.totals(found)


def _ask_ahead(filters: Filters, *, is_family: bool) -> None:
    data.ahead(
        partial(data.chosen, query.regions, filters),
        partial(data.chosen, query.named_months, filters, is_family=is_family),
        partial(data.chosen, query.months, filters),
    )


def _draw_techniques(filters: Filters, looked_at: int, about: query.Cut | None) -> None:
    totals, is_family = _totals(filters), _is_family()
    st.segmented_control(
        "Families or techniques",
        tuple(KINDS),
        format_func=KINDS.__getitem__,
        key=page.choice(BY, "family" if is_family else "technique"),
        on_change=_turn_to_kind,
        required=True,
        label_visibility="collapsed",
    )
    if not totals:
        draw.aside("No report that is looked at names a technique.")
        return
    _ask_ahead(filters, is_family=is_family)
    days, newest = data.chosen(days_of, filters), data.chosen(chosen_totals, filters)
    foot = f"n = {count(looked_at, filters.unit.removesuffix('s'))}, {reach(days, newest)}."
    ask = named.Ask(is_family, filters.unit, looked_at, foot)
    places = named.by_region(
        ask,
        totals,
        data.chosen(query.named_regions, filters, is_family=is_family),
        data.chosen(query.regions, filters),
    )
    months = named.by_month(
        ask,
        totals,
        data.chosen(query.named_months, filters, is_family=is_family),
        data.chosen(query.months, filters),
    )
    chosen = about.key if about else None
    if places.cells:
        charts.draw_chart(places, "techniques-by-region", _choose, chosen)
    if about and not about.month:
        behind.draw_behind(filters, about)
    if months.cells:
        charts.draw_chart(months, "techniques-by-month", _choose, chosen)
    if about and about.month:
        behind.draw_behind(filters, about)


def _draw_gaps(view: CoverageView, filters: Filters, about: query.Cut) -> None:
    st.markdown(literal(view.facts))
    sentences, regions = st.columns([1.55, 1], gap="medium")
    with sentences:
        behind.draw_behind(filters, about, is_ordered=True)
    with regions:
        _draw_tables(view)


def _draw_view(view: CoverageView) -> None:
    st.markdown(literal(view.facts))
    _draw_tables(view)


def _draw_tables(view: CoverageView) -> None:
    for at, part_of_page in enumerate(view.tables):
        draw.part(part_of_page.title, part_of_page.scope)
        if part_of_page.table.view.rows:
            _draw_table(part_of_page.table, f"cover-{at}")
        else:
            draw.aside(part_of_page.nothing)


def _draw_table(table: CutTable, key: str) -> None:
    def choose(row: str) -> None:
        column = page.chosen_column(f"table-{key}")
        at = table.view.columns.index(column) if column in table.view.columns else 0
        found = table.cuts[int(row)][at]
        if found:
            _choose(found)

    draw.table(table.view, key, choose)


def _draw_unrecognised() -> None:
    lost = unrecognised(data.answer(loads.unrecognised))
    draw.part("Texts that no profile recognises", "Of all loads: filters do not apply to them.")
    draw.aside(f"{count(len(lost), 'text')}, kept on the Data page; they count in no chart.")
    with st.container(horizontal=True):
        draw.open_data("Texts that are not recognised")
        draw.open_overview("Reports with remarks", Listing(has_remarks=True))


def _choose(key: str) -> None:
    page.show(behind.CUT, key)


def _turn_to_part() -> None:
    page.take_choice(PART)
    page.show(behind.CUT, None)


def _turn_to_kind() -> None:
    page.take_choice(BY)
    page.show(behind.CUT, None)
