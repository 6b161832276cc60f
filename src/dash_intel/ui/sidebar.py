"""The filters as widgets: all show the session's filters, and one callback collects them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dash_intel.query import chosen as query
from dash_intel.query import options
from dash_intel.query.filters import (
    FIRST_DAY,
    KEYS,
    LAST_DAY,
    LONGEST_VALUE,
    MANY,
    MOST_VALUES,
    Filters,
    from_url,
)
from dash_intel.query.periods import Span
from dash_intel.ui import data, offering
from dash_intel.ui.state import filters as state
from dash_intel.view import choices
from dash_intel.view.scope import CONFIDENCES, LEFT_OUT, PERIODS
from dash_intel.vocab.categories import category_label, risk_categories

FILTERED = (
    "Overview",
    "Trends",
    "Risk",
    "Regions",
    "Scenarios",
    "Recommendations",
    "Hypotheses",
    "Search",
    "Coverage",
)
"""The pages that show what the filters choose, in their order."""

RARE = ("techniques", "publishers", "confidences", "without")
"""The filters that stand under "More filters", beside what is counted."""


@dataclass(frozen=True, slots=True)
class _Several:
    """A widget that takes several values: of which filter, what it is called, and its values."""

    name: str
    label: str
    placeholder: str
    said: Callable[[str], str] = str


_AREAS = _Several("areas", "Region", "All regions", choices.area_label)
_TAGS = _Several("tags", "Tag", "All tags")
_CATEGORIES = _Several("categories", "Risk category", "All categories", category_label)
_TECHNIQUES = _Several("techniques", "Technique", "All techniques")
_PUBLISHERS = _Several("publishers", "Publisher", "All publishers")
_CONFIDENCES = _Several("confidences", "Confidence", "Any confidence", CONFIDENCES.__getitem__)
_LEFT_OUT = _Several("without", "Leave out", "Nothing", LEFT_OUT.__getitem__)


def draw(now: Filters) -> None:
    """Draw the filters as ``now`` has them."""
    st.text_input(
        "Search",
        key=state.shown("text", now.text),
        type="search",
        icon=":material/search:",
        placeholder="Search reports",
        help=choices.SEARCH_HELP,
        max_chars=LONGEST_VALUE,
        on_change=_collect,
    )
    _draw_period(now)
    _draw_several(_AREAS, choices.offered_areas(), choices.chosen_areas(now))
    _draw_one("counted", "Regions count as", choices.COUNTED, now.counted)
    st.toggle(
        "Hide actors",
        key=state.shown("hides_actors", now.hides_actors),
        help=choices.ACTORS_HELP,
        on_change=_collect,
    )
    _draw_named(_TAGS, now)
    _draw_several(_CATEGORIES, risk_categories(), now.categories)
    is_used = any(getattr(now, name) for name in RARE) or now.unit == "events"
    with st.expander("More filters", expanded=state.was_ever("rare-filters", now=is_used)):
        _draw_named(_TECHNIQUES, now)
        _draw_named(_PUBLISHERS, now)
        _draw_several(_CONFIDENCES, CONFIDENCES, now.confidences)
        _draw_several(_LEFT_OUT, LEFT_OUT, now.without)
        _draw_one("unit", "Count", choices.UNITS, now.unit)


def _draw_period(now: Filters) -> None:
    newest = data.chosen(query.newest_day) or date.today()
    days = data.chosen(query.days_of, now) or Span(date.min, newest)
    st.selectbox(
        "Period",
        list(PERIODS),
        format_func=PERIODS.__getitem__,
        key=state.shown("period", now.period),
        on_change=_collect,
        args=(days,),
    )
    if now.period != "days":
        return
    for label, name, value in (("From", "since", now.since), ("To", "until", now.until)):
        st.date_input(
            label,
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            key=state.shown(name, value),
            on_change=_collect,
        )


def _draw_several(widget: _Several, offered: Iterable[str], chosen: tuple[str, ...]) -> None:
    is_typed = widget.name in options.NAMED
    st.multiselect(
        widget.label,
        choices.with_chosen(offered, chosen),
        format_func=widget.said,
        key=state.shown(widget.name, list(chosen)),
        placeholder=widget.placeholder,
        max_selections=MOST_VALUES,
        filter_mode="contains",
        select_all=False,
        accept_new_options=is_typed,
        help=choices.TYPED_HELP if is_typed else None,
        on_change=_collect,
    )


def _draw_named(widget: _Several, now: Filters) -> None:
    _draw_several(widget, offering.offered(widget.name), getattr(now, widget.name))


def _draw_one(name: str, label: str, offered: Mapping[str, str], value: str) -> None:
    st.segmented_control(
        label,
        list(offered),
        format_func=offered.__getitem__,
        required=True,
        key=state.shown(name, value),
        width="stretch",
        on_change=_collect,
    )


def _collect(days: Span | None = None) -> None:
    """Show what all widgets say; ``days`` are what to begin with where a range is asked for."""
    now = state.filters()
    address = {key: _entered(name, now) for name, key in KEYS.items()}
    address |= choices.areas_in_address(state.entered(_AREAS.name) or ())
    if state.entered("period") == "days" and now.period != "days" and days:
        since = [] if days.since < FIRST_DAY else [days.since.isoformat()]
        address |= {KEYS["since"]: since, KEYS["until"]: [days.until.isoformat()]}
    wanted, dropped = from_url(address)
    state.apply(wanted)
    state.keep_unknown(dropped)


def _entered(name: str, now: Filters) -> list[str]:
    """Return what stands in the widget of a filter, as an address says it."""
    entered = state.entered(name)
    if name in {"since", "until"}:
        return [entered.isoformat()] if now.period == "days" and entered else []
    if name == "hides_actors":
        return ["hide"] if entered else []
    if name in MANY:
        return [str(one) for one in entered or ()]
    return [str(entered or getattr(now, name) if name != "text" else entered or "")]
