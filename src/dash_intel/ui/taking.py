"""Taking a chart away as a file of exactly what is shown."""

from functools import partial

import streamlit as st

from dash_intel.export.picture import NO_BROWSER, picture
from dash_intel.export.table_csv import table_csv
from dash_intel.settings import browser
from dash_intel.ui import draw
from dash_intel.view.chart import ChartView


def draw_menu(view: ChartView, key: str) -> None:
    """Draw the menu of files; each says what the chart says, and its figures are the table's."""
    with st.popover("Download", type="tertiary", key=f"take-{key}"):
        if browser():
            _button("PNG", f"{key}.png", "image/png", partial(picture, view, "png"))
            _button("SVG", f"{key}.svg", "image/svg+xml", partial(picture, view, "svg"))
        else:
            draw.aside(NO_BROWSER)
        _button("CSV", f"{key}.csv", "text/csv", partial(_csv, view))


def _button(label: str, name: str, kind: str, make: "partial[bytes]") -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=kind,
        key=f"file-{name}",
        on_click="ignore",
        type="tertiary",
    )


def _csv(view: ChartView) -> bytes:
    said = view.caption
    return table_csv(view.table, said.title, said.measure, said.foot, said.method)
