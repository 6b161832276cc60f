"""The routes beside the pages."""

import asyncio
import gc
import json
from pathlib import Path

import pytest
from starlette.requests import Request

from dash_intel.server import health, lifespan, routes
from dash_intel.store import publish
from tests.reports import full_report


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASH_INTEL_DB", str(tmp_path))
    return tmp_path


def answer() -> tuple[int, object]:
    found = health(Request({"type": "http", "method": "GET", "headers": []}))
    return found.status_code, json.loads(bytes(found.body))


def test_health_is_asked_for_at_healthz() -> None:
    assert [route.path for route in routes()] == ["/healthz"]


def test_health_of_an_empty_database_is_good(database: Path) -> None:
    assert answer() == (200, {"status": "ok", "build": None})


def test_health_names_the_current_build(database: Path) -> None:
    publish(database, [full_report()], ("reports",))
    assert answer() == (200, {"status": "ok", "build": 1})


def test_health_of_a_broken_database_is_bad(database: Path) -> None:
    (database / "current").write_text("nothing\n", encoding="ascii")
    assert answer() == (503, {"status": "database unreadable", "build": None})


def test_start_puts_what_was_imported_out_of_the_collectors_sight() -> None:
    async def started() -> int:
        async with lifespan(None):
            return gc.get_freeze_count()

    try:
        assert asyncio.run(started()) > 0
    finally:
        gc.unfreeze()
