"""Text of reports stays text on every page."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel.model.source import Rejection
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import ATTACK, hostile
from tests.pages.words import markdown, unescaped

LIVE = (r"(?<!\\)<img", r"(?<!\\)\[l\]", r"(?<!\\)\$", r"(?<!\\)`c", r":smile:", r":red\[r\]")


@pytest.fixture
def attacked(page: Page, load: LoadOutcomes) -> Page:
    lost = replace(hostile(), report_id="report-lost", template="unrecognised")
    load(hostile(), lost, Rejection(ATTACK, "odd", ATTACK))
    return page


def drawn(app: AppTest) -> str:
    links = [link.proto.label for link in app.get("page_link")]
    parts = (app.title, app.header, app.markdown)
    return "\n".join([*links, *(element.value for group in parts for element in group)])


@pytest.mark.parametrize("name", ["overview", "report", "data"])
def test_nothing_of_a_report_is_markup(attacked: Page, name: str) -> None:
    app = attacked(name)
    assert not app.exception
    assert [live for live in LIVE if re.search(live, drawn(app))] == []


def test_title_is_shown_letter_by_letter(attacked: Page) -> None:
    title = attacked("report").title[0].value
    shown = unescaped(title).removesuffix(" …")
    assert len(shown) > 100
    assert ATTACK.replace("**b**", "b").startswith(shown)


def test_reason_of_a_rejected_file_is_shown_letter_by_letter(attacked: Page) -> None:
    assert ATTACK in unescaped(markdown(attacked("overview")))
