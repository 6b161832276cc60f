"""Answers from the current build, kept as long as it is current; the only file that caches."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from dash_intel.errors import StoreError
from dash_intel.settings import database_directory
from dash_intel.store import Build, Database, current_build, open_build

P = ParamSpec("P")
T = TypeVar("T")

KEPT_BUILDS = 2
KEPT_ANSWERS = 256


def build() -> Build | None:
    """Return the current build, None where nothing is loaded; a new one is noticed at once."""
    return current_build(database_directory())


def answer(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question of ``query`` finds in the current build, asked once a build.

    Raises ``StoreError`` where the build cannot be read, or there is none.
    """
    current = build()
    if current is None:
        raise StoreError("There is no database yet: load reports first.")
    version = f"{current.path} {current.published_at.timestamp()}"
    asked = (question.__module__, question.__qualname__, parameters, named)
    found: T = _kept_answer(
        version, asked, _ask=lambda: question(_opened(version, current), *parameters, **named)
    )
    return found


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _kept_answer(version: str, asked: object, _ask: Callable[[], object]) -> Any:  # noqa: ARG001 keys
    return _ask()


@st.cache_resource(max_entries=KEPT_BUILDS, show_spinner=False)
def _opened(version: str, _build: Build) -> Database:  # noqa: ARG001 the key
    return open_build(_build)
