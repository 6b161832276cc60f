"""Saying that reports were read with other words or rules, and reading them again."""

import streamlit as st

from dash_intel import pipeline
from dash_intel.pipeline import Progress
from dash_intel.pipeline.versions import versions
from dash_intel.query.outdated import outdated
from dash_intel.settings import database_directory
from dash_intel.store import Reread, Wait
from dash_intel.ui import data, draw, state, writing
from dash_intel.view.builds import outdated_note, reread_outcome
from dash_intel.view.words import count


def draw_outdated() -> None:
    """Draw how many reports are outdated with the button that reads all again; else nothing."""
    note = outdated_note(data.answer(outdated, versions()))
    if note is None:
        return
    draw.aside(note)
    if st.button("Read all texts again", key="reread"):
        _reread()


def _reread() -> None:
    bar = st.progress(0.0, text="Reading …")

    def watch(progress: Progress) -> None:
        share = progress.files_done / progress.files if progress.files else 0.0
        bar.progress(share, text=f"{count(progress.reports, 'text')} read")

    def reread(wait: Wait) -> Reread:
        return pipeline.reread(database_directory(), jobs=1, progress=watch, wait=wait)

    done = writing.attempt("Reading", reread)
    bar.empty()
    if done:
        state.keep_outcome(state.Outcome("Read again", reread_outcome(done)))
        st.rerun()
