"""Where things are: environment variables and defaults.

``DASH_INTEL_DB``         folder of the database builds; default ``data/build`` of the project.
``DASH_INTEL_LEDGER``     address of the ledger; default ``ledger.sqlite`` beside the builds.
``DASH_INTEL_ROLES``      CSV file of who may do what; default: whoever works here may everything.
``DASH_INTEL_VOCAB``      folder of CSV files whose rows are added to the vocabularies; none.
``DASH_INTEL_BROWSER``    Chrome, Chromium or Edge that draws pictures; default: one that is found.
``DASH_INTEL_YARDSTICK``  yardstick of the figures beside a likelihood: ``icd203`` or ``phia``.
"""

import getpass
import os
import shutil
from pathlib import Path

from dash_intel.errors import SettingError

PROJECT_ROOT = Path(__file__).resolve().parents[2]
"""The checkout that the package runs from; it holds ``app.py``, ``pages/`` and ``data/``."""

SAMPLE_DIRECTORY = PROJECT_ROOT / "data" / "sample"
"""The invented sample reports."""

SAMPLE_DECISIONS = PROJECT_ROOT / "data" / "sample-decisions.jsonl"
"""Invented decisions about them."""

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Names and places of browsers that can draw pictures, the one that is tried first at the top."""

YARDSTICKS = ("icd203", "phia")
"""The yardsticks that can be set; the first is the default."""


def database_directory(named: Path | None = None) -> Path:
    """Return the folder that holds the database builds, as a whole path; it need not exist yet.

    ``named`` by the user, else by the environment; raises ``SettingError`` where that is no path.
    """
    setting = os.environ.get("DASH_INTEL_DB", "").strip()
    if named is None and not setting:
        return PROJECT_ROOT / "data" / "build"
    path = Path(setting) if named is None else named
    try:
        return path.expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise SettingError(
            f"The folder of the database cannot be {path}: {error} Name another with --db or "
            "DASH_INTEL_DB."
        ) from error


def vocabulary_directory() -> Path | None:
    """Return the folder of the analyst's own words, None where none is set.

    Raises ``SettingError`` where there is no such folder.
    """
    setting = os.environ.get("DASH_INTEL_VOCAB", "").strip()
    if not setting:
        return None
    try:
        path = Path(setting).expanduser().absolute()
        if path.is_dir():
            return path
    except (RuntimeError, OSError, ValueError) as error:
        raise SettingError(f"DASH_INTEL_VOCAB cannot be {setting}: {error}") from error
    raise SettingError(f"DASH_INTEL_VOCAB is {setting}: there is no such folder.")


def yardstick() -> str:
    """Return the yardstick whose figures stand beside words of likelihood.

    Raises:
        SettingError: ``DASH_INTEL_YARDSTICK`` names none that is known.
    """
    named = os.environ.get("DASH_INTEL_YARDSTICK", "").strip().casefold() or YARDSTICKS[0]
    if named not in YARDSTICKS:
        raise SettingError(
            f"DASH_INTEL_YARDSTICK is “{named}”; set it to {' or '.join(YARDSTICKS)}."
        )
    return named


def ledger_address(database: Path | None = None) -> str:
    """Return the address of the ledger; ``database`` is the folder of the builds it is beside."""
    setting = os.environ.get("DASH_INTEL_LEDGER", "").strip()
    return setting or f"sqlite:///{database_directory(database) / 'ledger.sqlite'}"


def roles_file() -> Path | None:
    """Return the file that says who may do what, None where none is named."""
    setting = os.environ.get("DASH_INTEL_ROLES", "").strip()
    return Path(setting).expanduser().absolute() if setting else None


def browser() -> str | None:
    """Return the browser that draws pictures, None where there is none."""
    named = os.environ.get("DASH_INTEL_BROWSER", "").strip()
    return next(filter(None, map(shutil.which, [named] if named else BROWSERS)), None)


def local_user() -> str:
    """Return the name of who works on this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return f"user {os.getuid()}"
