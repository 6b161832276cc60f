"""Takes a picture of every page on the sample: ``python -m tests.browser.screenshots FOLDER``."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from dash_intel.settings import PROJECT_ROOT, SAMPLE_DIRECTORY
from tests.browser.chromium import chromium
from tests.browser.conftest import free_port, settle

PAGES = {
    "overview": "",
    "trends": "trends",
    "risk": "risk",
    "risk-map": "risk?view=map",
    "risk-over-time": "risk?view=time",
    "regions": "regions",
    "scenarios": "scenarios",
    "signposts": "scenarios?view=signposts",
    "scenarios-over-time": "scenarios?view=time",
    "worst-cases": "scenarios?view=recurring",
    "scores": "scenarios?view=scores",
    "recommendations": "recommendations",
    "board": "recommendations?view=board",
    "advice-groups": "recommendations?view=groups",
    "loose-ends": "recommendations?view=loose",
    "measures": "recommendations?view=measures",
    "hypotheses": "hypotheses",
    "hypotheses-over-time": "hypotheses?view=time",
    "matrices": "hypotheses?view=ach",
    "matrix": "hypotheses?view=ach&matrix=document-85ff8aec0c3d93417894",
    "search": "search?q=port",
    "coverage": "coverage",
    "report": "report",
    "data": "data",
    "audit": "audit",
    "nothing-found": "risk?q=zeppelin",
}
THEMES = ("light", "dark")
WIDTHS = (1440, 390)
TALLEST = 4_000


def main(folder: Path) -> None:
    """Write the pictures into ``folder``, named by page, theme and width."""
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for theme in THEMES:
            for width in WIDTHS:
                take(browser, address, (theme, width), folder)
        browser.close()


def take(browser: Browser, address: str, look: tuple[str, int], folder: Path) -> None:
    """Take every page in one theme at one width."""
    theme, width = look
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name, place in PAGES.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}/{place}")
        page.wait_for_selector("h1")
        whole(page, width)
        page.screenshot(path=folder / f"{name}-{theme}-{width}.png")
    context.close()


def whole(page: Page, width: int) -> None:
    """Make the window as high as the page, once it is drawn."""
    for _ in range(2):
        settle(page)
        page.wait_for_timeout(700)
        high = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(900, high), TALLEST)})


@contextmanager
def served() -> Iterator[str]:
    """Serve the app on a new database with the sample; give its address."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "db"
        environment = os.environ | {
            "DASH_INTEL_DB": str(database),
            "DASH_INTEL_LEDGER": f"sqlite:///{database.parent / 'ledger.sqlite'}",
        }
        sample = str(SAMPLE_DIRECTORY.relative_to(PROJECT_ROOT))
        load = [sys.executable, "-m", "dash_intel", "load", sample]
        subprocess.run(load, env=environment, cwd=PROJECT_ROOT, check=True)
        port = free_port()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=PROJECT_ROOT, env=environment, stdout=log, stderr=log
            )
            try:
                wait(f"http://127.0.0.1:{port}/healthz")
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()
                process.wait(timeout=10)


def wait(address: str) -> None:
    """Return once the app answers."""
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=5)  # noqa: S310 - an address of this machine
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The app did not start.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
