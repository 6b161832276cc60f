"""The main script: Streamlit runs it for every page and every click."""

from dash_intel.ui import shell

shell.run()
