"""Recommendations on a board, a column a status; a menu moves one where the rules let it go."""

from collections.abc import Sequence

import streamlit as st

from dash_intel.ledger import RecommendationChange, targets
from dash_intel.model.ledger import Status
from dash_intel.query import tracker as query
from dash_intel.query.filters import Filters
from dash_intel.query.tracker import Wanted
from dash_intel.ui import data, draw, tracker_forms, tracker_saving
from dash_intel.ui.day import today
from dash_intel.ui.state import page
from dash_intel.ui.state import tracker as state
from dash_intel.view.item import Chip
from dash_intel.view.literal import literal
from dash_intel.view.outlook import STATUS_HUES
from dash_intel.view.tracker import CLOSED, OPEN, STATUSES, Row, due_chips, rows, short_status
from dash_intel.view.tracker_edits import Edit
from dash_intel.view.tracker_tally import Tally

CARDS = 6
CARDS_ALONE = 12
MORE = 12
MOST = 120
A_ROW = 4


def draw_board(filters: Filters, wanted: Wanted, found: Tally, choose: str) -> None:
    """Draw the wanted recommendations by status; "Open" has the address name one."""
    statuses = wanted.statuses or STATUSES
    least = CARDS if len(statuses) > 1 else CARDS_ALONE
    most = tuple(_most(one, least) for one in statuses)
    asked = Wanted(wanted.person, wanted.quick, statuses)
    cards = rows(data.chosen(query.board, filters, today(), asked, most))
    on_board = {card.recommendation_id for card in cards}
    tracker_forms.draw_drafts(on_board)
    if len(statuses) == 1:
        _draw_alone(statuses[0], cards, found, choose)
        return
    for group in (OPEN, CLOSED):
        here = [one for one in statuses if one in group]
        if here:
            _draw_columns(here, cards, found, choose)


def _draw_columns(
    statuses: Sequence[Status], cards: tuple[Row, ...], found: Tally, choose: str
) -> None:
    for column, status in zip(st.columns(A_ROW, gap="small"), statuses, strict=False):
        here = [card for card in cards if card.status == status]
        with column, st.container(key=f"column-{status}", gap="xsmall"):
            _draw_head(status, found)
            for card in here:
                _draw_card(card, choose)
            _draw_more(status, len(here), found)


def _draw_alone(status: Status, cards: tuple[Row, ...], found: Tally, choose: str) -> None:
    """Draw the cards of one status over the whole width, row by row."""
    _draw_head(status, found)
    for first in range(0, len(cards), A_ROW):
        row = cards[first : first + A_ROW]
        for column, card in zip(st.columns(A_ROW, gap="small"), row, strict=False):
            with column:
                _draw_card(card, choose)
    _draw_more(status, len(cards), found)


def _draw_head(status: Status, found: Tally) -> None:
    chip = Chip(short_status(status), STATUS_HUES.get(status, "gray"))
    draw.notice(f"{found.statuses[status]:,}", (chip,))


def _draw_more(status: Status, drawn: int, found: Tally) -> None:
    if not drawn:
        draw.aside("None.")
    elif drawn < found.statuses[status] and drawn < MOST:
        st.button(
            "Show more",
            key=f"more-{status}",
            type="tertiary",
            on_click=page.show,
            args=(_shown_name(status), str(drawn + MORE)),
        )


def _draw_card(card: Row, choose: str) -> None:
    name = card.recommendation_id
    with st.container(key=f"card-{name}", border=True, gap="xsmall"):
        st.markdown(f"**{literal(card.short)}**")
        if card.facts:
            draw.aside(card.facts)
        draw.notice(None, due_chips(card))
        draft = state.draft_of(name)
        if draft:
            tracker_forms.draw_draft(draft, is_in_card=True)
            return
        with st.container(horizontal=True, gap="small", vertical_alignment="center", wrap=False):
            st.markdown(f":small[{literal(card.owner or 'no owner')}]", width="stretch")
            st.button(
                "Open",
                key=f"open-{name}",
                type="tertiary",
                on_click=page.show,
                args=(choose, name),
            )
            if tracker_saving.may_write():
                _draw_move(card)


def _draw_move(card: Row) -> None:
    name = f"move-{card.recommendation_id}-{state.turn()}"

    def move() -> None:
        target = page.entered(name)
        if target in STATUSES:
            change = RecommendationChange(status=target)
            tracker_saving.draft(card, Edit(card.recommendation_id, card.revision, change))

    st.menu_button(
        "Move",
        targets(card.status),
        format_func=short_status,
        type="tertiary",
        key=f"page-{name}",
        on_click=move,
    )


def _shown_name(status: Status) -> str:
    return f"shown_{status}"


def _most(status: Status, least: int) -> int:
    return max(least, min(page.number(_shown_name(status)), MOST))
