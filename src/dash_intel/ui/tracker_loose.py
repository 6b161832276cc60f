"""Loose ends: advice that answers no risk, risks that no advice answers, and opposed advice."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

import pandas as pd
import streamlit as st

from dash_intel.query import tracker as item_query
from dash_intel.query import tracker_loose as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, paging, quotes, tracker_item
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.view.quotes import total
from dash_intel.view.tracker import Row, rows
from dash_intel.view.tracker_groups import member_quote
from dash_intel.view.tracker_loose import LOOSE, Loose, Opposed, loose_scope, opposed, unanswered

SHOWN = "loose"
PART = 5

_ASKED: Mapping[Loose, Callable[..., pd.DataFrame]] = MappingProxyType(
    {"untied": query.untied, "unanswered": query.unanswered, "opposed": query.opposed}
)


def draw_loose(filters: Filters) -> None:
    """Draw the kind of loose ends that the address names, and the choice of one."""
    which = cast("Loose", page.shown(SHOWN, tuple(LOOSE)))
    numbers = {one: total(_asked(filters, one, Part(1))) for one in LOOSE}
    st.pills(
        "Loose ends",
        list(LOOSE),
        format_func=lambda one: f"{LOOSE[one]} {numbers[one]:,}",
        key=page.choice(SHOWN, which),
        on_change=_take,
        label_visibility="collapsed",
        required=True,
    )
    found = paging.asked("loose_part", PART, lambda part: _asked(filters, which, part))
    draw.title(LOOSE[which], loose_scope(which, found))
    _DRAWN[which](filters, found)
    paging.draw("loose_part", PART, total(found), (filters, which))


def _take() -> None:
    page.show("loose_part", None)
    page.take_choice(SHOWN)


def _asked(filters: Filters, which: Loose, part: Part) -> pd.DataFrame:
    return data.chosen(_ASKED[which], filters, today(), part)


def _draw_untied(_: Filters, found: pd.DataFrame) -> None:
    for row in rows(found):
        with st.container(key=f"rule-untied-{row.recommendation_id}", gap="xxsmall"):
            _draw_advice(row, "untied")


def _draw_unanswered(_: Filters, found: pd.DataFrame) -> None:
    for at, (quote, facts) in enumerate(unanswered(found)):
        with st.container(key=f"rule-unanswered-{at}", gap="xxsmall"):
            quotes.draw_quote(quote, f"unanswered-{at}", facts)


def _draw_opposed(filters: Filters, found: pd.DataFrame) -> None:
    pairs = opposed(found)
    ids = tuple(dict.fromkeys(one for pair in pairs for one in (pair.one_id, pair.other_id)))
    several = rows(data.chosen(item_query.several, filters, today(), ids)) if ids else ()
    told = {row.recommendation_id: row for row in several}
    for at, pair in enumerate(pairs):
        with st.container(key=f"rule-opposed-{at}", gap="xsmall"):
            draw.aside(pair.facts)
            _draw_pair(pair, told, at)


def _draw_pair(pair: Opposed, told: Mapping[str, Row], at: int) -> None:
    for column, one in zip(st.columns(2, gap="medium"), (pair.one_id, pair.other_id), strict=True):
        if one in told:
            with column:
                _draw_advice(told[one], f"opposed-{at}")


def _draw_advice(row: Row, where: str) -> None:
    name = f"{where}-{row.recommendation_id}"
    quotes.draw_quote(member_quote(row), name)
    st.button(
        "Status, links and history",
        key=f"open-{name}",
        type="tertiary",
        on_click=page.show,
        args=(tracker_item.ITEM, row.recommendation_id),
    )


_DRAWN: Mapping[Loose, Callable[[Filters, pd.DataFrame], None]] = MappingProxyType(
    {"untied": _draw_untied, "unanswered": _draw_unanswered, "opposed": _draw_opposed}
)
