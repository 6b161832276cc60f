"""How long a click takes in a browser until nothing on the page changes any more.

Beside each page stands a bare one with the same charts, in the same run: what it takes is
Streamlit's and Plotly's, not ours.
"""

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Browser, Locator, Page, sync_playwright
from streamlit.testing.v1 import AppTest
from tests.browser.chromium import chromium
from tests.browser.conftest import free_port, settle

from bench.dashboard.answering import MAIN, PAGES
from dash_intel.query.filters import Filters
from dash_intel.settings import PROJECT_ROOT
from dash_intel.ui import charts

ROUNDS = 5
QUIET_MILLISECONDS = 1_500
FIRST = "overview"
"""The page that has no name in the address."""
BEFORE, AFTER = Filters(groups=("sahel",)), Filters()
WATCH = """() => {
    window.lastChange = 0;
    new MutationObserver(() => { window.lastChange = performance.now(); }).observe(
        document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    document.addEventListener("click", () => { window.clicked = performance.now(); }, true);
}"""


@dataclass(frozen=True, slots=True)
class Settled:
    """Milliseconds from click to the last change, and the bytes that the server sent for a page."""

    page: str
    charts: int
    ours: float
    bare: float
    sent: int

    @property
    def ratio(self) -> float:
        """Ours over that of the bare page."""
        return self.ours / self.bare


def settled(database: Path, folder: Path) -> Iterator[Settled]:
    """Yield each page as it is timed; ``folder`` takes the figures of the bare pages."""
    environment = {
        "DASH_INTEL_DB": str(database),
        "DASH_INTEL_LEDGER": f"sqlite:///{folder / 'ledger.sqlite'}",
    }
    with patch.dict(os.environ, environment), sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with _served("app.py", environment) as address:
            for page in PAGES:
                count = _figures(page, folder / page)
                with _served("bench/dashboard/bare.py", {"BARE_FIGURES": f"{folder / page}"}) as by:
                    bare = statistics.median(_bare(browser, by))
                times, sent = _ours(browser, f"{address}/{'' if page == FIRST else page}")
                yield Settled(page, count, statistics.median(times), bare, sent)
        browser.close()


def _figures(page: str, folder: Path) -> int:
    """Write the figures of a page before and after the click; return how many are there after."""
    folder.mkdir(parents=True)
    for which, filters in (("before", BEFORE), ("after", AFTER)):
        drawn: list[str] = []
        with patch.object(charts, "figure", _kept(charts.figure, drawn)):
            app = AppTest.from_file(str(MAIN), default_timeout=300).run()
            app.switch_page(str(PROJECT_ROOT / "pages" / f"{page}.py"))
            for key, values in filters.to_url().items():
                app.query_params[key] = values
            drawn.clear()
            app.run()
        for at, made in enumerate(drawn):
            (folder / f"{which}-{at:02}.json").write_text(made, encoding="utf-8")
    return len(list(folder.glob("after-*.json")))


def _kept(figure: Callable[..., Any], drawn: list[str]) -> Callable[..., Any]:
    def kept(*parts: Any) -> Any:
        made = figure(*parts)
        drawn.append(made.to_json())
        return made

    return kept


def _ours(browser: Browser, address: str) -> tuple[list[float], int]:
    """Click the crumb of a region away, which changes all that the page shows."""
    query = "&".join(f"{key}={one}" for key, all_ in BEFORE.to_url().items() for one in all_)
    times, sent = [], 0
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        frames: list[int] = []
        page.on(
            "websocket",
            lambda socket, frames=frames: socket.on(
                "framereceived", lambda frame: frames.append(len(frame))
            ),
        )
        page.goto(f"{address}?{query}")
        page.wait_for_selector("h1")
        settle(page)
        page.wait_for_timeout(QUIET_MILLISECONDS)
        sent = max(sent, sum(frames))
        times.append(_clicked(page, page.get_by_role("button", name="× Sahel")))
        page.close()
    return times, sent


def _bare(browser: Browser, address: str) -> Sequence[float]:
    times = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector("h1")
        settle(page)
        page.wait_for_timeout(QUIET_MILLISECONDS)
        times.append(_clicked(page, page.get_by_role("button", name="Change")))
        page.close()
    return times


def _clicked(page: Page, button: Locator) -> float:
    page.evaluate(WATCH)
    button.click()
    page.wait_for_timeout(QUIET_MILLISECONDS)
    settle(page)
    page.wait_for_timeout(QUIET_MILLISECONDS)
    return float(page.evaluate("window.lastChange - window.clicked"))


@contextmanager
def _served(script: str, environment: Mapping[str, str]) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=PROJECT_ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5)
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)
