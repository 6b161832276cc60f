"""Reports from files to the database: read, parse, compare with what was declared, publish."""

from dash_intel.pipeline.checking import Checked, check
from dash_intel.pipeline.inputs import Upload
from dash_intel.pipeline.invented import (
    is_sample,
    put_sample_decisions,
    put_with_sample,
    sample_rehearsal,
)
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
    "is_sample",
    "load",
    "load_outcomes",
    "load_sample",
    "places_of_lines",
    "put_sample_decisions",
    "put_with_sample",
    "read_uploads",
    "rehearse",
    "reread",
    "sample_rehearsal",
]
