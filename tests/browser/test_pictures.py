"""Charts as pictures, drawn by a real browser."""

import struct
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from dash_intel.errors import ExportError
from dash_intel.export import picture as pictures
from dash_intel.export.picture import picture
from dash_intel.view.chart import Bar, BarChart, Caption
from dash_intel.view.table import TableView
from tests.browser.chromium import chromium

SAID = Caption("Drones <b>rose</b>", "Share of reports", "n = 812 reports.", "Method.", "Alt.")
SCOPE = "All regions, all dates, tag drones: 9 reports"
CHART = BarChart(SAID, TableView("", (), (), ()), (Bar("a", "Åland", 2.0, ()),), "number")


@pytest.fixture(autouse=True)
def named_browser(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    found = chromium(browser.browser_type.executable_path)
    monkeypatch.setenv("DASH_INTEL_BROWSER", found or "")


def words(svg: bytes) -> str:
    return " ".join(ElementTree.fromstring(svg.decode()).itertext())


def test_a_png_is_as_wide_as_the_page_at_twice_the_sharpness() -> None:
    found = picture(CHART, SCOPE, "png")
    assert found.startswith(b"\x89PNG")
    assert struct.unpack(">I", found[16:20]) == (2080,)


def test_an_svg_holds_the_words_of_the_chart_as_words() -> None:
    found = words(picture(CHART, SCOPE, "svg"))
    assert "Drones <b>rose</b>" in found
    assert SCOPE in found
    assert "Share of reports" in found
    assert "n = 812 reports." in found
    assert "Åland" in found


def test_a_browser_that_is_none_is_named_and_the_next_picture_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("DASH_INTEL_BROWSER", "/bin/false")
        patch.setattr(pictures, "_STUDIO", pictures._Studio())
        with pytest.raises(ExportError, match="/bin/false could not draw"):
            picture(CHART, SCOPE, "svg")
    assert picture(CHART, SCOPE, "svg").startswith(b"<svg")


def test_without_a_browser_it_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_BROWSER", "/nowhere/chromium")
    with pytest.raises(ExportError, match="need Chrome, Chromium or Edge"):
        picture(CHART, SCOPE, "png")
