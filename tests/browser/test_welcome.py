"""An empty database in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.sample import REPORTS, TEXTS


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_welcome_is_accessible_and_does_not_scroll_sideways(
    served: Served, open_page: OpenPage, theme: str, width: int
) -> None:
    page = open_page("/", theme=theme, width=width)
    expect(page.locator("h1")).to_have_text("Nothing is loaded yet")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_sample_is_loaded_in_one_click(served: Served, open_page: OpenPage) -> None:
    page: Page = open_page("/")
    assert served.health() == {"status": "ok", "build": None}
    page.get_by_role("button", name="Load the sample").click()
    page.wait_for_selector(f"text={REPORTS} reports · build 1")
    expect(page.get_by_text(f"Load 1 brought {TEXTS} new reports")).to_be_visible()
    assert served.health() == {"status": "ok", "build": 1}
