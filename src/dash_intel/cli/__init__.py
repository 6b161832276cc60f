"""The command line: ``dash-intel``, also ``python -m dash_intel``."""

from dash_intel.cli.program import main

__all__ = ["main"]
