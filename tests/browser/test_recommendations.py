"""The Recommendations page in a real browser: cells, moves, many at once, two people at once."""

from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from dash_intel.ledger import RecommendationChange, open_ledger, set_recommendation
from dash_intel.model.ledger import Editing, Person, RecommendationState
from dash_intel.query.decisions import BuildSubjects
from dash_intel.store import current_build, open_build
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults

PAGE = "/recommendations?period=all&order=newest"
GRID = '[data-testid="stDataFrame"] canvas'
HEAD, ROW = 38, 62
INTO_VIEW = """(grid, below) => grid.closest('[data-testid="stMain"]').scrollBy(
    0, Math.max(0, grid.getBoundingClientRect().top + below - innerHeight))"""
STATUS, OWNER = 460, 870
"""Pixels from the left of the table at which these columns are."""


@pytest.fixture(scope="module")
def sample(served: Served) -> Served:
    served.load_sample()
    return served


def part(number: int) -> str:
    """Return the address of a part of the table: each test has one to itself."""
    return f"{PAGE}&rows={number}"


def state_of(served: Served, item: str) -> RecommendationState | None:
    with closing(open_ledger(f"sqlite:///{served.database / 'ledger.sqlite'}")) as ledger:
        found = {one.recommendation_id: one for one in ledger.decisions().recommendations}
    return found.get(item)


def click_cell(page: Page, row: int, x: int, times: int = 1) -> None:
    """Click in a row of the table, counted from 0, so many pixels from its left."""
    grid, below = page.locator(GRID).first, HEAD + ROW * row + ROW / 2
    grid.scroll_into_view_if_needed()
    grid.evaluate(INTO_VIEW, below + ROW)
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + below, click_count=times)
    page.wait_for_timeout(150)


def write(page: Page, row: int, x: int, words: str) -> None:
    click_cell(page, row, x)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.keyboard.type(words, delay=15)
    page.keyboard.press("Enter")
    settle(page)


def set_status(page: Page, row: int, words: str) -> None:
    click_cell(page, row, STATUS)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.keyboard.type(words, delay=15)
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    settle(page)


def decide(served: Served, recommendation_id: str, **fields: object) -> None:
    """Decide as somebody else does, elsewhere."""
    build = current_build(served.database)
    assert build is not None
    address = f"sqlite:///{served.database / 'ledger.sqlite'}"
    with closing(open_ledger(address)) as ledger, closing(open_build(build)) as opened:
        editing = Editing(Person("Ada", "analyst"), recommendation_id, note="I see to it.")
        change = RecommendationChange(**fields)  # type: ignore[arg-type]
        set_recommendation(ledger, BuildSubjects(opened), editing, change)


def item_in(page: Page, row: int) -> str:
    """Return the id of the recommendation in a row of the table, by opening it."""
    before = page.url
    click_cell(page, row, 70)
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)
    return page.url.rpartition("advice=")[2]


def test_cell_is_saved_and_taken_back(sample: Served, open_page: OpenPage) -> None:
    page = open_page(part(1))
    item = item_in(page, 0)
    write(page, 0, OWNER, "Mira")
    expect(page.get_by_text("Owner: – → Mira").first).to_be_visible()
    state = state_of(sample, item)
    assert state is not None
    assert (state.owner, state.status) == ("Mira", "new")
    page.get_by_role("button", name="Undo").click()
    settle(page)
    expect(page.get_by_text("Owner: Mira → –").first).to_be_visible()
    state = state_of(sample, item)
    assert state is not None
    assert (state.owner, state.last.revision) == (None, 2)


def test_status_that_needs_an_owner_asks_for_it_in_a_form(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(part(2))
    item = item_in(page, 0)
    set_status(page, 0, "Accepted")
    assert state_of(sample, item) is None
    form = page.locator('[class*="st-key-draft-"]')
    expect(form).to_contain_text("Open – New → Open – Accepted")
    form.get_by_label("Owner").fill("Jon")
    form.get_by_role("button", name="Save").click()
    settle(page)
    state = state_of(sample, item)
    assert state is not None
    assert (state.status, state.owner) == ("accepted", "Jon")
    expect(form).to_have_count(0)


def test_status_that_may_not_follow_is_refused_and_others_are_offered(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(part(3))
    item = item_in(page, 0)
    set_status(page, 0, "Implemented")
    form = page.locator('[class*="st-key-draft-"]')
    expect(form).to_contain_text("“Open – New” cannot become “Closed – Implemented”")
    form.get_by_role("button", name="Closed – Not implemented").click()
    settle(page)
    form.get_by_label("Reason for closing").click()
    page.get_by_role("option", name="No longer applicable").click()
    form.get_by_role("button", name="Save").click()
    settle(page)
    state = state_of(sample, item)
    assert state is not None
    assert (state.status, state.reason) == ("not_implemented", "no_longer_applicable")


def test_second_of_two_sessions_is_told_and_loses_nothing(
    sample: Served, open_page: OpenPage
) -> None:
    first, second = open_page(part(4)), open_page(part(4))
    item = item_in(first, 0)
    write(first, 0, OWNER, "Jon")
    write(second, 0, OWNER, "Eva")
    state = state_of(sample, item)
    assert state is not None
    assert state.owner == "Jon"
    form = second.locator('[class*="st-key-draft-"]')
    expect(form).to_contain_text("Somebody else changed this meanwhile")
    expect(form).to_contain_text("Owner: – → Jon")
    expect(form.get_by_label("Owner")).to_have_value("Eva")
    assert grave_faults(second) == []
    form.get_by_role("button", name="Save over it").click()
    settle(second)
    state = state_of(sample, item)
    assert state is not None
    assert (state.owner, state.last.revision) == ("Eva", 2)


def test_many_are_changed_at_once_and_refusals_are_told(
    sample: Served, open_page: OpenPage
) -> None:
    page = open_page(part(5))
    items = [item_in(page, row) for row in range(3)]
    for row in range(3):
        click_cell(page, row, 20)
        settle(page)
    expect(page.get_by_text("3 recommendations chosen")).to_be_visible()
    decide(sample, items[0], owner="Ada")
    bulk = page.locator(".st-key-tracker-bulk")
    bulk.get_by_label("Owner").fill("Mira")
    bulk.get_by_role("button", name="Change 3").click()
    settle(page)
    expect(page.get_by_text("2 changed, 1 not written")).to_be_visible()
    expect(page.get_by_text("Somebody else changed this meanwhile")).to_be_visible()
    expect(page.get_by_text("1 recommendation chosen")).to_be_visible()
    found = [state_of(sample, item) for item in items]
    assert [one.owner if one else None for one in found] == ["Ada", "Mira", "Mira"]


def test_board_moves_where_the_rules_allow_and_asks_for_evidence(
    sample: Served, open_page: OpenPage
) -> None:
    item = item_in(open_page(part(6)), 0)
    decide(sample, item, status="in_progress", owner="Jon")
    page = open_page(f"{PAGE}&view=board&status=in_progress")
    card = page.locator(f".st-key-card-{item}")
    card.get_by_role("button", name="Move").click()
    options = page.get_by_role("menuitem")
    expect(options).to_have_text(["Partially addressed", "Implemented", "Not implemented"])
    options.filter(has_text="Partially").click()
    settle(page)
    card.get_by_label("Evidence of what was done").fill("Port office, 2 May")
    card.get_by_role("button", name="Save").click()
    settle(page)
    state = state_of(sample, item)
    assert state is not None
    assert (state.status, state.evidence) == ("partially_addressed", "Port office, 2 May")
    expect(card).to_have_count(0)


def test_link_opens_an_item_and_leads_to_its_sentence(sample: Served, open_page: OpenPage) -> None:
    page = open_page(part(7))
    item = item_in(page, 0)
    below = page.locator(".st-key-rule-tracker-item")
    expect(below.get_by_role("heading", name="History")).to_be_visible()
    page = open_page(f"{PAGE}&view=board&advice={item}")
    over = page.get_by_role("dialog")
    expect(over.get_by_text("History: every change, newest first.")).to_be_visible()
    over.get_by_role("link", name="Open", exact=True).first.click()
    page.wait_for_url(f"**/report?*item={item}*")
    page.wait_for_selector(".item")


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_item_over_the_board_is_accessible_and_closed_by_a_key(
    sample: Served, open_page: OpenPage, theme: str, width: int
) -> None:
    item = item_in(open_page(part(7)), 0)
    page = open_page(f"{PAGE}&view=board&advice={item}", theme=theme, width=width)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert grave_faults(page) == []
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('advice=')")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("view", ["table", "board", "groups", "loose"])
def test_view_is_accessible_and_does_not_scroll_sideways(
    sample: Served, open_page: OpenPage, view: str, width: int, theme: str
) -> None:
    page = open_page(f"{PAGE}&view={view}", theme=theme, width=width)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
