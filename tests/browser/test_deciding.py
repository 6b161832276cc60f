"""Two people decide about the same recommendation, each in a browser of their own."""

from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from dash_intel.ledger import open_ledger
from dash_intel.model.ledger import RecommendationState
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.reports import full_report

REPORT = full_report()
ADVICE = REPORT.contents.recommendations[0].recommendation_id
ADDRESS = f"/report?report={REPORT.report_id}&item={ADVICE}"


@pytest.fixture(scope="module")
def loaded(served: Served) -> Served:
    served.load(REPORT)
    return served


def decided(loaded: Served) -> RecommendationState:
    with closing(open_ledger(f"sqlite:///{loaded.database / 'ledger.sqlite'}")) as ledger:
        (state,) = ledger.decisions().recommendations
        return state


def save(page: Page, owner: str, button: str = "Save") -> None:
    page.get_by_label("Owner").fill(owner)
    page.get_by_label("Owner").blur()
    page.get_by_role("button", name=button, exact=True).click()
    settle(page)


def test_second_of_two_sessions_is_shown_the_first_and_asked(
    loaded: Served, open_page: OpenPage
) -> None:
    first, second = open_page(ADDRESS), open_page(ADDRESS)
    save(first, "Jon")
    expect(first.get_by_text("Nothing was decided about this yet")).to_have_count(0)
    save(second, "Eva")
    said = second.get_by_text("Somebody else changed this meanwhile")
    expect(said).to_be_visible()
    expect(second.get_by_text("Owner: – → Jon").first).to_be_visible()
    assert decided(loaded).owner == "Jon"
    expect(second.get_by_label("Owner")).to_have_value("Eva")
    assert grave_faults(second) == []
    second.get_by_role("button", name="Save over it").click()
    settle(second)
    expect(said).to_have_count(0)
    assert (decided(loaded).owner, decided(loaded).last.revision) == ("Eva", 2)


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
@pytest.mark.parametrize("path", [ADDRESS, "/data", "/audit"])
def test_pages_with_decisions_are_accessible(
    loaded: Served, open_page: OpenPage, path: str, theme: str, width: int
) -> None:
    page = open_page(path, theme=theme, width=width)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
