"""One area, or two, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths

ONE = "/regions?period=all&area=country:CMR"
TWO = f"{ONE}&beside=country:TCD"


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def opened(open_page: OpenPage, path: str, **how: object) -> Page:
    page = open_page(path, **how)
    page.wait_for_selector("h2:has-text('Techniques named')")
    settle(page)
    return page


@themes
@widths
@pytest.mark.parametrize("path", [ONE, TWO, f"{ONE}&behind=risk:conflict_instability"])
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = opened(open_page, path, theme=theme, width=width)
    page.wait_for_selector(".js-plotly-plot")
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_mark_lists_its_sentences_and_one_opens_in_its_report(
    sample: Served, open_page: OpenPage
) -> None:
    page = opened(open_page, ONE)
    page.wait_for_selector(".js-plotly-plot .point")
    page.locator(".js-plotly-plot .scatterlayer .point").first.click(force=True)
    page.wait_for_url("**behind=risk*")
    settle(page)
    title = page.get_by_role("heading", name="What is said of")
    expect(title).to_be_visible()
    quote = page.locator("blockquote").first.inner_text()
    page.locator("[class*=st-key-link-open-item]").first.locator("a").click()
    page.wait_for_url("**/report?**item=risk-*")
    page.wait_for_selector(".run.chosen")
    chosen = page.locator(".item[aria-current=true]").inner_text()
    assert " ".join(quote.split()) in " ".join(chosen.split())


def test_number_opens_its_reports_and_closes_them(sample: Served, open_page: OpenPage) -> None:
    page = opened(open_page, ONE)
    page.get_by_role("button", name="List the 6 in this period").click()
    page.wait_for_url("**behind=report*")
    expect(page.get_by_text("6 reports, the newest first.")).to_be_visible()
    page.get_by_role("button", name="Close this list").click()
    expect(page.get_by_text("6 reports, the newest first.")).to_have_count(0)


def test_neighbour_comes_beside_and_the_link_shows_both(
    sample: Served, open_page: OpenPage
) -> None:
    page = opened(open_page, ONE)
    page.get_by_role("button", name="Chad · 6 reports").click()
    page.wait_for_url("**beside=country*")
    settle(page)
    again = opened(open_page, page.url.split(sample.url)[1])
    expect(again.locator("h1")).to_have_text("Cameroon and Chad: 6 reports each")
    left = again.get_by_role("heading", name="Advice: Cameroon").bounding_box()
    right = again.get_by_role("heading", name="Advice: Chad").bounding_box()
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]


def test_two_areas_stand_below_each_other_on_a_phone(sample: Served, open_page: OpenPage) -> None:
    page = opened(open_page, TWO, width=390)
    above = page.get_by_role("heading", name="Advice: Cameroon").bounding_box()
    below = page.get_by_role("heading", name="Advice: Chad").bounding_box()
    assert above is not None
    assert below is not None
    assert above["x"] == below["x"]
    assert above["y"] < below["y"]


def test_second_part_of_a_list_stays_after_a_reload(sample: Served, open_page: OpenPage) -> None:
    page = opened(open_page, ONE)
    first = page.locator("[class*=st-key-quote-judgements]").first.inner_text()
    pages = page.get_by_test_id("stPagination").first
    pages.get_by_text("2", exact=True).click()
    page.wait_for_url("**judgements=2*")
    settle(page)
    second = page.locator("[class*=st-key-quote-judgements]").first.inner_text()
    assert second != first
    page.reload()
    page.wait_for_selector("h2:has-text('Techniques named')")
    settle(page)
    expect(page.locator("[class*=st-key-quote-judgements]").first).to_have_text(second)
