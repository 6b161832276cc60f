"""How view models are drawn; every text of a report passes ``literal`` or is drawn as text."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from dash_intel.design.tokens import TLP
from dash_intel.settings import PROJECT_ROOT
from dash_intel.ui import state
from dash_intel.ui.columns import column_of
from dash_intel.ui.state import page
from dash_intel.view.item import Chip, HueName
from dash_intel.view.listing import Listing
from dash_intel.view.literal import fact_line, literal
from dash_intel.view.loads import Unrecognised
from dash_intel.view.overview import ReportRow
from dash_intel.view.revisions import Place
from dash_intel.view.table import TableView

PAGES = PROJECT_ROOT / "pages"

ROW_HEIGHT, LINE_HEIGHT = 38, 20
ROWS_SHOWN_WHOLE = 15


def head(title: str, scope: str, key: str = "lead") -> None:
    """Draw a page's headline under its rule, and the sentence that says what is shown."""
    with st.container(key=key, gap="xsmall"):
        st.title(literal(title), anchor=False)
        st.markdown(f":gray[{literal(scope)}]")


def notice(text: str | None, chips: Iterable[Chip] = ()) -> None:
    """Draw what a reader must not overlook, quietly; nothing where there is nothing to say."""
    line = [_badges(chips), f":small[:gray[{literal(text)}]]" if text else ""]
    if any(line):
        st.markdown(" ".join(part for part in line if part))


def title(text: str, scope: str | None = None, anchor: str | None = None) -> None:
    """Draw the title of a part of a page, and what it covers; a link may lead to its ``anchor``."""
    with st.container(gap=None):
        st.header(literal(text), anchor=anchor or False)
        if scope:
            st.markdown(f":small[:gray[{literal(scope)}]]")


def part(text: str, scope: str | None = None, key: str | None = None) -> None:
    """Draw the title of a part of a page under a hairline; ``key`` where the title is not ours."""
    with st.container(key=f"rule-{key or text.lower().replace(' ', '-')}"):
        title(text, scope)


def aside(text: str) -> None:
    """Draw a sentence of ours that explains, muted."""
    st.markdown(f":small[:gray[{literal(text)}]]")


def failure(text: str) -> None:
    """Draw what kept something from being done, and what to do about it."""
    st.markdown(f":orange-badge[Not done] {literal(text)}")


def report_rows(rows: tuple[ReportRow, ...]) -> None:
    """Draw reports as a list: title, what the head states, and how the report begins."""
    for at, row in enumerate(rows):
        with st.container(key=f"rule-report-{at}", gap="xxsmall"):
            open_report(row.report_id, row.title)
            badges = _badges(row.chips)
            st.markdown(f":small[:gray[{fact_line(row.meta)}]] {badges}")
            if row.bluf:
                with st.container(key=f"quote-{at}"):
                    st.text(row.bluf)


def open_report(report_id: str, label: str, item: str = "") -> None:
    """Draw the link that opens a report, at an item of it where one is named."""
    with st.container(key=f"link-{report_id}"):
        st.page_link(
            PAGES / "report.py",
            label=f"**{literal(label)}**",
            **state.link_to_report(report_id, item),
        )


def open_beside(report_id: str, label: str) -> None:
    """Draw the button that leads from a report to one that has to do with it.

    A link from a page to itself leaves the address as it was.
    """
    st.button(
        literal(label),
        key=f"beside-{report_id}",
        type="tertiary",
        on_click=state.choose_report,
        args=(report_id,),
    )


def open_data(label: str) -> None:
    """Draw the link to the Data page."""
    with st.container(key="link-plain-data"):
        st.page_link(PAGES / "data.py", label=label)


def open_overview(label: str, listing: Listing) -> None:
    """Draw the link to a listing of the overview."""
    with st.container(key=f"link-plain-overview-{listing.label}", width="content"):
        st.page_link(PAGES / "overview.py", label=label, **state.link_to_listing(listing))


def places(rows: tuple[Place, ...], left_out: int) -> None:
    """Draw the places that a text came from; ``left_out`` counts those that are not drawn."""
    part("Where it came from")
    for row in rows:
        with st.container(gap=None):
            st.markdown(literal(row.source))
            st.markdown(f":small[:gray[{fact_line(row.meta)}]]")
    if left_out:
        aside(f"and {left_out:,} more")


def unrecognised_rows(rows: tuple[Unrecognised, ...]) -> None:
    """Draw texts that no profile reads, each with the link that shows it."""
    for at, row in enumerate(rows):
        with st.container(key=f"rule-unrecognised-{at}", gap=None):
            open_report(row.report_id, row.source)
            st.markdown(f":small[:gray[{fact_line(row.meta)}]]")


def table(
    view: TableView, key: str | None = None, choose: Callable[[str], None] | None = None
) -> None:
    """Draw a table as high as its rows, up to a screenful.

    Where its rows have keys, a click on one calls ``choose`` with its key.
    """
    frame = pd.DataFrame(list(view.rows), columns=list(view.columns))
    row_height = ROW_HEIGHT + LINE_HEIGHT * (view.lines - 1)
    is_short = len(frame) <= ROWS_SHOWN_WHOLE
    name = f"table-{key}"

    def clicked() -> None:
        row = page.chosen_row(name)
        if row is not None and row < len(view.keys) and choose:
            choose(view.keys[row])

    st.dataframe(
        frame,
        height="content" if is_short else ROW_HEIGHT * (ROWS_SHOWN_WHOLE + 1),
        hide_index=True,
        row_height=row_height,
        placeholder="–",
        column_config={
            column: column_of(frame[column], width)
            for column, width in zip(view.columns, view.widths, strict=True)
        },
        alt=view.alt,
        key=name if key else None,
        on_select=clicked if choose and view.keys else "ignore",
        selection_mode="single-cell",
    )


def foot(line: str) -> None:
    """Draw the footer: how far the data reach, how many reports, which build."""
    with st.container(key="rule-foot"):
        st.markdown(f":small[:gray[{literal(line)}]]")


def _badges(chips: Iterable[Chip]) -> str:
    return " ".join(_badge(chip.hue, literal(chip.text)) for chip in chips)


def _badge(hue: HueName, words: str) -> str:
    marking = TLP.get(hue)
    if marking is None:
        return f":{hue}-badge[{words}]"
    colours = f'foreground="{marking.text}" background="{marking.fill}"'
    return f":small[:color[{words}]{{{colours}}}]"
