"""The other revisions of a report, what changed since the one before, and reports alike."""

import streamlit as st

from dash_intel.model.report import Report
from dash_intel.query import report as query
from dash_intel.query.changes import changes
from dash_intel.store import Database
from dash_intel.ui import data
from dash_intel.ui import draw as drawing
from dash_intel.view.item import Chip
from dash_intel.view.revisions import (
    ChangeRow,
    Comparison,
    Revisions,
    alike_label,
    alikes,
    comparison,
    newest_alike,
)

REMOVED, ADDED = Chip("− removed", "red"), Chip("+ added", "green")


def draw(report: Report, kin: Revisions) -> None:
    """Draw which revision this is, the way to others, what changed, and what looks alike."""
    if kin.line:
        with st.container(key="kin", horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(kin.line, width="content")
            for link in kin.others:
                drawing.open_beside(link.report_id, link.label)
    found = kin.previous and data.answer(_compared, kin.previous, report.report_id)
    if found:
        _draw_comparison(found)
    _draw_alikes(report)


def _compared(database: Database, older_id: str, newer_id: str) -> Comparison | None:
    older, newer = query.report(database, older_id), query.report(database, newer_id)
    return comparison(older, newer, changes(older, newer)) if older and newer else None


def _draw_comparison(found: Comparison) -> None:
    with st.expander(found.title):
        for at, row in enumerate(found.rows):
            _draw_change(at, row)
        if found.left_out:
            drawing.aside(f"{found.left_out:,} more changes are not shown.")


def _draw_change(at: int, row: ChangeRow) -> None:
    with st.container(key=f"rule-change-{at}" if at else None, gap="xxsmall"):
        drawing.aside(row.place)
        removed, added = st.columns(2, gap="medium")
        with removed:
            _draw_side(f"removed-{at}", REMOVED, row.removed)
        with added:
            _draw_side(f"added-{at}", ADDED, row.added)


def _draw_side(key: str, mark: Chip, words: str | None) -> None:
    if words is None:
        return
    with st.container(gap="xsmall"):
        drawing.notice(None, [mark])
        with st.container(key=f"quote-{key}"):
            st.text(words)


def _draw_alikes(report: Report) -> None:
    named = [(alike, data.answer(query.report, alike.report_id)) for alike in alikes(report)]
    for alike, other in newest_alike(named):
        with st.container(key=f"alike-{alike.report_id}", gap="xsmall"):
            drawing.notice(alike.message, [Chip("Looks alike", "orange")])
            drawing.open_beside(alike.report_id, alike_label(other))
