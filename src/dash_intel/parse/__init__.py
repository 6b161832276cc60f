"""Text to report: profiles, one a file, and the function that chooses among them."""

from dash_intel.parse.assemble import parse

__all__ = ["parse"]
