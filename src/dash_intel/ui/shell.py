"""The frame round every page: navigation, style, footer, and what stands in for a page."""

import logging
import secrets
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dash_intel.design.style import PAGE_STYLE
from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.query import overview as query
from dash_intel.ui import data, draw, filtering, restoring, sidebar, state
from dash_intel.view.listing import Listing
from dash_intel.view.literal import literal
from dash_intel.view.overview import footer

STATIC = Path(__file__).parent / "static"

OVERVIEW = "Overview"
SIDEBAR_WIDTH = 248

log = logging.getLogger(__name__)


def run() -> None:
    """Draw the page that the URL names, in its frame."""
    page = st.navigation(
        [
            *(
                st.Page(draw.PAGES / f"{title.lower()}.py", title=title, default=title == OVERVIEW)
                for title in sidebar.FILTERED
            ),
            st.Page(draw.PAGES / "report.py", title="Report"),
            st.Page(draw.PAGES / "data.py", title="Data"),
            st.Page(draw.PAGES / "audit.py", title="Audit"),
        ],
        position="top",
    )
    _frame(page)
    with st.container(key="page"):
        try:
            with data.one_build():
                _tell_outcome(is_overview=page.title == OVERVIEW)
                if page.title in sidebar.FILTERED and data.build():
                    filtering.draw_sidebar(page.title)
                page.run()
                filtering.draw_unknown_choices()
                _foot()
        except StoreError as error:
            _unreadable(error)
            _offer_builds()


def explain(error: Exception) -> bool:
    """Say calmly that a page failed, and where the log tells more; True keeps details away."""
    reference = secrets.token_hex(4)
    log.error("page failed, reference %s", reference, exc_info=error)
    draw.head(
        "This page could not be drawn",
        f"Nothing is lost. Try again; if it fails again, the log tells more under {reference}.",
        key=f"lead-{reference}",
    )
    return True


def _frame(page: StreamlitPage) -> None:
    st.set_page_config(
        page_title=f"{page.title} · dash_intel",
        page_icon=str(STATIC / "icon.svg"),
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH if page.title in sidebar.FILTERED else "collapsed",
    )
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.logo(str(STATIC / f"logo-{theme}.svg"), size="medium")
    st.html(f"<style>{PAGE_STYLE}</style>")


def _tell_outcome(*, is_overview: bool) -> None:
    outcome = state.take_outcome()
    if not outcome:
        return
    with st.container(key="outcome", horizontal=True, vertical_alignment="center"):
        st.markdown(f":green-badge[{outcome.word}] {literal(outcome.sentence)}", width="content")
        if not is_overview:
            label = "See the overview" if outcome.listing == Listing() else "See the new reports"
            draw.open_overview(label, outcome.listing)


def _foot() -> None:
    build = data.build()
    if build:
        draw.foot(footer(data.answer(query.counts), build.number))


def _offer_builds() -> None:
    try:
        restoring.draw_ways_out()
    except StoreError as error:
        log.warning("no builds to go to: %s", error)


def _unreadable(error: StoreError) -> None:
    reference = secrets.token_hex(4)
    log.error("database unreadable, reference %s", reference, exc_info=error)
    key = f"lead-{reference}"
    if isinstance(error, BuildVersionError):
        draw.head(
            "The database was written by another version",
            "Load the reports again with this version, or start the version that wrote it."
            f" The log tells more under {reference}.",
            key,
        )
        return
    draw.head(
        "The database cannot be read",
        "Load the reports again into an empty folder, or go back to an earlier build."
        f" The log tells more under {reference}.",
        key,
    )
