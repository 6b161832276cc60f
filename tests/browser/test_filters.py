"""The filters in a browser: links, reload, pages, crumbs, saved views, keyboard, phone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes

PAGES = ("Trends", "Risk", "Regions", "Search", "Coverage")
LINK = "/trends?group=sahel&country=KEN&period=all&places=mentioned"
UNKNOWN = "Not known here, so left out: "


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def scope(page: Page) -> str:
    return page.locator(".st-key-lead p").first.inner_text()


def crumbs(page: Page) -> list[str]:
    return page.locator(".st-key-crumbs button").all_inner_texts()


def choose(page: Page, label: str, words: str) -> None:
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=label)
    box.click()
    box.fill(words)
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    settle(page)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_link_shows_what_it_names(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LINK)
    assert scope(page).startswith("Sahel and Kenya (mentioned anywhere), all dates: ")
    assert crumbs(page) == ["× Sahel", "× Kenya", "× All dates", "Clear all"]
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("Sahel (group)")).to_be_visible()
    assert address(page) == {
        "group": ["sahel"],
        "country": ["KEN"],
        "period": ["all"],
        "places": ["mentioned"],
    }


def test_reload_keeps_what_was_chosen(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/trends")
    choose(page, "Region", "Sahel (group)")
    assert crumbs(page) == ["× Sahel", "Clear all"]
    assert address(page) == {"group": ["sahel"]}
    before = scope(page)
    page.reload()
    page.wait_for_selector(".st-key-crumbs")
    settle(page)
    assert scope(page) == before
    assert crumbs(page) == ["× Sahel", "Clear all"]


def test_every_page_keeps_the_filters(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LINK)
    before = scope(page)
    for name in (*PAGES[1:], "Data", "Trends"):
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        page.wait_for_url(f"**/{name.lower()}*")
        settle(page)
        if name in PAGES:
            assert scope(page) == before
            assert address(page)["group"] == ["sahel"]


def test_crumbs_take_filters_away_by_keyboard(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LINK)
    button(page, "× Sahel").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert crumbs(page) == ["× Kenya", "× All dates", "Clear all"]
    assert "group" not in address(page)
    button(page, "Clear all").last.focus()
    page.keyboard.press("Enter")
    settle(page)
    assert crumbs(page) == []
    assert address(page) == {"places": ["mentioned"]}


def test_reset_makes_everything_usual(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LINK)
    button(page, "Reset").click()
    settle(page)
    assert crumbs(page) == []
    assert address(page) == {}
    assert scope(page).startswith("All regions, ")


def test_unknown_values_are_left_out_and_said_until_the_next_choice(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/trends?group=atlantis&tag=%3Cb%3Eno%3C%2Fb%3E&period=9d&since=x")
    expect(page.get_by_text(UNKNOWN)).to_contain_text("the tag “<b>no</b>”")
    assert crumbs(page) == []
    assert address(page) == {}
    choose(page, "Region", "Sahel (group)")
    expect(page.get_by_text(UNKNOWN)).to_have_count(0)


def test_text_is_applied_by_enter_and_its_syntax_explained(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page("/trends?period=all")
    box = page.get_by_test_id("stSidebar").get_by_label("Search", exact=True)
    box.fill("drone")
    box.press("Enter")
    settle(page)
    assert address(page)["q"] == ["drone"]
    assert "text “drone”" in scope(page)


def test_way_out_of_filters_that_leave_nothing(sample: Served, open_page: OpenPage) -> None:
    page = open_page("/risk?group=sahel&q=nosuchword")
    expect(page.locator("h1")).to_have_text("No reports match these filters")
    expect(page.get_by_text("The text leaves nothing: without it")).to_be_visible()
    button(page, "Remove the text").click()
    settle(page)
    expect(page.locator("h1")).not_to_have_text("No reports match these filters")
    assert address(page) == {"group": ["sahel"]}


def test_saved_view_opens_on_its_page_with_everything(sample: Served, open_page: OpenPage) -> None:
    page = open_page(f"{LINK}&unit=month")
    before = scope(page)
    button(page, "Save view").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Sahel, all of it")
    page.get_by_role("dialog").get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page = open_page("/risk?tag=nosuch")
    button(page, "Saved views").click()
    expect(page.get_by_role("dialog")).to_contain_text("Sahel, all of it")
    page.get_by_role("dialog").get_by_role("button", name="Open", exact=True).click()
    page.wait_for_url("**/trends*")
    settle(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert scope(page) == before
    assert address(page)["unit"] == ["month"]
    assert address(page)["places"] == ["mentioned"]


@themes
def test_filters_are_accessible_and_stand_in_the_phones_drawer(
    sample: Served, open_page: OpenPage, theme: str
) -> None:
    page = open_page("/trends?group=sahel&confidence=high&tag=nosuch", width=390, theme=theme)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(sidebar.get_by_text("Sahel (group)")).to_be_visible()
    assert grave_faults(page) == []


@themes
def test_filters_and_dialogs_are_accessible(
    sample: Served, open_page: OpenPage, theme: str
) -> None:
    page = open_page(
        "/trends?group=sahel&confidence=high&period=days&since=2025-03-01&actors=hide", theme=theme
    )
    assert grave_faults(page) == []
    button(page, "Save view").click()
    page.wait_for_selector('[role="dialog"]')
    settle(page)
    assert grave_faults(page) == []


@themes
def test_dead_end_is_accessible(sample: Served, open_page: OpenPage, theme: str) -> None:
    page = open_page("/risk?group=sahel&q=nosuchword", theme=theme)
    assert grave_faults(page) == []
