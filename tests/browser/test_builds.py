"""Going to another build, purging and comparing in a real browser, beside other processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dash_intel.settings import PROJECT_ROOT, SAMPLE_DIRECTORY
from dash_intel.store import current_build
from tests.browser.conftest import OpenPage, Served, settle
from tests.browser.test_pages import SIDEWAYS, grave_faults
from tests.pages.edited import ALIKE, EDITED, FIRST
from tests.reports import full_report, report

SECRET = report("Quagmirazol pays for it.", source="secret.txt", template="unrecognised")


@pytest.fixture(scope="module")
def kept(served: Served) -> Served:
    """Give the app three builds: the last brought a secret and an edited text."""
    served.load(full_report())
    served.load(FIRST)
    served.load(EDITED, ALIKE, SECRET)
    return served


def number(kept: Served) -> int:
    build = current_build(kept.database)
    assert build is not None
    return build.number


def ask_for_purge(page: Page) -> None:
    page.get_by_role("button", name="Purge this report…").click()
    page.wait_for_selector("[role=dialog] input")
    settle(page)


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 1440), ("dark", 390)])
def test_questions_and_changes_are_accessible(
    kept: Served, open_page: OpenPage, theme: str, width: int
) -> None:
    page = open_page(f"/report?report={EDITED.report_id}", theme=theme, width=width)
    page.get_by_text("What changed since revision 1").click()
    expect(page.get_by_text("Fuel and bread run short inland.", exact=True)).to_be_visible()
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []
    ask_for_purge(page)
    assert grave_faults(page) == []
    page.goto(f"{kept.url}/data")
    page.get_by_role("button", name="Go back to build").first.click()
    page.get_by_role("dialog").get_by_text("It lacks").wait_for()
    settle(page)
    assert page.evaluate(SIDEWAYS) == [0, 0]
    assert grave_faults(page) == []


def test_escape_closes_a_question_for_good(kept: Served, open_page: OpenPage) -> None:
    page = open_page("/data")
    page.get_by_role("button", name="Go back to build").first.click()
    page.wait_for_selector("[role=dialog]")
    settle(page)
    page.keyboard.press("Escape")
    page.wait_for_selector("[role=dialog]", state="detached")
    page.get_by_test_id("stTopNavLink").filter(has_text="Overview").click()
    page.wait_for_url(f"{kept.url}/")
    page.get_by_test_id("stTopNavLink").filter(has_text="Data").click()
    page.get_by_role("button", name="Go back to build").first.wait_for()
    settle(page)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_build_is_left_and_returned_to_after_a_question(kept: Served, open_page: OpenPage) -> None:
    last = number(kept)
    page = open_page("/data")
    for way, at, said in (
        ("back", last - 1, f"It lacks 3 texts of build {last}; to have them again, go forward"),
        ("forward", last, f"It has every text of build {last - 1}; to undo this, go back"),
    ):
        page.get_by_role("button", name=f"Go {way} to build {at}…").click()
        question = page.get_by_role("dialog")
        question.wait_for()
        assert number(kept) != at
        question.get_by_role("button", name=f"Go {way} to build {at}", exact=True).click()
        page.get_by_text(f"Build {at} is current now. {said}").wait_for()
        settle(page)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_text(f"build {at}", exact=False).last).to_be_visible()
        assert number(kept) == at


def test_revision_that_is_opened_stands_in_the_address(kept: Served, open_page: OpenPage) -> None:
    page = open_page(f"/report?report={EDITED.report_id}")
    page.get_by_role("button", name="Revision 1", exact=True).click()
    page.wait_for_url(f"**/report?report={FIRST.report_id}")
    page.get_by_text("Revision 1 of 2").wait_for()
    settle(page)
    page.get_by_role("button", name="2025-06-03 · Courier · Strike").click()
    page.wait_for_url(f"**/report?report={ALIKE.report_id}")


def test_load_of_another_process_is_shown_at_the_next_step(
    kept: Served, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/data")
    before = number(kept)
    (tmp_path / "new.txt").write_text(
        next(SAMPLE_DIRECTORY.glob("01-*.txt")).read_text(encoding="utf-8") + "\nOne more line.\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "dash_intel", "load", str(tmp_path), "--jobs", "1"]
    environment = os.environ | {"DASH_INTEL_DB": str(kept.database)}
    subprocess.run(command, env=environment, cwd=PROJECT_ROOT, check=True, capture_output=True)
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Text of one report").fill("A step.")
    page.keyboard.press("Control+Enter")
    page.get_by_text(f"· build {before + 1}").wait_for()
    expect(page.get_by_role("button", name=f"Go back to build {before}…")).to_be_visible()


def test_report_is_purged_after_reason_and_word(
    kept: Served, open_page: OpenPage, tmp_path: Path
) -> None:
    reader = open_page(f"/report?report={SECRET.report_id}")
    page = open_page("/data")
    page.get_by_role("link", name="secret.txt").click()
    page.wait_for_url(f"**/report?report={SECRET.report_id}")
    ask_for_purge(page)
    send = page.get_by_role("button", name="Purge for good")
    send.click()
    page.get_by_text("Say why: the reason is kept").wait_for()
    page.get_by_label("Reason, without words of the report").fill("names a source")
    page.get_by_label('Type "purge"').fill("purge it")
    send.click()
    page.get_by_text("to confirm that this is for good").wait_for()
    page.get_by_label('Type "purge"').fill("purge")
    send.click()
    page.get_by_text("is gone for good from build").wait_for()
    settle(page)
    assert SECRET.report_id not in page.url
    held = [path for path in kept.database.rglob("*") if path.is_file()]
    assert [path for path in held if b"Quagmirazol" in path.read_bytes()] == []
    reader.reload()
    reader.get_by_role("heading", name="This report was purged").wait_for()
    page.goto(f"{kept.url}/data")
    page.get_by_role("heading", name="Purged reports").wait_for()
