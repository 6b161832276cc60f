"""Scores of scenarios and measures of advice, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.model.ledger import Person
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults

SCORES = "/scenarios?view=scores&period=all"
MEASURES = "/recommendations?view=measures&period=all"
MARKS = '[class*="st-key-chart-calibration"] .scatterlayer .points path'
AREAS = '[class*="st-key-chart-advice-areas"] .scatterlayer .points path'


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    """Load the sample and its invented decisions."""
    served.load_sample()
    ledger = ledgers.open_ledger(f"sqlite:///{served.database / 'ledger.sqlite'}")
    pipeline.put_with_sample(served.database, ledger, Person("mira", "admin"))
    ledger.close()
    return served


def listed(page: Page) -> str:
    """Return which list the box says is shown."""
    box = page.get_by_test_id("stMain").get_by_test_id("stSelectbox")
    return box.inner_text().partition("\n")[2].strip() or box.locator("input").input_value()


def over(page: Page, marks: str) -> tuple[float, float]:
    """Return the middle of the first of some marks, once it is in sight."""
    page.wait_for_selector(marks, state="attached")
    mark = page.locator(marks).first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_click_on_a_band_lists_as_many_scenarios_as_it_says(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(SCORES)
    x, y = over(page, MARKS)
    page.mouse.move(x, y)
    said = page.locator(".hoverlayer .hovertext").text_content() or ""
    page.mouse.click(x, y)
    page.wait_for_function("location.search.includes('list=')")
    settle(page)
    counted = re.search(r"Occurred: \d+ of (\d+)", said)
    assert counted is not None
    assert re.fullmatch(rf"Scored, stated as .*, {counted[1]}", listed(page))


def test_scenario_of_the_list_opens_at_its_sentence(sample: Served, open_page: OpenPage) -> None:
    page = open_page(SCORES)
    page.get_by_role("link", name="Open", exact=True).first.click()
    page.wait_for_url("**/report?*item=*")
    page.wait_for_selector(".item")


def test_mark_of_an_area_looks_at_it_alone(sample: Served, open_page: OpenPage) -> None:
    page = open_page(f"{MEASURES}&measure=closure")
    page.mouse.click(*over(page, AREAS))
    page.wait_for_function("location.search.includes('region=')")
    settle(page)
    expect(page.get_by_role("button", name="×").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("address", [SCORES, MEASURES], ids=["scores", "measures"])
def test_view_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, address: str, width: int, theme: str
) -> None:
    page = open_page(address, theme=theme, width=width)
    page.wait_for_selector(".scatterlayer .points path", state="attached")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
