"""The board of signs: not seen, emerging, observed; a sign is moved with a day and evidence."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger import SignpostChange
from dash_intel.model.ledger import Editing
from dash_intel.model.signpost import SignpostMark
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scenario_signs import Watched, scenario_signs, sign_totals
from dash_intel.ui import conflict as conflicts
from dash_intel.ui import data, identity, paging, state
from dash_intel.ui import draw as drawing
from dash_intel.ui.day import today
from dash_intel.ui.scenario_editing import may_decide
from dash_intel.ui.scenario_links import open_one
from dash_intel.view import scenario_signs as views
from dash_intel.view.literal import literal
from dash_intel.view.quotes import total
from dash_intel.view.scenario_headlines import sign_headline
from dash_intel.view.scenario_signs import HINTS, MARKS, Sign
from dash_intel.vocab.decisions import label

A_COLUMN = 8
LONGEST = 5_000
FIRST = date(1900, 1, 1)
ABOUT = "signposts"
FIELDS = ("mark", "seen_on", "evidence")


class Moved(NamedTuple):
    """A sign that somebody moves: whose it is, its words, and the revision that they saw."""

    scenario_id: str
    indicator: str
    seen: int


def headline(filters: Filters) -> str:
    """Return how far the signs of what is looked at have come."""
    return sign_headline(data.chosen(sign_totals, filters))


def draw_signs(filters: Filters) -> None:
    """Draw the board of all signs that are looked at."""
    drawing.aside(
        "Triggers as the reports give them, and triggers and indicators of analysts. A mark is"
        " what an analyst recorded, never read from a report."
    )
    draw_board(filters)


def draw_board(filters: Filters, scenario_id: str = "") -> None:
    """Draw the board, of one scenario where one is named."""
    may = may_decide("signpost.set")
    try:
        _draw_unwritten()
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))
        may = False
    for column, mark in zip(st.columns(len(MARKS), gap="small"), MARKS, strict=True):
        with column:
            _draw_column(filters, Watched(mark, scenario_id), may=may)


def _draw_column(filters: Filters, watched: Watched, *, may: bool) -> None:
    name = f"signs-{watched.mark}"

    def ask(part: Part) -> pd.DataFrame:
        return data.chosen(scenario_signs, filters, today(), part, watched)

    rows = paging.asked(name, A_COLUMN, ask)
    number = total(rows)
    drawing.title(f"{label('mark', watched.mark)} · {number:,}", HINTS[watched.mark])
    if not number:
        drawing.aside("None.")
    for at, sign in enumerate(views.signs(rows)):
        _draw_sign(sign, f"{name}-{at}", may=may, is_alone=bool(watched.scenario))
    paging.draw(name, A_COLUMN, number, (filters, watched))


def _draw_sign(sign: Sign, key: str, *, may: bool, is_alone: bool) -> None:
    with st.container(key=f"card-{key}", border=True, gap="xxsmall"):
        st.markdown(f"**{literal(sign.indicator)}**")
        if sign.seen:
            st.markdown(f":small[{literal(sign.seen)}]")
        if is_alone:
            drawing.aside(sign.origin)
        else:
            drawing.notice(f"{sign.kind}: {sign.scenario}", sign.chips)
            drawing.aside(f"{sign.meta} · {sign.origin}")
        with st.container(horizontal=True, gap="small"):
            if may:
                _draw_move(sign, key)
            if not is_alone:
                st.button(
                    "Scenario",
                    key=f"scenario-{key}",
                    type="tertiary",
                    on_click=open_one,
                    args=(sign.scenario_id,),
                )


def _draw_move(sign: Sign, key: str) -> None:
    with st.popover("Move", type="tertiary", key=f"move-{key}"):
        moves = views.moves(sign.mark)
        _draw_form(Moved(sign.scenario_id, sign.indicator, sign.revision), moves, {})


def _draw_form(sign: Moved, moves: tuple[SignpostMark, ...], wanted: Mapping[str, Any]) -> None:
    """Draw the form that moves a sign; ``wanted`` is what could not be written before."""
    prefix = "again" if wanted else "sign"
    name = f"{prefix}-{sign.scenario_id}-{sign.indicator}-{sign.seen}"
    shown: Mapping[str, Any] = {"mark": None, "seen_on": None, "evidence": "", **wanted}

    def key(field: str) -> str:
        return state.seeded(f"{name}-{field}", shown[field])

    with st.form(name, border=False):
        st.selectbox(
            "To",
            moves,
            index=None,
            format_func=lambda one: label("mark", one),
            placeholder="Choose how far it has come",
            key=key("mark"),
        )
        st.date_input(
            "Seen on",
            value=None,
            min_value=FIRST,
            max_value=today(),
            format="YYYY-MM-DD",
            key=key("seen_on"),
        )
        st.text_area("Evidence", max_chars=LONGEST, height=80, key=key("evidence"))
        drawing.aside("Not seen takes neither day nor evidence.")
        refusal = state.take_refusal(name)
        if refusal:
            drawing.failure(refusal)
        st.form_submit_button(
            "Save over it" if wanted else "Move it",
            type="primary",
            on_click=_save,
            args=(sign, name),
        )


def _draw_unwritten() -> None:
    """Draw what others changed since, where a move was not written, with what was typed."""
    conflict = state.conflict(ABOUT)
    if not conflict:
        return
    wanted = dict(conflict.wanted)
    scenario_id, indicator = str(wanted.pop("scenario_id")), str(wanted.pop("indicator"))
    with st.container(border=True, key="card-unwritten"):
        conflicts.draw(ABOUT, "signpost", data.ledger().history([scenario_id]))
        st.markdown(f"**{literal(indicator)}**")
        _draw_form(Moved(scenario_id, indicator, _revision(scenario_id)), MARKS, wanted)


def _save(sign: Moved, name: str) -> None:
    typed: dict[str, Any] = {field: state.typed(f"{name}-{field}") for field in FIELDS}
    mark: SignpostMark | None = typed["mark"]
    if mark is None:
        state.keep_refusal("Choose how far it has come.", name)
        return
    change = SignpostChange(mark, typed["seen_on"], typed["evidence"] or None)

    def save(editing: Editing) -> object:
        known = BuildSubjects(data.opened())
        return ledgers.set_signpost(data.ledger(), known, editing, sign.indicator, change)

    wanted = {**typed, "scenario_id": sign.scenario_id, "indicator": sign.indicator}
    editing = Editing(identity.person(), sign.scenario_id, sign.seen)
    conflicts.attempt(save, editing, ABOUT, wanted)
    refusal = state.take_refusal()
    if refusal:
        state.keep_refusal(refusal, name)


def _revision(scenario_id: str) -> int:
    found = (one for one in data.decisions().signposts if one.scenario_id == scenario_id)
    return max((one.last.revision for one in found), default=0)
