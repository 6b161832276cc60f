"""Fixtures for the ledger.

``address``  an empty ledger's address, once on SQLite and once on a real PostgreSQL.
``ledger``   the ledger there, opened.
``known``    a build's subjects in small: one report with a risk, a scenario and advice.
``analyst``  someone who may decide.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dash_intel.ledger import Ledger, open_ledger
from dash_intel.model.ledger import Person
from tests.ledger.known import Known
from tests.ledger.postgres import fresh_schema, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    return fresh_schema(request.getfixturevalue("postgres"))


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with closing(open_ledger(address)) as opened:
        yield opened


@pytest.fixture
def known() -> Known:
    return Known()


@pytest.fixture
def analyst() -> Person:
    return Person("Mira", "analyst")
