"""Taking a chart away as a file of exactly what is shown."""

import streamlit as st

from dash_intel.export.table_csv import table_csv
from dash_intel.view.chart import ChartView


def draw(view: ChartView, key: str) -> None:
    """Draw the menu of files; each says what the chart says, and its figures are the table's."""
    said = view.caption
    with st.popover("Download", type="tertiary", key=f"take-{key}"):
        st.download_button(
            "CSV",
            data=lambda: table_csv(view.table, said.title, said.measure, said.foot, said.method),
            file_name=f"{key}.csv",
            mime="text/csv",
            key=f"csv-{key}",
            on_click="ignore",
            type="tertiary",
        )
