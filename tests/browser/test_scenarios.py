"""Scenarios in a browser: links, editing and outcomes, two sessions, keyboard, themes, phones."""

from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from dash_intel.ledger import open_ledger
from dash_intel.model.ledger import Decisions
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.reports import full_report

REPORT = full_report()
WORST = "future-2"
ADDRESS = f"/scenarios?period=all&scenario={WORST}"
VIEWS = ("cards", "signposts", "time", "recurring")


@pytest.fixture(scope="module")
def sampled(served: Served) -> Served:
    served.load_sample()
    served.load(REPORT)
    return served


def decided(app: Served) -> Decisions:
    with closing(open_ledger(f"sqlite:///{app.database / 'ledger.sqlite'}")) as ledger:
        return ledger.decisions()


def probability(app: Served) -> tuple[float | None, int]:
    (found,) = (one for one in decided(app).scenarios if one.scenario_id == WORST)
    return found.probability, found.last.revision


def save(page: Page, share: str, button: str = "Save") -> None:
    page.get_by_label("Probability, %").fill(share)
    page.get_by_label("Probability, %").blur()
    page.get_by_role("button", name=button, exact=True).click()
    settle(page)


def date_of(page: Page, label: str, day: str) -> None:
    """Type a day, year first, into the first field of a label."""
    page.get_by_role("spinbutton", name=f"year, {label}").first.focus()
    page.keyboard.type(day)


def test_second_of_two_editors_is_told_and_keeps_their_words(
    sampled: Served, open_page: OpenPage
) -> None:
    first, second = open_page(ADDRESS), open_page(ADDRESS)
    save(first, "20")
    expect(first.get_by_text("recorded by an analyst")).to_be_visible()
    second.get_by_label("Drivers").fill("fuel prices")
    save(second, "60")
    told = second.get_by_text("Somebody else changed this meanwhile")
    expect(told).to_be_visible()
    expect(second.get_by_text("Probability: – → 20%").first).to_be_visible()
    assert probability(sampled) == (0.2, 1)
    expect(second.get_by_label("Probability, %")).to_have_value("60")
    expect(second.get_by_label("Drivers")).to_have_value("fuel prices")
    assert grave_faults(second) == []
    second.get_by_role("button", name="Save over it").click()
    settle(second)
    expect(told).to_have_count(0)
    assert probability(sampled) == (0.6, 2)


def test_outcome_is_recorded_from_the_card_and_opens_at_its_sentence(
    sampled: Served, open_page: OpenPage
) -> None:
    page = open_page("/scenarios?period=days&since=2025-06-03&until=2025-06-03&q=Vesna")
    page.get_by_role("button", name="Record outcome").first.click()
    settle(page)
    page.get_by_label("Outcome").click()
    page.get_by_role("option", name="Did not occur").click()
    date_of(page, "Day that it was plain", "20250702")
    page.get_by_label("Evidence").first.fill("Port office, 2 July")
    page.get_by_label("Evidence").first.blur()
    page.get_by_role("button", name="Record the outcome").click()
    settle(page)
    expect(page.get_by_text("On 2025-07-02: Port office, 2 July").first).to_be_visible()
    assert [one.outcome for one in decided(sampled).scenarios if one.outcome] == ["did_not_occur"]
    page.get_by_role("button", name="← All scenarios").click()
    settle(page)
    assert "scenario=" not in page.url
    page.get_by_role("link", name="Open", exact=True).first.click()
    page.wait_for_url("**/report?**")
    settle(page)
    assert "item=future-" in page.url


def test_signpost_is_moved_by_the_keyboard(sampled: Served, open_page: OpenPage) -> None:
    page = open_page(f"{ADDRESS}&view=signposts&q=Vesna")
    move = page.get_by_role("button", name="Move").first
    move.focus()
    page.keyboard.press("Enter")
    choice = page.get_by_label("To", exact=True).first
    expect(choice).to_be_visible()
    choice.focus()
    page.keyboard.type("Obs")
    page.keyboard.press("Enter")
    date_of(page, "Seen on", "20250802")
    page.get_by_label("Evidence").first.fill("Gazette, 2 August")
    page.get_by_label("Evidence").first.blur()
    button = page.get_by_role("button", name="Move it").first
    button.focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.get_by_text("2025-08-02: Gazette, 2 August").first).to_be_visible()
    (found,) = (one for one in decided(sampled).signposts if one.scenario_id == WORST)
    assert (found.mark, found.evidence) == ("observed", "Gazette, 2 August")


def test_link_restores_view_and_area(sampled: Served, open_page: OpenPage) -> None:
    page = open_page("/scenarios?period=all&view=time&area=country%3ACMR")
    expect(page.get_by_role("heading", name="Cameroon: ")).to_be_visible()
    page.get_by_text("Show as table").click()
    settle(page)
    assert "scenario-times-as=table" in page.url
    page.reload()
    settle(page)
    expect(page.get_by_text("Show as figure")).to_be_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
@pytest.mark.parametrize("path", [*(f"/scenarios?period=all&view={one}" for one in VIEWS), ADDRESS])
def test_views_are_accessible(
    sampled: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = open_page(path, theme=theme, width=width)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
