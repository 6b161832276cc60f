"""The app's main script, run without a browser.

``headers``  those of the request; a test may change them.
``load``  gives a function that loads outcomes into the database that the pages show.
``page``  gives a function that runs a page; run it on nothing, or load something first.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dash_intel.model.load import Load
from dash_intel.settings import PROJECT_ROOT
from dash_intel.store import Outcome, publish

LoadOutcomes = Callable[..., Load]
Page = Callable[..., AppTest]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASH_INTEL_DB", str(tmp_path / "db"))
    st.cache_data.clear()
    st.cache_resource.clear()
    return tmp_path / "db"


@pytest.fixture(autouse=True)
def _main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back the main module: AppTest puts the page's script there, and workers would run it."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(autouse=True)
def headers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give the headers of the request, which come from a browser on this machine."""
    sent = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
    monkeypatch.setattr(type(st.context), "headers", sent)
    return sent


@pytest.fixture
def load(database: Path) -> LoadOutcomes:
    def published(*outcomes: Outcome) -> Load:
        return publish(database, outcomes, ("reports",))

    return published


@pytest.fixture
def page(database: Path) -> Page:
    def run(name: str, **query: str) -> AppTest:
        script = PROJECT_ROOT / "src" / "dash_intel" / "ui" / "main.py"
        app = AppTest.from_file(str(script), default_timeout=30).run()
        app.switch_page(str(PROJECT_ROOT / "pages" / f"{name}.py"))
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return run
