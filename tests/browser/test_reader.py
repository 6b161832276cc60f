"""The reader: items and their places in the text, linked both ways, by mouse and by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from dash_intel.model.items import Risk, Scenario, Tag
from dash_intel.model.report import Contents, Head
from dash_intel.model.span import Span
from dash_intel.view.reader import reader
from tests.browser.conftest import OpenPage, Served, settle
from tests.reports import HARBOUR, full_report, report, span

TEXT = "Outer words and inner words.\n" + "Filler 🚢 港口.\n" * 120 + "Last words.\n"
NESTED = report(
    TEXT,
    source="nested.txt",
    contents=Contents(
        head=Head(title="Nested marks"),
        risks=(Risk("risk-outer", TEXT[:28], None, Span(0, 28)),),
        tags=(Tag("inner", "inner", span("inner", TEXT)),),
        scenarios=(
            Scenario(
                "future-last", "worst", None, "Last words.", "outlook", span("Last words.", TEXT)
            ),
        ),
    ),
)
FULL = full_report()


@pytest.fixture(scope="module")
def loaded(served: Served) -> Served:
    served.load(FULL, NESTED)
    return served


@pytest.fixture
def nested(loaded: Served, open_page: OpenPage) -> Page:
    page = open_page(f"/report?report={NESTED.report_id}")
    page.wait_for_selector(".item")
    return page


def item(page: Page, words: str) -> Locator:
    return page.locator(".item", has_text=words).first


def run(page: Page, words: str) -> Locator:
    return page.locator(".run", has_text=words).first


def is_chosen(locator: Locator) -> bool:
    return locator.get_attribute("aria-current") == "true"


def is_in(run: Locator) -> bool:
    """Tell whether a run is inside the part of the text that can be seen."""
    found: bool = run.evaluate(
        "run => { const box = run.closest('.text').getBoundingClientRect();"
        " const at = run.getBoundingClientRect();"
        " return at.top >= box.top && at.bottom <= Math.min(box.bottom, innerHeight); }"
    )
    return found


def test_text_is_shown_character_by_character(loaded: Served, open_page: OpenPage) -> None:
    page = open_page(f"/report?report={FULL.report_id}")
    page.wait_for_selector(".line")
    assert "\n".join(page.locator(".line").all_text_contents()) == HARBOUR


def test_every_item_with_a_place_is_marked_in_the_text(loaded: Served, open_page: OpenPage) -> None:
    page = open_page(f"/report?report={FULL.report_id}")
    page.wait_for_selector(".item")
    placed = [one for one in reader(FULL).items() if one.span]
    expect(page.locator(".item[role=button]")).to_have_count(len(placed))


def test_click_on_an_item_shows_its_place(nested: Page) -> None:
    assert not is_in(run(nested, "Last words"))
    item(nested, "Last words").click()
    nested.wait_for_timeout(300)
    assert is_chosen(run(nested, "Last words"))
    assert is_in(run(nested, "Last words"))
    nested.wait_for_url("**item=future-last*")


def test_click_on_marked_text_shows_its_item(nested: Page) -> None:
    run(nested, "inner").click()
    nested.wait_for_timeout(300)
    tag = nested.locator(".names > .item")
    assert is_chosen(tag)
    expect(tag).to_be_in_viewport()
    assert not is_chosen(item(nested, "Outer words"))


def test_words_that_only_the_outer_mark_covers_choose_the_outer(nested: Page) -> None:
    run(nested, "Outer words").click()
    assert is_chosen(item(nested, "Outer words"))
    assert is_chosen(run(nested, "inner"))


def test_overlapping_marks_are_both_drawn(nested: Page) -> None:
    drawn = run(nested, "inner").evaluate("run => getComputedStyle(run).boxShadow")
    assert drawn.count("inset") == 2


def test_legend_counts_kinds_and_hides_them(nested: Page) -> None:
    button = nested.locator(".legend button", has_text="Tags")
    assert button.inner_text().split() == ["Tags", "1"]
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    run(nested, "inner").click()
    assert is_chosen(item(nested, "Outer words"))
    button.click()
    run(nested, "inner").click()
    assert is_chosen(nested.locator(".names > .item"))


def test_items_are_reached_by_tab_and_opened_by_enter(nested: Page) -> None:
    item(nested, "Outer words").focus()
    nested.keyboard.press("Tab")
    nested.keyboard.press("Enter")
    assert is_chosen(item(nested, "Last words"))
    width = item(nested, "Last words").evaluate("box => getComputedStyle(box).outlineWidth")
    assert width == "2px"


def test_marked_text_is_reached_by_tab_and_opened_by_enter(nested: Page) -> None:
    run(nested, "Outer words").focus()
    nested.keyboard.press("Tab")
    nested.keyboard.press("Enter")
    assert is_chosen(nested.locator(".names > .item"))


def test_letters_and_arrows_step_through_the_items(nested: Page) -> None:
    nested.keyboard.press("j")
    assert is_chosen(item(nested, "Outer words"))
    nested.keyboard.press("j")
    assert is_chosen(item(nested, "Last words"))
    nested.keyboard.press("k")
    assert is_chosen(item(nested, "Outer words"))
    nested.keyboard.press("ArrowDown")
    assert is_chosen(item(nested, "Last words"))
    nested.keyboard.press("Escape")
    expect(nested.locator("[aria-current=true].item")).to_have_count(0)


def test_letters_typed_into_a_field_stay_there(nested: Page) -> None:
    nested.get_by_role("combobox").first.fill("j")
    expect(nested.locator(".item[aria-current=true]")).to_have_count(0)


def test_link_to_an_item_opens_the_report_at_the_sentence(
    loaded: Served, open_page: OpenPage
) -> None:
    page = open_page(f"/report?report={NESTED.report_id}&item=future-last")
    page.wait_for_selector(".run.chosen")
    page.wait_for_timeout(400)
    assert is_in(run(page, "Last words"))
    expect(item(page, "Last words")).to_be_in_viewport()


def test_link_to_an_item_that_is_not_there_opens_the_report(
    loaded: Served, open_page: OpenPage
) -> None:
    page = open_page(f"/report?report={NESTED.report_id}&item=nothing")
    page.wait_for_selector(".item")
    expect(page.locator(".chosen")).to_have_count(0)
    missed = page.get_by_text("is not in this report")
    expect(missed).to_be_visible()
    item(page, "Last words").click()
    page.wait_for_url("**item=future-last*")
    expect(missed).to_have_count(0)


def test_stepping_to_another_report_lets_go_of_the_item(nested: Page) -> None:
    item(nested, "Last words").click()
    nested.wait_for_url("**item=future-last*")
    nested.keyboard.press("ArrowLeft")
    nested.wait_for_url(lambda url: FULL.report_id in url and "item=" not in url)
    settle(nested)
    expect(nested.locator(".chosen")).to_have_count(0)
    expect(nested.locator("h1")).to_contain_text("Dockers' strike")


def test_keys_work_after_a_report_was_chosen_in_the_box(nested: Page) -> None:
    nested.get_by_role("combobox").first.click()
    nested.get_by_role("option").filter(has_text="Dockers").click()
    nested.wait_for_url(f"**report={FULL.report_id}*")
    nested.wait_for_selector(".item >> text=Harbour Gazette")
    settle(nested)
    nested.keyboard.press("j")
    nested.wait_for_selector(".item.chosen")
    nested.keyboard.press("ArrowRight")
    nested.wait_for_url(f"**report={NESTED.report_id}*")


def test_steps_show_their_keys(nested: Page) -> None:
    newer = nested.get_by_role("button", name="Newer")
    assert newer.inner_text().split() == ["Newer", "←"]


def test_arrows_in_the_box_do_not_step(nested: Page) -> None:
    nested.get_by_role("combobox").first.click()
    nested.keyboard.type("Dock")
    nested.keyboard.press("ArrowLeft")
    settle(nested)
    assert f"report={NESTED.report_id}" in nested.url


def test_back_of_the_browser_goes_back_to_the_last_item(nested: Page) -> None:
    item(nested, "Outer words").click()
    nested.wait_for_url("**item=risk-outer*")
    item(nested, "Last words").click()
    nested.wait_for_url("**item=future-last*")
    nested.go_back()
    nested.wait_for_selector(".item.chosen >> text=Outer words")
    assert not is_chosen(item(nested, "Last words"))
    item(nested, "Last words").click()
    nested.wait_for_url("**item=future-last*")


def test_phone_leads_to_the_text_and_back_to_the_item(loaded: Served, open_page: OpenPage) -> None:
    page = open_page(f"/report?report={NESTED.report_id}", width=390)
    item(page, "Last words").click()
    page.wait_for_timeout(300)
    expect(run(page, "Last words")).to_be_in_viewport()
    expect(item(page, "Last words")).not_to_be_in_viewport()
    page.get_by_role("button", name="Back to the item").click()
    expect(item(page, "Last words")).to_be_in_viewport()


def test_unread_text_is_marked_as_such(loaded: Served, open_page: OpenPage) -> None:
    page = open_page(f"/report?report={FULL.report_id}")
    page.wait_for_selector(".item")
    expect(run(page, "Stray")).to_have_attribute("title", "Not read")
    assert span("Stray").of(HARBOUR) == run(page, "Stray").inner_text()
