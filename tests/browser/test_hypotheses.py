"""Hypotheses in a real browser: side by side, over time, and a matrix that two people fill."""

from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from dash_intel.ledger import open_ledger
from dash_intel.model.ach import AchMatrix
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults, themes, widths
from tests.reports import full_report

ALL = "/hypotheses?period=all"
TIME = f"{ALL}&view=time"
LIST = f"{ALL}&view=ach"
MATRIX = f"{LIST}&matrix={full_report().document_id}"
GRID = '[data-testid="stDataFrame"]'
FIRST_ROW, FIRST_MARK, SECOND_MARK = 70, 0.52, 0.7
"""Where in the grid the first row stands, in pixels, and two columns of marks, as shares."""


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    served.load(full_report())
    return served


def kept(served: Served) -> AchMatrix:
    with closing(open_ledger(f"sqlite:///{served.database / 'ledger.sqlite'}")) as ledger:
        found = {one.matrix_id: one for one in ledger.decisions().matrices}
        return found[full_report().document_id]


def mark(page: Page, share: float, *words: str) -> None:
    """Choose marks in a column of the grid from its first row down, by keyboard."""
    grid = page.locator(GRID).first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * share, box["y"] + FIRST_ROW)
    page.wait_for_timeout(200)
    for one in words:
        page.keyboard.press("Enter")
        page.wait_for_timeout(250)
        page.keyboard.type(one, delay=15)
        page.wait_for_timeout(150)
        page.keyboard.press("Enter")
        settle(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


@themes
@widths
@pytest.mark.parametrize("path", [ALL, TIME, LIST, MATRIX])
def test_page_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = open_page(path, theme=theme, width=width)
    page.wait_for_selector("[class*=st-key-rule-foot]")
    settle(page)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_sentence_opens_at_its_place_in_the_report(sample: Served, open_page: OpenPage) -> None:
    page = open_page(ALL)
    quote = page.locator("[class*=st-key-quote-rival]").first.inner_text()
    page.locator("[class*=st-key-link-open-rival]").first.locator("a").click()
    page.wait_for_url("**/report?**item=hypothesis-1*")
    page.wait_for_selector(".run.chosen")
    chosen = page.locator(".item[aria-current=true]").inner_text()
    assert " ".join(quote.split()) in " ".join(chosen.split())


def test_cell_lists_its_sentences_and_the_link_shows_them(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(f"{TIME}&area=country:ITA")
    page.wait_for_selector(".js-plotly-plot .barlayer .point")
    page.locator(".js-plotly-plot .barlayer .point path").last.click(force=True)
    page.wait_for_url("**cell=*")
    settle(page)
    title = page.get_by_role("heading", name="the sentences behind it").inner_text()
    again = open_page(page.url.split(sample.url)[1])
    expect(again.get_by_role("heading", name="the sentences behind it")).to_have_text(title)


def test_views_turn_and_stay_in_the_address(sample: Served, open_page: OpenPage) -> None:
    page = open_page(ALL)
    page.get_by_text("ACH matrix", exact=True).click()
    page.wait_for_url("**view=ach*")
    settle(page)
    expect(page.get_by_role("heading", name="Matrices that are kept")).to_be_visible()
    page.get_by_text("Over time", exact=True).click()
    page.wait_for_url("**view=time*")


def test_two_sessions_fill_one_matrix_and_no_mark_is_lost(
    sample: Served, open_page: OpenPage
) -> None:
    first, second = open_page(MATRIX), open_page(MATRIX)
    mark(first, FIRST_MARK, "Inconsistent", "Very incons")
    expect(first.locator("h1")).to_have_text("Not every hypothesis is weighed yet")
    press(first, "Save")
    expect(first.get_by_text("Saved by")).to_be_visible()
    assert [row[0] for row in kept(sample).marks] == ["inconsistent", "very_inconsistent"]

    mark(second, FIRST_MARK, "Neutral")
    mark(second, SECOND_MARK, "Consistent")
    press(second, "Save")
    told = second.get_by_text("Somebody else changed this meanwhile")
    expect(told).to_be_visible()
    expect(second.get_by_text("theirs inconsistent, yours neutral")).to_be_visible()
    assert grave_faults(second) == []
    press(second, "Save over it")
    expect(told).to_have_count(0)
    assert [row[:2] for row in kept(sample).marks] == [
        ("neutral", "consistent"),
        ("very_inconsistent", None),
    ]


def test_marks_stay_while_another_page_is_looked_at(sample: Served, open_page: OpenPage) -> None:
    page = open_page(MATRIX)
    mark(page, 0.88, "Very cons")
    expect(page.get_by_text("There are changes that are not saved.")).to_be_visible()
    page.get_by_test_id("stTopNavLink").filter(has_text="Coverage").click()
    page.wait_for_url("**/coverage*")
    settle(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Hypotheses").click()
    page.wait_for_url("**/hypotheses*")
    settle(page)
    page.get_by_text("ACH matrix", exact=True).click()
    settle(page)
    page.locator("[class*=st-key-row-matrix]").first.get_by_role("button").click()
    settle(page)
    expect(page.get_by_text("H3 CC very consistent")).to_be_visible()
    expect(page.get_by_text("There are changes that are not saved.")).to_be_visible()


def test_matrix_is_taken_away_as_a_file(sample: Served, open_page: OpenPage) -> None:
    page = open_page(MATRIX)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    written = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "Inconsistency score" in written
    assert "chapter 8" in written


def test_matrix_is_removed_once_that_is_confirmed(sample: Served, open_page: OpenPage) -> None:
    page = open_page(LIST)
    page.get_by_label("On a question of your own").fill("Who pays?")
    page.get_by_label("Its hypotheses, one a line").fill("Nobody\nSomebody")
    press(page, "Begin with the question")
    press(page, "Save")
    page.get_by_role("button", name="Remove", exact=True).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)
    assert grave_faults(page) == []
    press(page, "Remove it")
    expect(page.get_by_text("This matrix was removed, or never saved.")).to_be_visible()
