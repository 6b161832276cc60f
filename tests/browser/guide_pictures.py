"""Takes the pictures of the guide and the README: ``python -m tests.browser.guide_pictures``."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dash_intel.settings import PROJECT_ROOT
from tests.browser.chromium import chromium
from tests.browser.conftest import settle
from tests.browser.screenshots import PAGES, served

FOLDER = PROJECT_ROOT / "docs" / "pictures"
SHOWN = (
    "overview",
    "trends",
    "risk",
    "regions",
    "search",
    "report",
    "recommendations",
    "board",
    "scenarios",
    "signposts",
    "scores",
    "hypotheses",
    "data",
)
DARK = ("report",)
WIDTH, HEIGHT = 1440, 1250


def main() -> None:
    """Write each page as it is first seen; dark ones too where the guide shows them."""
    with served() as address, sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for theme, names in (("light", SHOWN), ("dark", DARK)):
            for name in names:
                taken = seen(browser, f"{address}/{PAGES[name]}", theme)
                whole = Image.open(BytesIO(taken)).convert("RGB")
                whole.quantize(256).save(FOLDER / f"{name}-{theme}.png", optimize=True)
        browser.close()


def seen(browser: Browser, address: str, theme: str) -> bytes:
    """Return a page as somebody sees it who has just opened it, as PNG."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("h1")
    settle(page)
    page.wait_for_timeout(700)
    taken = page.screenshot()
    context.close()
    return taken


if __name__ == "__main__":
    main()
