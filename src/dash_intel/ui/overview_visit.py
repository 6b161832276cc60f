"""What is new since somebody's last visit, drawn; nothing on the first one."""

import logging
from datetime import UTC, datetime

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.query import changed_visit as query
from dash_intel.settings import ledger_address
from dash_intel.ui import data, draw, identity
from dash_intel.ui.state import link_to_report
from dash_intel.view.literal import literal
from dash_intel.view.overview_visit import SHOWN, News, visit

DECIDES = "recommendation.set"
"""Whoever may do this makes the ledger by a visit, where there is none."""

log = logging.getLogger(__name__)


def draw_visit() -> None:
    """Draw what was loaded and decided since the visit before this one."""
    person = identity.person()
    try:
        if not (ledgers.is_there(ledger_address()) or ledgers.may(person, DECIDES)):
            return
        since = ledgers.visit(data.ledger(), person, datetime.now(UTC))
        if since is None:
            return
        loaded = data.answer(query.loaded, since, SHOWN)
        decided = data.decided(query.decided, since, person.name, SHOWN)
    except (LedgerError, SettingError) as error:
        log.warning("what is new since the last visit is not known: %s", error)
        return
    view = visit(since, loaded, decided)
    if view.is_empty:
        draw.aside(f"{view.said}.")
        return
    with st.expander(literal(view.said), key="visit"):
        for column, title, news in zip(
            st.columns(2, gap="medium"),
            ("Reports loaded", "Decided by others"),
            (view.reports, view.decisions),
            strict=True,
        ):
            with column:
                _draw_news(title, news)


def _draw_news(title: str, news: tuple[News, ...]) -> None:
    st.markdown(f"**{title}**")
    for at, one in enumerate(news):
        key = title.split(maxsplit=1)[0].lower()
        with st.container(key=f"link-plain-new-{key}-{at}", gap=None):
            if one.report_id:
                st.page_link(
                    draw.PAGES / "report.py",
                    label=literal(one.title),
                    **link_to_report(one.report_id, one.item_id or None),
                )
            else:
                st.markdown(literal(one.title))
            draw.aside(one.meta)
    if not news:
        draw.aside("None.")
