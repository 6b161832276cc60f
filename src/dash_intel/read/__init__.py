"""File to text: every format that is read, and every bad input turned into one clear line."""

from dash_intel.read.file import read_bytes, read_file
from dash_intel.read.folder import FileRef, find
from dash_intel.read.kinds import SUPPORTED
from dash_intel.read.limits import LIMITS, Limits

__all__ = ["LIMITS", "SUPPORTED", "FileRef", "Limits", "find", "read_bytes", "read_file"]
