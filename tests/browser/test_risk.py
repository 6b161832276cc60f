"""The Risk page in a real browser: from a cell to the sentence in its report."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths

PATH = "/risk?period=all"
MATRIX = ".st-key-chart-risk-matrix"
CELL = "region%3A145~accidents_infrastructure"


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def drawn(page: Page) -> Page:
    page.wait_for_selector(".js-plotly-plot .barlayer")
    settle(page)
    return page


@themes
@widths
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, theme: str, width: int
) -> None:
    page = drawn(open_page(PATH, theme=theme, width=width))
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_click_on_a_cell_leads_to_its_sentences_and_on_to_the_highlighted_sentence(
    sample: Served, open_page: OpenPage
) -> None:
    page = drawn(open_page(PATH))
    behind = page.locator("h2").last
    before = behind.inner_text()
    box = page.locator(f"{MATRIX} .barlayer .point path").nth(40).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**cell=region*")
    settle(page)
    assert behind.inner_text() != before
    sentence = page.locator("blockquote").first.inner_text()
    page.get_by_text("Open ↗").first.click()
    page.wait_for_url("**/report?*item=*")
    page.wait_for_selector(".item")
    chosen = page.locator(".item[aria-current=true]").first
    chosen.wait_for()
    assert plain(sentence) in plain(chosen.inner_text())


def plain(words: str) -> str:
    return " ".join(words.split())


def test_link_restores_the_cell_in_both_themes(sample: Served, open_page: OpenPage) -> None:
    for theme in ("light", "dark"):
        page = drawn(open_page(f"{PATH}&cell={CELL}", theme=theme))
        assert page.locator("h2").last.inner_text().startswith("Western Asia, accidents")
        assert page.locator(f"{MATRIX} .shapelayer path").count() == 1


def test_figure_and_strips_are_told_to_those_who_cannot_see_them(
    sample: Served, open_page: OpenPage
) -> None:
    page = drawn(open_page(f"{PATH}&cell={CELL}"))
    strips = page.locator(".st-key-page p img")
    assert strips.count() == 3
    assert strips.first.get_attribute("alt") == "unlikely (20–45%)"


def test_row_of_the_table_chooses_a_cell_without_a_mouse_on_the_figure(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(f"{PATH}&risk-matrix-as=table")
    table = page.locator(MATRIX).get_by_test_id("stDataFrame")
    table.wait_for()
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 60)
    page.wait_for_url("**cell=region*")
