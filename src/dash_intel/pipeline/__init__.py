"""Reports from files to the database: read, parse, compare with what was declared, publish."""

from dash_intel.pipeline.checking import Checked, check
from dash_intel.pipeline.inputs import Upload
from dash_intel.pipeline.loading import load, load_outcomes, load_sample, read_uploads, rehearse
from dash_intel.pipeline.places import BadLine, LinePlaces, places_of_lines
from dash_intel.pipeline.progress import Progress, Watcher
from dash_intel.pipeline.rereading import reread

__all__ = [
    "BadLine",
    "Checked",
    "LinePlaces",
    "Progress",
    "Upload",
    "Watcher",
    "check",
    "load",
    "load_outcomes",
    "load_sample",
    "places_of_lines",
    "read_uploads",
    "rehearse",
    "reread",
]
