"""Fixtures for all rooms.

``database_of``  a database of reports that a test builds itself, opened: for store and query.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dash_intel.store import Database, Outcome, current_build, open_build, publish

WHOLE_PROCESSES = (
    "tests/cli/",
    "tests/ledger/test_processes",
    "tests/store/test_processes",
    "tests/pipeline/test_workers",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(WHOLE_PROCESSES):
            item.add_marker(pytest.mark.process)


DatabaseOf = Callable[..., Database]


@pytest.fixture
def database_of(tmp_path: Path) -> Iterator[DatabaseOf]:
    """Give a function that loads outcomes into ``tmp_path / "db"`` and opens what came of it."""
    opened: list[Database] = []

    def load_and_open(*outcomes: Outcome) -> Database:
        publish(tmp_path / "db", outcomes, ("reports",))
        build = current_build(tmp_path / "db")
        assert build is not None
        opened.append(open_build(build))
        return opened[-1]

    yield load_and_open
    for database in opened:
        database.close()
