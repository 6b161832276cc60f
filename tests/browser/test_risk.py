"""The Risk page in a real browser: from a cell to the sentence in its report."""

import csv

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths

PATH = "/risk?period=all"
MATRIX = ".st-key-chart-risk-matrix"
SCROLL = """figure => {
  let one = figure.parentElement;
  while (one.scrollWidth <= one.clientWidth) one = one.parentElement;
  one.scrollLeft = 200;
  if (one.scrollLeft !== 200) throw new Error("nothing scrolled");
}"""
BROKEN_DAYS = """root => {
  const found = [], texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let one; (one = texts.nextNode());)
    for (const day of one.data.matchAll(/\\d{4}-\u2060?\\d\\d-\u2060?\\d\\d/g)) {
      const range = document.createRange();
      range.setStart(one, day.index);
      range.setEnd(one, day.index + day[0].length);
      const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
      found.push([day[0].replaceAll("\u2060", ""), lines.size]);
    }
  return found;
}"""
"""All days of a page, and over how many lines each goes."""
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


def test_foot_stays_while_the_matrix_scrolls_sideways(sample: Served, open_page: OpenPage) -> None:
    page = drawn(open_page(PATH, width=390))
    foot = page.locator(".st-key-foot-risk-matrix")
    foot.scroll_into_view_if_needed()
    before = foot.bounding_box()
    page.locator(f"{MATRIX} .js-plotly-plot").evaluate(SCROLL)
    after = foot.bounding_box()
    assert before is not None
    assert after == before
    assert before["x"] + before["width"] <= 390


def test_no_day_is_broken_on_a_phone(sample: Served, open_page: OpenPage) -> None:
    page = drawn(open_page(PATH, width=390))
    days = page.locator(".st-key-page").evaluate(BROKEN_DAYS)
    assert ["2026-02-26", 1] in days
    assert {lines for _, lines in days} == {1}


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
    expect(behind).not_to_have_text(before)
    sentence = page.locator("blockquote").first.inner_text()
    page.get_by_role("link", name="Open", exact=True).first.click()
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
        expect(page.locator("h2").last).to_contain_text("Western Asia, accidents")
        expect(page.locator(f"{MATRIX} .shapelayer path")).to_have_count(1)


def test_figure_and_strips_are_told_to_those_who_cannot_see_them(
    sample: Served, open_page: OpenPage
) -> None:
    page = drawn(open_page(f"{PATH}&cell={CELL}"))
    strips = page.locator(".st-key-page p img")
    expect(strips).to_have_count(3)
    expect(strips.first).to_have_attribute("alt", "unlikely (20–45%)")


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


def test_files_of_a_chart_say_the_filters_as_the_page_does(
    sample: Served, open_page: OpenPage
) -> None:
    page = drawn(open_page("/risk?period=12m&tag=drones"))
    said = page.locator("[class*=st-key-lead] p").first.inner_text().replace("\u2060", "")
    assert "tag drones" in said
    page.locator(".st-key-foot-risk-matrix").get_by_text("Download").click()
    for label in ("CSV", "SVG"):
        with page.expect_download() as taken:
            page.get_by_role("button", name=label, exact=True).click()
        written = taken.value.path().read_text(encoding="utf-8-sig")
        assert "tag drones" in written
        assert "Select a cell" not in written
        if label == "CSV":
            assert next(csv.reader([written.splitlines()[1]])) == [said]
