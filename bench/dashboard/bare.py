"""A page with nothing but charts and a button that changes them: what Streamlit itself takes."""

import os
from pathlib import Path

import plotly.io
import streamlit as st


@st.cache_resource
def figures(which: str) -> list[object]:
    folder = Path(os.environ["BARE_FIGURES"])
    return [plotly.io.read_json(path) for path in sorted(folder.glob(f"{which}-*.json"))]


st.set_page_config(layout="wide")
st.title("Bare")
which = "after" if st.button("Change") else "before"
for at, figure in enumerate(figures(which)):
    st.plotly_chart(figure, theme=None, key=f"chart-{at}")
st.markdown(which)
