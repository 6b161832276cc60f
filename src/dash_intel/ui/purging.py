"""Purging a report for good, and what was purged."""

from contextlib import closing

import streamlit as st

from dash_intel import store
from dash_intel.errors import BuildVersionError
from dash_intel.model.report import Report
from dash_intel.query.report import report as report_of
from dash_intel.settings import database_directory
from dash_intel.store import Build, Tombstone, open_build
from dash_intel.store.builds import kept_builds
from dash_intel.ui import asking, data, state, writing
from dash_intel.ui import draw as drawing
from dash_intel.view.builds import purged_table
from dash_intel.view.literal import literal
from dash_intel.view.purge import (
    NO_REASON,
    NO_WORD,
    WORD,
    Holders,
    Question,
    missed,
    purged,
    question,
)

LONGEST_REASON = 300


def draw(report: Report, revisions: int) -> None:
    """Draw the button that asks whether to purge a report, and the question once it is asked."""
    st.button(
        "Purge this report…", type="tertiary", on_click=state.ask, args=("purge", report.report_id)
    )
    if state.asked("purge") == report.report_id:
        holders = data.again(lambda: _holders(report.report_id))
        view = question(report, holders, revisions)
        asking.draw("Purge this report?", lambda: _draw_question(view, report.report_id))


def draw_purged() -> None:
    """Draw what was purged, where anything was."""
    found = store.tombstones(database_directory())
    if found:
        drawing.part("Purged reports", "Their text is gone; it is not loaded again.")
        drawing.table(purged_table(found))


def draw_missed(report_id: str) -> None:
    """Draw that there is no report of this id, and where it went if it was purged."""
    found = {one.report_id: one for one in store.tombstones(database_directory())}
    _draw_missed(found.get(report_id))


def _draw_missed(tombstone: Tombstone | None) -> None:
    if tombstone:
        drawing.head("This report was purged", missed(tombstone))
    else:
        drawing.head("No report has this address", "It may be in another database, or mistyped.")


def _draw_question(view: Question, report_id: str) -> None:
    st.markdown(f"**{literal(view.report)}**")
    st.markdown("This cannot be undone. Purging removes")
    st.markdown("\n".join(f"- {literal(line)}" for line in view.removed))
    drawing.aside(view.kept)
    drawing.aside(view.stays)
    with st.form("purge", border=False):
        reason = st.text_input(
            "Reason, without words of the report",
            max_chars=LONGEST_REASON,
            placeholder="For example: names a source",
        )
        word = st.text_input(f'Type "{WORD}" to confirm', autocomplete="off")
        is_sent = st.form_submit_button("Purge for good", type="primary")
    if is_sent and _is_confirmed(reason, word):
        _purge(report_id, reason)


def _is_confirmed(reason: str, word: str) -> bool:
    if not reason.strip():
        drawing.failure(NO_REASON)
        return False
    if word.strip().casefold() != WORD:
        drawing.failure(NO_WORD)
        return False
    return True


def _purge(report_id: str, reason: str) -> None:
    done = writing.attempt(
        "Purging", lambda wait: store.purge(database_directory(), report_id, reason, wait)
    )
    if done:
        data.forget()
        state.close_report()
        state.keep_outcome(state.Outcome("Purged", purged(done)))
        asking.end()


def _holders(report_id: str) -> Holders:
    found = [
        (build.number, _holds(build, report_id)) for build in kept_builds(database_directory())
    ]
    return Holders(
        tuple(number for number, holds in found if holds),
        tuple(number for number, holds in found if holds is None),
    )


def _holds(build: Build, report_id: str) -> bool | None:
    try:
        with closing(open_build(build)) as database:
            return report_of(database, report_id) is not None
    except BuildVersionError:
        return None
