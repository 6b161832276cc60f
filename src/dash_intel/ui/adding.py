"""Adding reports: upload or paste, see how each is read, then load."""

import hashlib
from collections.abc import Iterable

import streamlit as st

from dash_intel import pipeline
from dash_intel.model.load import Load
from dash_intel.model.report import Report
from dash_intel.query import report as query
from dash_intel.settings import database_directory
from dash_intel.store import Outcome, Wait
from dash_intel.ui import brought, data, loading, state, writing
from dash_intel.ui import draw as drawing
from dash_intel.ui.components.reader import draw_reader
from dash_intel.view.literal import literal
from dash_intel.view.preview import Preview, preview
from dash_intel.view.reader import reader
from dash_intel.view.report import LISTED

SCOPE = "Text, Markdown, HTML, PDF, Word, JSON, CSV, Parquet and ZIP. Nothing leaves this machine."

WHAT_HAPPENS = (
    "Files and pasted text are shown as they are read before anything is loaded; "
    "a folder is loaded at once."
)

PASTED = "pasted text"

WAYS = ("Files", "Paste text", "Folder on this machine")

Uploads = tuple[tuple[str, bytes], ...]


def draw() -> None:
    """Draw the ways to add reports, and what was uploaded as it is read."""
    drawing.part("Add reports", WHAT_HAPPENS)
    uploads = _uploads()
    if uploads:
        found = state.kept_preview(_digest(uploads), data.build(), lambda: _read(uploads))
        _draw_preview(found, uploads)


def _uploads() -> Uploads:
    turn = state.upload_round()
    files, text, folder = st.tabs(WAYS, key="adding", on_change="rerun")
    with files:
        chosen = st.file_uploader("Files to read", accept_multiple_files=True, key=f"files-{turn}")
    with text:
        pasted = _pasted(turn)
    with folder:
        loading.draw_folder()
    found = [(file.name, file.getvalue()) for file in chosen]
    if pasted.strip():
        found.append((PASTED, pasted.encode("utf-8", errors="replace")))
    return tuple(found)


def _pasted(turn: int) -> str:
    with st.form("paste", border=False):
        pasted = st.text_area("Text of one report", key=f"text-{turn}", height=220)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.form_submit_button("Preview")
            drawing.aside("or Ctrl+Enter in the text (⌘+Enter on a Mac)")
    return pasted or ""


def _digest(uploads: Uploads) -> str:
    digest = hashlib.sha256()
    for name, content in uploads:
        digest.update(hashlib.sha256(name.encode(errors="replace") + b"\0" + content).digest())
    return digest.hexdigest()


def _read(uploads: Uploads) -> Preview:
    bar = st.progress(0.0, text="Reading …")
    found: list[Outcome] = []
    for done, upload in enumerate(uploads):
        bar.progress(done / len(uploads), text=f"Reading {literal(upload[0])}")
        found.extend(pipeline.read_uploads([upload]))
    bar.empty()
    return preview(found, _known(found))


def _known(found: Iterable[Outcome]) -> frozenset[str]:
    ids = sorted({one.report_id for one in found if isinstance(one, Report)})
    return data.answer(query.known, tuple(ids)) if data.build() else frozenset()


def _draw_preview(found: Preview, uploads: Uploads) -> None:
    drawing.part("Check before loading", found.summary)
    brought.rejected(found.rejected)
    if not found.button:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = st.selectbox(
            "Report to look at",
            range(min(len(found.labels), LISTED)),
            format_func=found.labels.__getitem__,
        )
        is_loading = st.button(found.button, type="primary")
    if len(found.labels) > LISTED:
        drawing.aside(f"The first {LISTED:,} can be looked at here; all are loaded.")
    if is_loading:
        _load(found, uploads)
    draw_reader(reader(found.reports[at], is_check=True))


def _load(found: Preview, uploads: Uploads) -> None:
    names = tuple(name for name, _ in uploads)

    def load(wait: Wait) -> Load:
        return pipeline.load_outcomes(found.outcomes, names, database_directory(), wait)

    loading.end(writing.attempt("Loading", load))
