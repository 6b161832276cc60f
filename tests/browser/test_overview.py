"""What changed on the overview, in a browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths


@pytest.fixture(scope="module", autouse=True)
def _sample(served: Served) -> None:
    served.load_sample()


def titles(page: Page) -> list[str]:
    return page.locator("h1, h2").all_inner_texts()


@themes
@widths
def test_overview_is_accessible_and_does_not_scroll_sideways(
    open_page: OpenPage, theme: str, width: int
) -> None:
    page = open_page("/?period=6m", theme=theme, width=width)
    page.wait_for_selector("[class*=st-key-rule-judgement-0]")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_link_to_a_region_has_its_sentences_beside(open_page: OpenPage) -> None:
    page = open_page("/?region=017&moved=region:017~")
    page.get_by_role("heading", name="What moved Middle Africa").wait_for()
    expect(page.locator(".st-key-crumbs")).to_contain_text("Middle Africa")


def test_sentence_that_moved_a_region_opens_where_it_stands(open_page: OpenPage) -> None:
    page = open_page("/")
    first = page.locator("[class*=st-key-rule-moved-0]")
    words = first.locator("blockquote").inner_text()
    first.get_by_role("link", name="Open", exact=True).click()
    page.wait_for_url("**/report?report=*&item=risk-*")
    page.wait_for_selector(".run.chosen")
    chosen = page.locator(".item[aria-current=true]").inner_text()
    assert " ".join(words.split()) in " ".join(chosen.split())


def test_mark_of_a_region_lists_its_sentences(open_page: OpenPage) -> None:
    page = open_page("/")
    page.wait_for_selector("[class*=st-key-chart-overview-regions] .js-plotly-plot")
    page.get_by_role("button", name="Show as table").first.click()
    settle(page)
    page.get_by_test_id("stDataFrame").first.click(position={"x": 60, "y": 90})
    page.wait_for_url("**moved=region*")
    page.get_by_role("heading", name="Strongest on Western Asia").wait_for()


def test_figure_leads_to_what_it_counts(open_page: OpenPage) -> None:
    page = open_page("/")
    figure = page.locator("[class*=st-key-k-reports]")
    number = figure.get_by_test_id("stMetricValue").inner_text()
    figure.get_by_role("link").click()
    page.wait_for_url("**/search*")
    settle(page)
    expect(page.locator("[class*=st-key-lead]")).to_contain_text(f"{number} reports")


def test_figures_stand_on_one_line(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_test_id("stMetricValue").nth(4).wait_for()
    settle(page)
    values = page.locator("[class*=st-key-k-] [data-testid=stMetricValue]")
    tops = values.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().top))")
    assert (len(tops), len(set(tops))) == (5, 1)


def test_tag_opens_its_line_on_trends(open_page: OpenPage) -> None:
    page = open_page("/")
    tag = page.locator("[class*=st-key-link-tag]").first
    name = tag.inner_text()
    tag.get_by_role("link").click()
    page.wait_for_url("**/trends?topic=*")
    settle(page)
    assert name in " ".join(titles(page))


def test_both_sides_of_a_judgement_open(open_page: OpenPage) -> None:
    page = open_page("/")
    page.wait_for_selector("[class*=st-key-rule-judgement-0]")
    opens = page.locator("[class*=st-key-rule-judgement-0]").get_by_role(
        "link", name="Open", exact=True
    )
    expect(opens).to_have_count(2)
    addresses = {one.get_attribute("href") for one in opens.all()}
    assert len(addresses) == 2


def test_way_to_the_listing_scrolls_to_it(open_page: OpenPage) -> None:
    page = open_page("/?load=1")
    page.get_by_role("link", name="Reports from load 1").click()
    heading = page.get_by_role("heading", name="Reports from load 1")
    page.wait_for_timeout(600)
    box = heading.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
