"""Taking a chart away as a file of exactly what is shown."""

from functools import partial

import streamlit as st

from dash_intel.export.picture import NO_BROWSER, picture
from dash_intel.export.table_csv import table_csv
from dash_intel.settings import browser
from dash_intel.ui import draw
from dash_intel.ui.looked_at import looked_at
from dash_intel.ui.state.filters import filters
from dash_intel.view.charted import ChartView


def draw_menu(view: ChartView, key: str) -> None:
    """Draw the menu of files; each says what the chart and the page's filters say."""
    scope = looked_at(filters())
    with st.popover("Download", type="tertiary", key=f"take-{key}"):
        if browser():
            _button("PNG", f"{key}.png", "image/png", partial(picture, view, scope, "png"))
            _button("SVG", f"{key}.svg", "image/svg+xml", partial(picture, view, scope, "svg"))
        else:
            draw.aside(NO_BROWSER)
        _button("CSV", f"{key}.csv", "text/csv", partial(_csv, view, scope))


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


def _csv(view: ChartView, scope: str) -> bytes:
    said = view.caption
    return table_csv(view.table, said.title, scope, said.measure, said.foot, said.method)
