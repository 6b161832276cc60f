"""The sample's invented decisions: put in with it, named where they show, gone in one click."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.errors import DashIntelError, LedgerError, SettingError
from dash_intel.settings import database_directory
from dash_intel.ui import asking, data, identity, state
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import page
from dash_intel.view.charted import ChartView
from dash_intel.view.item import Chip

Drawn = TypeVar("Drawn", bound=ChartView)

NOTE = "Some decisions here are invented, for trying out."
FOOT = "Some of what was decided is invented, for trying out."
REMOVE = "Remove them"
KEEP = "Keep them"
WHAT_GOES = (
    "Every status, forecast, outcome, signpost, note and matrix that came with the sample goes. "
    "What somebody here decided stays."
)
WAY_BACK = "“dash-intel ledger invented --put” brings them back."
REMOVED = f"The invented decisions are gone. {WAY_BACK}"
_REMOVED = "invented-removed"

log = logging.getLogger(__name__)


def put_with_sample() -> None:
    """Put the invented decisions in, the first time that the sample is loaded."""
    try:
        pipeline.put_with_sample(database_directory(), data.ledger(), identity.person())
    except DashIntelError as error:
        log.warning("invented decisions were not put in: %s", error)


def marked(view: Drawn, scenario_ids: Iterable[str] | None = None) -> Drawn:
    """Return a chart that counts decisions; its foot says where some of them are invented.

    ``scenario_ids`` are those that it counts decisions about, where only they count.
    """
    note = note_of(scenario_ids)
    if not note:
        return view
    return replace(view, caption=replace(view.caption, foot=f"{view.caption.foot} {note}"))


def note_of(scenario_ids: Iterable[str] | None = None) -> str:
    """Return that some decisions are invented, of these scenarios where given; else nothing."""
    held = data.decisions()
    if scenario_ids is None:
        return FOOT if held.has_invented else ""
    counted = set(scenario_ids)
    is_some = any(one.last.is_invented and one.scenario_id in counted for one in held.scenarios)
    return FOOT if is_some else ""


def draw_note() -> None:
    """Draw that some decisions are invented, and the way to remove them; nothing where none is."""
    _draw_removed()
    try:
        if not data.decisions().has_invented:
            return
        may_remove = ledgers.may(identity.person(), "invented.remove")
    except (LedgerError, SettingError) as error:
        log.warning("not known whether decisions are invented: %s", error)
        return
    with st.container(
        key="ways-invented", horizontal=True, vertical_alignment="center", gap="small"
    ):
        drawing.aside(NOTE)
        if may_remove:
            st.button(
                REMOVE,
                type="tertiary",
                key="remove-invented",
                on_click=state.ask,
                args=("invented", "all"),
            )
    if may_remove and state.asked("invented"):
        asking.draw("Remove the invented decisions?", _draw_question)


def _draw_question() -> None:
    st.markdown(WHAT_GOES)
    drawing.aside(WAY_BACK)
    with st.container(horizontal=True, gap="small"):
        is_sure = st.button(REMOVE, type="primary", key="remove-invented-for-good")
        is_kept = st.button(KEEP, key="keep-invented")
    if is_kept:
        asking.end()
    if is_sure:
        try:
            ledgers.remove_invented(data.ledger(), identity.person())
        except (LedgerError, SettingError) as error:
            drawing.failure(str(error))
        else:
            page.keep(_REMOVED, REMOVED)
            asking.end()


def _draw_removed() -> None:
    """Say once, on the page on which they were removed, that invented decisions are gone."""
    said = page.kept(_REMOVED)
    if said:
        page.keep(_REMOVED, None)
        drawing.notice(str(said), (Chip("Removed", "green"),))
