"""Fixtures for questions.

``sample_database``  the sample, loaded once and opened.
``sample_reports``  its recognised reports, of each document the last revision.
"""

from collections.abc import Iterator

import pytest

from dash_intel import pipeline
from dash_intel.model.report import Report
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from tests.counting import newest


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_reports(sample_database: Database) -> tuple[Report, ...]:
    return newest(sample_database.reports())
