"""What a load brought and who published most, line by line, each with its number."""

import hashlib

import streamlit as st

from dash_intel.ui import state
from dash_intel.view.listing import Listing
from dash_intel.view.literal import literal
from dash_intel.view.loads import LoadSummary
from dash_intel.view.overview import PublisherRow


def load_summary(summary: LoadSummary) -> None:
    """Draw what a load brought, line by line, and the first files that it rejected."""
    for line in summary.lines:
        _figure_row(f"load {line.label}", line.label, line.number, line.listing)
    rejected(summary.rejections)


def rejected(rejections: tuple[tuple[str, str], ...]) -> None:
    """Draw files that could not be read, each with the reason."""
    for at, (source, reason) in enumerate(rejections):
        with st.container(key=f"rule-rejected-{at}", gap=None):
            st.markdown(f"**{literal(source)}**")
            st.markdown(f":small[:gray[{literal(reason)}]]")


def publisher_rows(rows: tuple[PublisherRow, ...]) -> None:
    """Draw publishers with how many reports each has, and the day of its newest."""
    for row in rows:
        _figure_row(
            f"publisher {row.name}",
            f"{literal(row.name)} :small[:gray[{row.last_on}]]",
            row.reports,
        )


def _figure_row(key: str, label: str, number: int, listing: Listing | None = None) -> None:
    digest = hashlib.sha256(key.encode()).hexdigest()[:12]
    with st.container(
        key=f"row-{digest}", horizontal=True, horizontal_alignment="distribute", wrap=False
    ):
        if listing:
            with st.container(width="stretch"):
                list_button(label, listing)
        else:
            st.markdown(label, width="stretch")
        st.markdown(f"**{number:,}**" if number else ":gray[0]", width="content")


def list_button(label: str, listing: Listing) -> None:
    """Draw the button that lists reports on the overview, which it stands on."""
    st.button(
        label,
        key=f"list-{label}",
        type="tertiary",
        on_click=state.list_reports,
        args=(listing,),
    )
