"""A sheet leaves one browser, is edited, and comes back after somebody else decided."""

import csv
from contextlib import closing
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from dash_intel import pipeline
from dash_intel.ledger import open_ledger
from dash_intel.model.ledger import RecommendationState
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.exchange.conftest import CLEAN
from tests.exchange.edited import edited, ids_of
from tests.reports import full_report

REPORT = full_report()
ADVICE = REPORT.contents.recommendations[0].recommendation_id


@pytest.fixture(scope="module")
def loaded(served: Served) -> Served:
    pipeline.load([CLEAN], served.database, jobs=1)
    served.load(REPORT)
    return served


def decided(loaded: Served) -> dict[str, RecommendationState]:
    with closing(open_ledger(f"sqlite:///{loaded.database / 'ledger.sqlite'}")) as ledger:
        return {one.recommendation_id: one for one in ledger.decisions().recommendations}


def taken(page: Page, label: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def bring(page: Page, file: Path) -> None:
    page.set_input_files('[data-testid="stFileUploader"] input', file)
    page.get_by_text("Check before writing").wait_for()
    settle(page)


def test_sheet_comes_back_after_somebody_else_decided(
    loaded: Served, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/recommendations?period=all")
    file = taken(page, "Excel workbook", tmp_path)
    first, second, *_ = (one for one in ids_of(file.read_bytes()) if one != ADVICE)

    other = open_page(f"/report?report={REPORT.report_id}&item={ADVICE}")
    other.get_by_label("Owner").fill("Jon")
    other.get_by_label("Owner").blur()
    other.get_by_role("button", name="Save", exact=True).click()
    settle(other)

    changes: dict[tuple[str, str], object] = {
        (ADVICE, "Owner"): "Eva",
        (first, "Status"): "Open – Accepted",
        (first, "Owner"): "Ann",
        (first, "Due"): "31 March 2099",
        (second, "Status"): "Done",
    }
    file.write_bytes(edited(file.read_bytes(), changes))
    bring(page, file)
    expect(page.get_by_text("1 row would change something")).to_be_visible()
    expect(page.get_by_text("In the file: Owner: Jon → Eva")).to_be_visible()
    expect(page.get_by_text("Owner: – → Jon")).to_be_visible()
    assert set(decided(loaded)) == {ADVICE}
    assert grave_faults(page) == []

    page.get_by_text("Write the file over it").click()
    settle(page)
    page.get_by_role("button", name="Write 2 rows").click()
    expect(page.get_by_text("2 rows written, 1 not.")).to_be_visible(timeout=30_000)
    settle(page)
    states = decided(loaded)
    assert (states[ADVICE].owner, states[ADVICE].last.revision) == ("Eva", 2)
    assert (states[first].status, states[first].owner) == ("accepted", "Ann")
    assert second not in states
    assert len(ids_of(taken(page, "Download these rows", tmp_path).read_bytes())) == 1

    (event,) = Calendar.from_ical(taken(page, "Calendar", tmp_path).read_bytes()).walk("VEVENT")
    assert event["uid"] == f"{first}@dash-intel"
    with taken(page, "CSV", tmp_path).open(encoding="utf-8-sig", newline="") as lines:
        rows = {row["Id"]: row for row in csv.DictReader(lines)}
    assert (rows[first]["Owner"], rows[first]["Due"]) == ("Ann", "2099-03-31")


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_preview_is_accessible_and_no_wider_than_the_window(
    loaded: Served, open_page: OpenPage, tmp_path: Path, theme: str, width: int
) -> None:
    page = open_page("/recommendations?period=all", theme=theme, width=width)
    file = taken(page, "Excel workbook", tmp_path)
    advice, other, *_ = (one for one in ids_of(file.read_bytes()) if one not in decided(loaded))
    changes = {(advice, "Priority"): "Critical", (other, "Due"): "soon"}
    file.write_bytes(edited(file.read_bytes(), changes))
    bring(page, file)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
