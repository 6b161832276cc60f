"""Advice that recurs: what is the same across reports, and the way to say that it is not."""

import pandas as pd
import streamlit as st

from dash_intel.query import advice as advice_query
from dash_intel.query import tracker_groups as query
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, paging, quotes, tracker_grouping, tracker_item, tracker_saving
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.view.quotes import total
from dash_intel.view.tracker import rows
from dash_intel.view.tracker_groups import (
    Group,
    Similar,
    groups,
    groups_scope,
    member_quote,
    similar,
)
from dash_intel.view.words import count

GROUPS, MEMBERS = 8, 5
SHOWN = "same"
"""What the address calls the group that is open."""


def draw_groups(filters: Filters) -> None:
    """Draw the advice that several reports give, and the members of the group that is open."""

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.groups, filters, today(), part)

    found = paging.asked("groups", GROUPS, ask)
    draw.title("The same advice across reports", groups_scope(found))
    for one in groups(found):
        _draw_group(filters, one)
    paging.draw("groups", GROUPS, total(found), filters)


def _draw_group(filters: Filters, group: Group) -> None:
    is_open = page.named(SHOWN) == group.key
    with st.container(key=f"rule-group-{group.key}", gap="xxsmall"):
        with st.container(key=f"quote-group-{group.key}"):
            st.text(group.text)
        draw.notice(" · ".join(one for one in (group.scope, group.facts) if one), group.chips)
        st.button(
            "Close" if is_open else f"See {count(group.recommendations, 'recommendation')}",
            key=f"group-{group.key}",
            type="tertiary",
            on_click=_show,
            args=(None if is_open else group.key,),
        )
        if is_open:
            _draw_members(filters, group)


def _show(key: str | None) -> None:
    page.show("members", None)
    page.show(SHOWN, key)


def _draw_members(filters: Filters, group: Group) -> None:
    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(query.members, filters, today(), group.key, part)

    found = paging.asked("members", MEMBERS, ask)
    shown = rows(found)
    with st.container(key=f"members-{group.key}", border=True):
        for at, row in enumerate(shown):
            name = f"member-{row.recommendation_id}"
            with st.container(key=f"rule-{name}" if at else name, gap="xxsmall"):
                quotes.draw_quote(member_quote(row), name)
                with st.container(horizontal=True, gap="small"):
                    st.button(
                        "Status and history",
                        key=f"open-{name}",
                        type="tertiary",
                        on_click=page.show,
                        args=(tracker_item.ITEM, row.recommendation_id),
                    )
                    if tracker_saving.may_write():
                        tracker_grouping.draw_split(row.recommendation_id, row.short)
        paging.draw("members", MEMBERS, total(found), (filters, group.key))
        if tracker_saving.may_write():
            members = frozenset(row.recommendation_id for row in shown)
            likes = data.answer(advice_query.similar, group.recommendation_id)
            _draw_similar(group, similar(likes, members))


def _draw_similar(group: Group, found: tuple[Similar, ...]) -> None:
    if not found:
        return
    st.markdown("**Similar advice, not in this group**")
    for one in found:
        name = f"similar-{one.recommendation_id}"
        with st.container(key=f"row-{name}", gap="xxsmall"):
            quotes.draw_quote(one.quote, name, one.alike)
            tracker_grouping.draw_join(
                one.recommendation_id, one.quote.text, group.recommendation_id
            )
