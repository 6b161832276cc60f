"""Reading all texts again from the Data page, after words or rules changed."""

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dash_intel.enrich import version
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.store import current_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, unescaped
from tests.reports import HARBOUR

BUTTON = "Read all texts again"
OLD = replace(parse(SourceText(HARBOUR, ("harbour.txt",))), vocabulary_version="old")


def _buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_outdated_texts_are_told_and_read_again_with_one_button(
    page: Page, load: LoadOutcomes, database: Path
) -> None:
    load(OLD)
    app = page("data")
    said = "1 text was read with other words or rules than those of now."
    assert said in unescaped(markdown(app))
    app = next(button for button in app.button if button.label == BUTTON).click().run()
    assert not app.exception
    assert "1 text read again" in unescaped(markdown(app))
    assert BUTTON not in _buttons(app)
    build = current_build(database)
    assert build is not None
    assert build.number == 2


def test_texts_read_as_now_need_no_button(page: Page, load: LoadOutcomes) -> None:
    load(replace(OLD, vocabulary_version=version()))
    assert BUTTON not in _buttons(page("data"))
