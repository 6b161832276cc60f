"""Every page, light and dark, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served

PATHS = ("/", "/report", "/data")
FRESH = """() => !document.querySelector('[data-stale="true"]')"""
GRAVE = {"serious", "critical"}

SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement, main].map((box) => box.scrollWidth - box.clientWidth);
}"""

themes = pytest.mark.parametrize("theme", ["light", "dark"])
widths = pytest.mark.parametrize("width", [1440, 390])


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def grave_faults(page: Page) -> list[str]:
    """Return what axe finds; what fades until it is drawn anew is waited for."""
    page.wait_for_function(FRESH)
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


@themes
@widths
@pytest.mark.parametrize("path", PATHS)
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = open_page(path, theme=theme, width=width)
    page.wait_for_selector(".item" if path == "/report" else "h2")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


@themes
def test_theme_follows_the_browser(sample: Served, open_page: OpenPage, theme: str) -> None:
    page = open_page("/", theme=theme)
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}[theme]
    rule = "getComputedStyle(document.querySelector('[class*=st-key-lead]')).borderTopColor"
    assert page.evaluate(rule) == {"light": "rgb(16, 21, 26)", "dark": "rgb(230, 234, 237)"}[theme]


def test_navigation_leads_to_every_page(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/")
    headlines = set()
    for name in ("Report", "Data", "Overview"):
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        page.wait_for_url(f"**/{name.lower()}" if name != "Overview" else f"{sample.url}/")
        page.wait_for_function("document.title.includes(' · dash_intel')")
        page.wait_for_timeout(400)
        headlines.add(page.locator("h1").inner_text())
    assert len(headlines) == 3


def test_title_of_a_report_opens_it(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/")
    link = page.locator("[class*=st-key-link-report] a").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/report?report=*")
    page.wait_for_selector(".item")
    expect(page.locator("h1")).to_have_text(title)
