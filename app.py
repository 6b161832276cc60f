"""The app: ``streamlit run app.py``."""

import streamlit as st

from dash_intel.server import lifespan, routes
from dash_intel.ui.shell import explain

app = st.App(
    "src/dash_intel/ui/main.py",
    lifespan=lifespan,
    routes=routes(),
    on_script_error=explain,
)
