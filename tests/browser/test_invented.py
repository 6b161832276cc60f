"""The sample's invented decisions in a real browser, from the first click to their removal."""

import pytest
from playwright.sync_api import Page, expect

from dash_intel.ui.invented import NOTE
from tests.browser.conftest import OpenPage, Served
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.sample import REPORTS

QUESTION = "Remove the invented decisions?"


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    """Load the sample as the command line would, with its invented decisions."""
    served.load_sample_with_decisions()
    return served


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_question_is_accessible_and_can_be_dropped(
    sample: Served, open_page: OpenPage, theme: str, width: int
) -> None:
    page: Page = open_page("/data", theme=theme, width=width)
    page.get_by_role("button", name="Remove them").click()
    page.wait_for_selector(f"text={QUESTION}")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
    page.get_by_role("button", name="Keep them").click()
    page.get_by_text(QUESTION).wait_for(state="detached")
    expect(page.get_by_text(NOTE)).to_be_visible()


def test_they_leave_every_open_page_in_one_click_and_an_answer(
    sample: Served, open_page: OpenPage
) -> None:
    other = open_page("/data")
    page = open_page("/data")
    page.get_by_role("button", name="Remove them").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove them").click()
    page.get_by_text(NOTE).wait_for(state="detached")
    other.reload()
    other.wait_for_selector(f"text={REPORTS} reports (1 older revision not counted)")
    other.wait_for_selector("text=Corrected readings")
    expect(other.get_by_text(NOTE)).to_have_count(0)
