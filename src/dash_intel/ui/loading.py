"""Loading from a page, with its progress."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from dash_intel import pipeline
from dash_intel.model.load import Load
from dash_intel.pipeline import Progress
from dash_intel.settings import database_directory
from dash_intel.ui import draw, state
from dash_intel.view.loads import outcome
from dash_intel.view.words import count

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def load_paths(paths: Iterable[Path]) -> None:
    """Load files and folders of this machine, then run the page again with what they brought."""
    bar = st.progress(0.0, text="Reading …")

    def watch(progress: Progress) -> None:
        share = progress.files_done / progress.files if progress.files else 0.0
        done = f"{progress.files_done:,} of {count(progress.files, 'file')}"
        bar.progress(share, text=f"{done} read, {count(progress.reports, 'report')}")

    load = pipeline.load(paths, database_directory(), jobs=1, progress=watch)
    end(load)


def end(load: Load) -> None:
    """Remember what a load brought, and run the page again on the new build."""
    state.end_upload(outcome(load))
    st.rerun()


def draw_folder() -> None:
    """Draw the field for a folder's path; only the machine's own user may name its folders."""
    if st.get_option("server.address") not in LOOPBACK:
        draw.aside("Folders can be loaded only while the app serves this machine alone.")
        return
    with st.form("folder", border=False):
        path = st.text_input("Path of the folder", placeholder="/home/me/reports")
        if st.form_submit_button("Load the folder"):
            _load_folder(path)


def _load_folder(path: str) -> None:
    folder = Path(path.strip()).expanduser()
    if path.strip() and folder.exists():
        load_paths([folder])
    else:
        draw.aside("There is no such folder: check the path.")
