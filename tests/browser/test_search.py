"""Searching and reading coverage in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths

OVERFLOW = "row => row.scrollWidth - row.clientWidth"
FOUND = "/search?period=all&q=port"
PATHS = (FOUND, "/coverage?period=all", "/coverage?period=all&part=gaps")


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


@themes
@widths
@pytest.mark.parametrize("path", PATHS)
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = open_page(path, theme=theme, width=width)
    page.wait_for_selector("h2")
    settle(page)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_words_are_applied_by_enter_and_a_facet_narrows_them(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/search?period=all")
    field = page.get_by_role("main").get_by_label("Search reports").first
    field.fill("port")
    field.press("Enter")
    page.wait_for_url("**q=port*")
    settle(page)
    assert headline(page) == "19 reports match “port”"
    page.get_by_role("button", name="port security").click()
    page.wait_for_url("**tag=port*")
    settle(page)
    assert headline(page) == "8 reports match “port”"


def test_hit_opens_its_report(sample: Served, open_page: OpenPage) -> None:
    page = open_page(FOUND)
    link = page.locator("[class*=st-key-link-report]").first
    link.get_by_text("Port").first.wait_for()
    title = link.inner_text()
    link.locator("a").click()
    page.wait_for_url("**/report?report=*")
    page.wait_for_selector(".item")
    assert headline(page) == title


def test_gap_opens_at_its_sentence(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/coverage?period=all&part=gaps")
    page.locator("[class*=st-key-link-open-behind]").first.locator("a").click()
    page.wait_for_url("**/report?*item=gap-1*")
    page.wait_for_selector(".item")


def test_number_of_a_facet_is_seen_beside_a_long_name(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/search?q=port")
    rows = page.locator("[class*=st-key-row-techniques]")
    expect(rows).to_have_count(4)
    assert [row.evaluate(OVERFLOW) for row in rows.all()] == [0, 0, 0, 0]


def test_all_results_are_taken_away_as_a_file(sample: Served, open_page: OpenPage) -> None:
    page = open_page(FOUND)
    with page.expect_download() as taken:
        page.get_by_text("Download CSV").click()
    lines = taken.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "19 reports match “port”"
    assert "text “port”: 19 reports of" in lines[1]
    assert len(lines) == 5 + 19


def headline(page: Page) -> str:
    return page.locator("h1").inner_text()
