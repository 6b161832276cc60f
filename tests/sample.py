"""What the sample holds, for tests that load it or look into it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.read import find, read_file
from dash_intel.settings import SAMPLE_DIRECTORY

FILES = tuple(sorted(SAMPLE_DIRECTORY.iterdir()))
TEXTS = len(FILES)
REVISED = 1
"""Texts that are a later revision of another."""
REPORTS = TEXTS - REVISED
ALIKE = 2
"""Reports that are warned of because they look alike."""


def reports_of(folder: Path) -> tuple[Report, ...]:
    """Return the reports of a folder in which nothing is rejected, in the order of the files."""
    texts = [text for ref in find([folder]) for text in read_file(ref)]
    assert all(isinstance(text, SourceText) for text in texts)
    return tuple(parse(text) for text in texts)


@cache
def sample() -> tuple[Report, ...]:
    """Return the reports of the sample, in the order of the files."""
    return reports_of(SAMPLE_DIRECTORY)


@cache
def numbered() -> dict[str, Report]:
    """Return the reports of the sample by the number that their file begins with."""
    return {report.source[:2]: report for report in sample()}


def months(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """Return dated reports by year and month."""
    found = defaultdict(list)
    for report in reports:
        found[str(report.contents.head.published_on)[:7]].append(report)
    return found
