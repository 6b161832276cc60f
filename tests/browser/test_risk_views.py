"""The map, the likelihood and impact grid, and risk over time, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults

SHAPES = ".choroplethlayer path"
COUNTED = re.compile(r"(\d+) reports?, (\d+) sentences?")


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def behind(page: Page) -> tuple[int, int]:
    """Return how many reports and sentences the page says are behind what is chosen."""
    found = COUNTED.search(page.get_by_test_id("stMain").inner_text())
    assert found is not None
    return int(found[1]), int(found[2])


def click_country(page: Page, code: str) -> str:
    """Click in the middle of a country, and return what hovering over it said."""
    page.wait_for_selector(SHAPES, state="attached")
    x, y = page.evaluate(
        """code => {
            const shapes = [...document.querySelectorAll('.choroplethlayer path')];
            const box = shapes.find(one => one.__data__.loc === code).getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }""",
        code,
    )
    page.mouse.move(x, y)
    said = page.locator(".hoverlayer .hovertext").text_content()
    page.mouse.click(x, y)
    return said or ""


def click_field(page: Page, at: int) -> None:
    """Click in the upper part of a field, counted row by row."""
    fields = page.locator('[class*="st-key-chart-risk-grid"] .barlayer .point path')
    expect(fields).to_have_count(54)
    fields.nth(at).scroll_into_view_if_needed()
    box = fields.nth(at).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 8)


def wait_for_address(page: Page, words: str) -> None:
    page.wait_for_function(
        "words => decodeURIComponent(location.search).includes(words)", arg=words
    )


def test_map_draws_from_files_of_the_app(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?view=map&period=all")
    page.wait_for_selector(SHAPES, state="attached")
    assert page.locator(SHAPES).count() > 240
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    shapes = [one for one in asked if "topojson" in one or "world_" in one]
    assert shapes == [f"{sample.url}/app/static/topojson/world_50m.json"]


def test_click_on_a_country_leads_to_its_sentences(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?view=map&period=all")
    everything = behind(page)
    said = click_country(page, "TCD")
    wait_for_address(page, "cell=country:TCD~")
    settle(page)
    reports, _ = behind(page)
    assert 0 < reports < everything[0]
    assert f"of {reports} reports" in said
    expect(page.locator("h2").filter(has_text="Chad, all risks")).to_have_count(2)
    page.get_by_role("link", name="Open", exact=True).first.click()
    page.wait_for_url("**/report?*item=*")
    page.wait_for_selector(".item")


def test_box_chooses_a_country_as_a_click_does(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?view=map&period=all")
    page.get_by_label("Country").click()
    page.get_by_role("option", name="Chad").click()
    wait_for_address(page, "cell=country:TCD~")
    settle(page)
    expect(page.locator("h2").filter(has_text="Chad, all risks")).to_have_count(2)


def test_click_on_a_field_leads_to_its_sentences_and_again_to_all(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/risk?view=map&period=all")
    everything = behind(page)
    click_field(page, 13)
    wait_for_address(page, "field=likely~4")
    settle(page)
    expect(
        page.locator("h2").filter(has_text="likely (55–80%), impact 4 Significant")
    ).to_have_count(1)
    _, sentences = behind(page)
    assert 0 < sentences < everything[1]
    click_field(page, 13)
    page.wait_for_function("!location.search.includes('field=')")
    settle(page)
    assert behind(page) == everything


def test_link_opens_a_cell_and_a_field(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?view=time&period=all&cell=country:TCD~&field=none~3")
    title = "Chad, all risks, no band, impact 3 Moderate: the sentences behind it"
    expect(page.locator("h2").filter(has_text=title)).to_have_count(1)
    assert behind(page)[1] > 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("view", ["map", "time"])
def test_view_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, view: str, width: int, theme: str
) -> None:
    page = open_page(f"/risk?view={view}&period=all", theme=theme, width=width)
    page.wait_for_selector('[class*="st-key-chart-risk-grid"] .barlayer', state="attached")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_grid_scrolls_inside_its_frame_on_a_phone(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?view=time&period=all", width=390)
    page.wait_for_selector('[class*="st-key-chart-risk-grid"] .barlayer', state="attached")
    widths = page.evaluate(
        """() => [...document.querySelectorAll('[class*="st-key-chart-risk-grid"] *')]
            .map(one => [one.scrollWidth - one.clientWidth, getComputedStyle(one).overflowX])
            .filter(([more, overflow]) => more > 100 && ['auto', 'scroll'].includes(overflow))"""
    )
    assert len(widths) == 1
