"""Where things are: environment variables and defaults.

``DASH_INTEL_DB``  folder of the database builds; default ``data/build`` of the project.
"""

import os
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[2]
"""The checkout that the package runs from; it holds ``app.py``, ``pages/`` and ``data/``."""

SAMPLE_DIRECTORY = PROJECT_ROOT / "data" / "sample"
"""The invented sample reports."""


def database_directory() -> Path:
    """Return the folder that holds the database builds; it need not exist yet."""
    named = os.environ.get("DASH_INTEL_DB", "").strip()
    return Path(named).expanduser() if named else PROJECT_ROOT / "data" / "build"
