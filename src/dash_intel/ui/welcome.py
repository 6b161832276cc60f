"""What stands on every page while nothing is loaded: one click to the sample or a folder."""

from pathlib import Path

import streamlit as st

from dash_intel.settings import PROJECT_ROOT, SAMPLE_DIRECTORY, database_directory
from dash_intel.ui import draw as drawing
from dash_intel.ui import loading


def draw(*, has_folder: bool = True) -> None:
    """Draw the welcome: what will happen, and the buttons that do it."""
    drawing.head(
        "Nothing is loaded yet",
        "Load the sample to look round, or reports of your own.",
    )
    sample, folder = st.columns([1, 1], gap="medium")
    with sample:
        _draw_sample()
    if has_folder:
        with folder:
            drawing.title("Load your reports", "A folder on this machine, with all folders in it.")
            loading.draw_folder()


def _draw_sample() -> None:
    drawing.title("Start with the sample", "Reports that are invented for demonstration.")
    drawing.aside(
        f"They are read and kept in {_shown(database_directory())}, in a few seconds. Nothing "
        "leaves this machine, and each of them stays marked as a sample. Some come with invented "
        "decisions, which one click removes."
    )
    if st.button("Load the sample", type="primary"):
        loading.load_paths([SAMPLE_DIRECTORY])


def _shown(folder: Path) -> str:
    inside = folder.is_relative_to(PROJECT_ROOT)
    return folder.relative_to(PROJECT_ROOT).as_posix() if inside else str(folder)
