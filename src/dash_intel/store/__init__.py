"""Reports in DuckDB: immutable builds, published one after the other."""

from dash_intel.store.builds import Build, current_build
from dash_intel.store.database import Database, open_build
from dash_intel.store.loader import publish
from dash_intel.store.tally import Outcome, Tally

__all__ = [
    "Build",
    "Database",
    "Outcome",
    "Tally",
    "current_build",
    "open_build",
    "publish",
]
