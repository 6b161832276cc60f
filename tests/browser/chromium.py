"""Finds the Chromium of the browser tests; run as a program it prints the path, or fails."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium(own: str) -> str | None:
    """Return the browser that DASH_INTEL_CHROMIUM names, else the system's, else ``own``.

    None where the one that is meant is no file.
    """
    named = os.environ.get("DASH_INTEL_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None) or own
    return found if Path(found).is_file() else None


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
    print(path or "No Chromium was found.")
    sys.exit(path is None)
