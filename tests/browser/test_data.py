"""Uploading, looking and loading in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from dash_intel.settings import SAMPLE_DIRECTORY
from tests.browser.conftest import OpenPage, Served, settle
from tests.reports import full_report

SAMPLE = sorted(SAMPLE_DIRECTORY.glob("*.txt"))[:3]


@pytest.fixture(scope="module")
def loaded(served: Served) -> Served:
    served.load(full_report())
    return served


def test_files_are_shown_as_they_are_read_and_then_loaded(
    loaded: Served, open_page: OpenPage, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(b"\0\1\2\3" * 64)
    page = open_page("/data")
    page.set_input_files("input[type=file]", [*SAMPLE[:2], bad])
    page.wait_for_selector("text=Check before loading")
    page.wait_for_selector(".item")
    expect(page.locator("section h2").first).to_have_text("How it was read")
    expect(page.get_by_text("2 new reports and 1 file rejected")).to_be_visible()
    page.get_by_role("button", name="Load 2 new reports").click()
    page.wait_for_selector("text=Load 2 brought 2 new reports and 1 file rejected.")
    settle(page)
    expect(page.get_by_text("3 reports · build 2")).to_be_visible()
    expect(page.get_by_text("Check before loading")).to_have_count(0)
    page.get_by_role("link", name="See the new reports").click()
    page.wait_for_url(f"{loaded.url}/?load=2")
    page.wait_for_selector("text=Reports from load 2")


def test_another_of_several_files_can_be_looked_at(loaded: Served, open_page: OpenPage) -> None:
    page = open_page("/data")
    page.set_input_files("input[type=file]", SAMPLE)
    page.wait_for_selector(".line")
    first = page.locator(".line").first.inner_text()
    page.get_by_role("combobox").click()
    page.get_by_role("option").nth(2).click()
    page.wait_for_function(
        "first => { const found = []; const seek = root => { for (const box of"
        " root.querySelectorAll('*')) { if (box.shadowRoot) seek(box.shadowRoot); if"
        " (box.className === 'line') found.push(box.textContent); } }; seek(document);"
        " return found.length && found[0] !== first; }",
        arg=first,
    )


def test_pasted_text_is_loaded(loaded: Served, open_page: OpenPage) -> None:
    page = open_page("/data")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Text of one report").fill(SAMPLE[2].read_text(encoding="utf-8"))
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Load 1 new report").click()
    page.wait_for_selector("text=brought 1 new report.")
    settle(page)
    expect(page.get_by_role("tab", name="Paste text")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_label("Text of one report")).to_have_value("")


def test_pasted_text_is_shown_by_its_button(loaded: Served, open_page: OpenPage) -> None:
    page = open_page("/data")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Text of one report").fill("Nothing that anyone knows.")
    page.get_by_role("button", name="Preview").click()
    page.wait_for_selector("text=Check before loading")
    expect(page.get_by_role("button", name="Load 1 not recognised")).to_be_visible()


def test_folder_tab_stays_open_whatever_comes_of_it(
    loaded: Served, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/data")
    folder = page.get_by_role("tab", name="Folder on this machine")
    folder.click()
    for path, said in ((tmp_path / "none", "no such folder"), (SAMPLE[0].parent, "Loaded")):
        page.get_by_label("Path of the folder").fill(str(path))
        page.get_by_role("button", name="Load the folder").click()
        page.wait_for_selector(f"text={said}")
        settle(page)
        expect(folder).to_have_attribute("aria-selected", "true")
        expect(page.get_by_label("Path of the folder")).to_be_visible()
