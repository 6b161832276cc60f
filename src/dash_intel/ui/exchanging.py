"""Recommendations to a spreadsheet or a calendar, and back from the spreadsheet."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dash_intel import exchange
from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.export.recommendations_csv import recommendations_csv
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.export.reminders_ics import reminders_ics
from dash_intel.query import tracker as query
from dash_intel.query.exchanged import MOST_EXCHANGED
from dash_intel.query.filters import Filters
from dash_intel.query.tracker import Wanted
from dash_intel.settings import ledger_address
from dash_intel.ui import bringing, data
from dash_intel.ui import draw as drawing
from dash_intel.ui.day import today
from dash_intel.view.recommendation_sheet import RecommendationSheet
from dash_intel.view.reminders import NONE_DUE, Reminder
from dash_intel.view.words import count

SCOPE = "Edit recommendations outside, and bring them back: you see what would change first."
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(filters: Filters, asked: Wanted, total: int) -> None:
    """Draw the ways out for the ``total`` recommendations that are listed, and the way back."""
    drawing.part("To a spreadsheet and back", SCOPE)
    away, back = st.columns(2, gap="medium")
    try:
        with away:
            _draw_away(filters, asked, total)
        with back:
            bringing.draw_field()
        bringing.draw()
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))


def _draw_away(filters: Filters, asked: Wanted, total: int) -> None:
    drawing.title(
        "Take away",
        "What is listed above, with what was decided. Status, owner, dates and notes can be "
        f"edited; up to {MOST_EXCHANGED:,} in a file.",
    )
    with st.container(horizontal=True, gap="small", key="sheet-files"):
        _button(
            "Excel workbook", "recommendations.xlsx", SHEET_TYPE, partial(_xlsx, filters, asked)
        )
        _button("CSV", "recommendations.csv", "text/csv", partial(_csv, filters, asked))
        due = _due(filters, asked)
        if due:
            _button("Calendar", "recommendations.ics", "text/calendar", partial(_ics, due))
    if total > MOST_EXCHANGED:
        drawing.notice(
            f"The list has {total:,}: a file has the first {MOST_EXCHANGED:,} of them. Choose "
            "fewer by filters to take the others."
        )
    if due:
        drawing.aside(
            f"The calendar has {count(len(due), 'due day')} of open recommendations, each with an "
            "alarm three days before."
        )
    else:
        drawing.aside(f"{NONE_DUE} So there is no calendar to take away.")


def _button(label: str, name: str, kind: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=kind,
        key=f"file-{name}",
        on_click="ignore",
        icon=":material/download:",
    )


def _xlsx(filters: Filters, asked: Wanted) -> bytes:
    return workbook(_sheet(filters, asked))


def _csv(filters: Filters, asked: Wanted) -> bytes:
    return recommendations_csv(_sheet(filters, asked))


def _ics(due: Sequence[Reminder]) -> bytes:
    return reminders_ics(due, datetime.now(UTC))


def _sheet(filters: Filters, asked: Wanted) -> RecommendationSheet:
    """Return the sheet as it is now; it is asked for at a click, maybe after another load."""
    is_there = ledgers.is_there(ledger_address())
    head = str(data.ledger().head()) if is_there else ""
    with data.one_build():
        return data.fresh(exchange.taken, filters, today(), head, asked)


def _due(filters: Filters, asked: Wanted) -> tuple[Reminder, ...]:
    """Return the reminders; only those that anybody gave a due day are looked for."""
    dated = {
        one.recommendation_id
        for one in data.decisions().recommendations
        if one.is_open and one.due_on
    }
    if not dated:
        return ()
    if asked.quick != "all" or asked.statuses:
        dated &= set(data.chosen(query.ids, filters, today(), asked, MOST_EXCHANGED))
    return data.chosen(exchange.due, filters, today(), tuple(sorted(dated))) if dated else ()
