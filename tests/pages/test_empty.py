"""An empty database: every page shows the welcome, and one click loads the sample."""

from pathlib import Path

import pytest

from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import Page
from tests.pages.words import footer, markdown, titles, unescaped
from tests.sample import REPORTS, TEXTS

PAGES = ("overview", "report", "data")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_welcomes(page: Page, name: str) -> None:
    app = page(name)
    assert not app.exception
    assert titles(app)[:2] == ["Nothing is loaded yet", "Start with the sample"]
    assert "Nothing leaves this machine" in markdown(app)


@pytest.mark.parametrize("name", PAGES)
def test_one_click_loads_the_sample(page: Page, name: str) -> None:
    app = page(name).button[0].click().run()
    assert not app.exception
    assert f"{TEXTS} new reports" in markdown(app)
    assert f"{REPORTS} reports · build 1" in footer(app)


def test_folder_is_loaded_by_its_path(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "one.txt").write_bytes(next(SAMPLE_DIRECTORY.glob("01-*")).read_bytes())
    app = page("overview")
    app.text_input[0].input(str(folder))
    app.button[1].click().run()
    assert "1 report · build 1" in footer(app)


@pytest.mark.parametrize("path", ["", "   ", "/nowhere/at/all", "~nouser/x", "/x" * 2_500, "/a\0b"])
def test_folder_that_is_not_there_is_said_to_be(page: Page, path: str) -> None:
    app = page("overview")
    app.text_input[0].input(path)
    app.button[1].click().run()
    assert not app.exception
    assert "There is no such folder" in markdown(app)


def test_folder_without_files_is_said_to_be_empty(page: Page, tmp_path: Path) -> None:
    app = page("overview")
    app.text_input[0].input(str(tmp_path))
    app.button[1].click().run()
    assert not app.exception
    assert "There is no file in this folder" in markdown(app)
    assert titles(app)[0] == "Nothing is loaded yet"


def test_load_that_fails_is_said_beside_the_welcome(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DASH_INTEL_DB", str(tmp_path / "file" / "db"))
    app = page("overview").button[0].click().run()
    assert not app.exception
    assert titles(app)[0] == "Nothing is loaded yet"
    assert unescaped(str(tmp_path / "file")) in unescaped(markdown(app))
