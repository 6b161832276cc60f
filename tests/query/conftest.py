"""Fixtures of the questions.

``sample_database``  the sample, loaded and open; one for all tests of this room.
``corpus``  the reports of it in their newest revision, and their events.
``sample_reports``  its recognised reports, of each document the last revision.
"""

from collections.abc import Iterator

import pytest

from dash_intel import pipeline
from dash_intel.model.report import Report
from dash_intel.query.events import event_of
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from tests.counting import newest
from tests.query.plain_tags import Corpus


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
def corpus(sample_database: Database) -> Corpus:
    ids = sample_database.rows("SELECT report_id FROM report WHERE is_newest")["report_id"]
    reports = (one for one in sample_database.reports(list(ids)))
    events = event_of(sample_database)
    return Corpus(
        tuple(one for one in reports if one.template != "unrecognised"),
        dict(zip(events["report_id"], events["event_id"], strict=True)),
    )


@pytest.fixture(scope="session")
def sample_reports(sample_database: Database) -> tuple[Report, ...]:
    return newest(sample_database.reports())
