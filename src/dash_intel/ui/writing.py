"""Whatever writes to the database from a page: a spinner meanwhile, one sentence if it fails."""

import logging
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from dash_intel.errors import StoreError
from dash_intel.store import Wait
from dash_intel.ui import draw
from dash_intel.view.trouble import trouble

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds to wait for another writer; whoever looks at a page does not wait longer."""

log = logging.getLogger(__name__)


def attempt(doing: str, write: Callable[[Wait], T]) -> T | None:
    """Return what ``write`` brought, None where it failed, which is said in one sentence."""
    said = st.empty()

    def waiting() -> None:
        said.markdown(":small[:gray[Another load is running; this one waits for it.]]")

    try:
        with st.spinner(doing):
            return write(Wait(PATIENCE, waiting))
    except StoreError as error:
        log.warning("not written: %s", error)
        with said.container():
            draw.failure(trouble(error))
        return None
