"""The Trends page in a browser: a link, a click on a line, a row and a cell, to the sentence."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths

LINK = (
    "/trends?period=all&by=quarter&show=volume&topic=drones&days=2025-10-01..2025-12-31"
    "&table=areas&areas=group"
)


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def number(page: Page) -> int:
    """Return how many reports are said to be behind what was picked."""
    return int(page.locator(".st-key-number").inner_text().split(" ")[0])


def listed(page: Page) -> int:
    return page.locator("[class*=st-key-rule-tag-]").count()


@themes
@widths
@pytest.mark.parametrize("table", ["time", "areas", "pairs"])
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, theme: str, width: int, table: str
) -> None:
    page = open_page(f"/trends?period=12m&table={table}", theme=theme, width=width)
    page.wait_for_selector(f".st-key-chart-tag-{table} .js-plotly-plot")
    settle(page)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_link_shows_what_it_names_and_so_does_a_reload(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LINK)
    for _ in range(2):
        expect(page.get_by_role("heading", name="Number of reports carrying a tag")).to_be_visible()
        expect(page.locator(".st-key-number")).to_contain_text(", Q4 2025")
        expect(page.get_by_role("heading", name="Tags by group of countries")).to_be_visible()
        assert listed(page) == min(number(page), 5) > 0
        page.reload()
        page.wait_for_selector(".st-key-chart-tag-areas .js-plotly-plot")
        settle(page)


def test_a_click_on_a_point_lists_its_reports(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/trends?topic=drones")
    plot = page.locator(".st-key-chart-tag-line .js-plotly-plot")
    plot.scroll_into_view_if_needed()
    point = plot.locator(".scatterlayer .points path").nth(-2)
    page.wait_for_timeout(500)
    box = point.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**days=*")
    settle(page)
    assert address(page)["topic"] == ["drones"]
    assert listed(page) == min(number(page), 5) > 0
    expect(page.locator(".st-key-number")).to_contain_text(" 2026")


def test_a_click_on_a_cell_lists_its_reports_and_one_opens_at_the_tag(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/trends?period=12m&table=areas&topic=cybersecurity&days=all")
    plot = page.locator(".st-key-chart-tag-areas .js-plotly-plot")
    plot.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    cell = plot.locator(".barlayer .point").filter(has_text="of").first
    said = cell.text_content() or ""
    box = cell.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 4)
    page.wait_for_url("**area=*")
    settle(page)
    held = number(page)
    assert f"{held} of" in said.replace("\xa0", " ")
    assert listed(page) == min(held, 5)
    link = page.locator("[class*=st-key-rule-tag-] a").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/report?*item=tag-*")
    page.wait_for_selector(".item")
    expect(page.locator("h1")).to_have_text(title)


def test_the_keyboard_reaches_a_tag_and_its_reports(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/trends")
    box = page.locator("[data-testid=stMain]").get_by_role("combobox", name="Tag")
    box.focus()
    box.fill("energy security")
    page.keyboard.press("Enter")
    page.wait_for_url("**topic=*")
    settle(page)
    expect(page.get_by_role("heading", name="Energy security", exact=True)).to_have_count(1)


def test_the_table_of_a_chart_leads_where_its_marks_lead(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/trends?tag-trends-as=table&topic=" + quote("port security"))
    table = page.locator(".st-key-chart-tag-trends").get_by_test_id("stDataFrame")
    table.wait_for()
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 60)
    page.wait_for_url("**days=*")
    settle(page)
    assert address(page)["days"][0].startswith("2025-")
