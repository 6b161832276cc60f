"""A page that fails says so calmly, and the log says why."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.words import markdown, titles


def failing() -> None:
    from dash_intel.ui.shell import explain  # noqa: PLC0415 the script runs alone

    explain(ValueError("secret words"))


def test_failure_is_told_without_the_words_of_the_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(failing).run()
    assert titles(app) == ["This page could not be drawn"]
    assert "secret" not in markdown(app)
    reference = markdown(app).rpartition(" under ")[2][:8]
    assert reference in caplog.text
    assert "secret words" in caplog.text
