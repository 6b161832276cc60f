"""Loading from a page, with its progress."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from dash_intel import pipeline
from dash_intel.model.load import Load
from dash_intel.pipeline import Progress
from dash_intel.settings import database_directory
from dash_intel.store import Wait
from dash_intel.ui import draw, invented, state, writing
from dash_intel.view.listing import Listing
from dash_intel.view.loads import outcome
from dash_intel.view.words import count

NO_FOLDER = "There is no such folder: check the path."

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PASSED_ON = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")
"""Headers that a proxy adds to what it passes on."""


def load_paths(paths: Iterable[Path]) -> None:
    """Load files and folders of this machine, then run the page again with what they brought."""
    wanted = tuple(paths)
    bar = st.progress(0.0, text="Reading …")

    def watch(progress: Progress) -> None:
        share = progress.files_done / progress.files if progress.files else 0.0
        done = f"{progress.files_done:,} of {count(progress.files, 'file')}"
        bar.progress(share, text=f"{done} read, {count(progress.reports, 'text')}")

    def load(wait: Wait) -> Load:
        return pipeline.load(wanted, database_directory(), jobs=1, progress=watch, wait=wait)

    brought = writing.attempt("Loading", load)
    bar.empty()
    if brought and not (brought.added or brought.known or brought.rejections):
        draw.aside("There is no file in this folder.")
        return
    if brought and pipeline.is_sample(wanted):
        invented.put_with_sample()
    end(brought)


def end(load: Load | None) -> None:
    """Remember what a load brought, and run the page again on the new build; None changes none."""
    if load:
        state.end_upload()
        is_new = load.added > load.unrecognised
        listing = Listing(load=load.number) if is_new else Listing()
        state.keep_outcome(state.Outcome("Loaded", outcome(load), listing))
        st.rerun()


def draw_folder() -> None:
    """Draw the field for a folder's path; only the machine's own user may name its folders."""
    if not _is_of_this_machine():
        draw.aside("Folders can be loaded only while the app serves this machine alone.")
        return
    with st.form("folder", border=False):
        path = st.text_input("Path of the folder", placeholder="/home/me/reports")
        if st.form_submit_button("Load the folder"):
            _load_folder(path.strip())


def _is_of_this_machine() -> bool:
    """Tell whether app and browser are on one machine, with no proxy between them to be seen."""
    headers = st.context.headers
    addresses = [f"//{headers.get('Host', '')}", headers.get("Origin"), st.context.url]
    return (
        st.get_option("server.address") in LOOPBACK
        and all(_host(address) in LOOPBACK for address in addresses if address)
        and not any(name in headers for name in PASSED_ON)
    )


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _load_folder(path: str) -> None:
    try:
        folder = Path(path).expanduser()
        is_there = bool(path) and folder.exists()
    except PermissionError:
        draw.aside("This user may not read that folder: change its permissions or its owner.")
    except (OSError, RuntimeError, ValueError):
        draw.aside(NO_FOLDER)
    else:
        if is_there:
            load_paths([folder])
        else:
            draw.aside(NO_FOLDER)
