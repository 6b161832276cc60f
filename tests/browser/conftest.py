"""The app in a real browser.

``served``   the app on an empty database of its own, one a module; ``served.load`` loads into it.
``open_page`` gives a function that opens an address of it in a fresh browser window; when the
             test ends, no window may have asked another host or logged an error.

The browser is the one that DASH_INTEL_CHROMIUM names, else a Chromium of the system, else
Playwright's own; where there is none the tests fail.
"""

import ast
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from dash_intel import pipeline
from dash_intel.ledger import open_ledger
from dash_intel.model.ledger import Person
from dash_intel.settings import PROJECT_ROOT, SAMPLE_DIRECTORY
from dash_intel.store import Outcome, publish
from tests.browser.chromium import chromium

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
QUIET = """() => new Promise(done => {
  const settled = () => { watch.disconnect(); done(); };
  let timer = setTimeout(settled, 250);
  const wait = () => { clearTimeout(timer); timer = setTimeout(settled, 250); };
  const watch = new MutationObserver(wait);
  watch.observe(document.body, {subtree: true, childList: true, characterData: true});
  setTimeout(settled, 10000);
})"""
AUDIT = """\
import os, sys

def note(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        said = arguments if event == "socket.getaddrinfo" else arguments[1]
        with open(os.environ["CONNECTION_LOG"], "a") as log:
            log.write(repr((event, said)) + chr(10))

open(os.environ["CONNECTION_LOG"], "a").close()
sys.addaudithook(note)
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        if path is None:
            pytest.fail(
                "No Chromium was found: run `make chromium`, or name one in DASH_INTEL_CHROMIUM."
            )
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@dataclass(frozen=True, slots=True)
class Served:
    """A running app: its address, its database, and where it notes every connection it opens."""

    url: str
    database: Path
    connection_log: Path

    def load(self, *outcomes: Outcome) -> None:
        """Load as another process would."""
        publish(self.database, outcomes, ("reports",))

    def load_sample(self) -> None:
        """Load the sample."""
        pipeline.load([SAMPLE_DIRECTORY], self.database, jobs=1)

    def load_sample_with_decisions(self) -> None:
        """Load the sample and put its invented decisions in."""
        self.load_sample()
        address = f"sqlite:///{self.database / 'ledger.sqlite'}"
        with closing(open_ledger(address)) as ledger:
            pipeline.put_with_sample(self.database, ledger, Person("mira", "analyst"))

    def connections(self) -> list[tuple[str, object]]:
        """Return the connections that the server opened, as events and what they name."""
        lines = self.connection_log.read_text(encoding="utf-8").splitlines()
        return [ast.literal_eval(line) for line in lines]

    def health(self) -> dict[str, object]:
        """Return what the health route answers."""
        with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:  # noqa: S310
            found: dict[str, object] = json.load(answer)
        return found


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    port = free_port()
    app = Served(f"http://127.0.0.1:{port}", folder / "db", folder / "connections.log")
    environment = os.environ | watched(folder) | {"DASH_INTEL_DB": str(app.database)}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=PROJECT_ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            wait_for(app, process, folder / "log")
            yield app
        finally:
            process.terminate()
            process.wait(timeout=10)


def watched(folder: Path) -> dict[str, str]:
    """Return the environment in which a Python process notes the connections it opens."""
    (folder / "sitecustomize.py").write_text(AUDIT, encoding="utf-8")
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {"PYTHONPATH": path, "CONNECTION_LOG": str(folder / "connections.log")}


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def wait_for(app: Served, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(150):
        try:
            app.health()
        except OSError:
            assert process.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"The app did not start: {log.read_text(encoding='utf-8')}")


@dataclass
class Watch:
    """What a window must not do: log errors, or ask a host that is not this machine."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def note_message(self, message: ConsoleMessage) -> None:
        """Note an error; Streamlit looks for itself below a page's path first, and finds 404."""
        is_probe = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not is_probe:
            self.errors.append(message.text)

    def note_request(self, url: str) -> None:
        """Note a request that leaves this machine."""
        if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).hostname != "127.0.0.1":
            self.strangers.append(url)


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[OpenPage]:
    watch = Watch()
    contexts = []

    def opened(path: str = "/", *, width: int = 1440, theme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", watch.note_message)
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        page.on("request", lambda request: watch.note_request(request.url))
        page.on("websocket", lambda websocket: watch.note_request(websocket.url))
        page.goto(f"{served.url}{path}")
        page.wait_for_selector("h1")
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watch == Watch()


def settle(page: Page) -> None:
    """Return once the app has answered and nothing of the page has changed for a while."""
    page.wait_for_timeout(150)
    page.wait_for_selector(READY)
    page.evaluate(QUIET)
    page.wait_for_selector(READY)
