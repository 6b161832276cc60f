"""The server process: its route, its silence, and builds that another process publishes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Served, settle, watched
from tests.reports import full_report, report

LOOPBACK = {"127.0.0.1", "::1", "localhost", None}


def host(event: str, said: object) -> object:
    """Return the host that a socket event names; a path is a socket of this machine."""
    if isinstance(said, tuple):
        return said[0]
    return None if event == "socket.connect" else said


def test_server_opens_no_connection_to_another_host(served: Served, open_page: OpenPage) -> None:
    served.load(full_report())
    for path in ("/", "/report", "/data"):
        open_page(path)
    assert {host(*noted) for noted in served.connections()} <= LOOPBACK


def test_connections_of_a_server_are_noted(tmp_path: Path) -> None:
    environment = os.environ | watched(tmp_path)
    asking = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", asking], env=environment, check=True)
    noted = Served("", tmp_path, tmp_path / "connections.log").connections()
    assert noted == [("socket.connect", ("127.0.0.1", 9))]


def test_build_of_another_process_is_shown_without_a_restart(
    served: Served, open_page: OpenPage
) -> None:
    page = open_page("/")
    before = served.health()["build"]
    assert isinstance(before, int)
    served.load(report("A second text.", source="second.txt"))
    page.get_by_test_id("stTopNavLink").filter(has_text="Data").click()
    page.wait_for_selector(f"text=build {before + 1}")


def test_broken_database_is_said_calmly(served: Served, open_page: OpenPage) -> None:
    pointer = served.database / "current"
    kept = pointer.read_text(encoding="ascii")
    pointer.write_text("nothing\n", encoding="ascii")
    try:
        page = open_page("/")
        expect(page.locator("h1")).to_have_text("The database cannot be read")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        with pytest.raises(OSError, match="503"):
            served.health()
    finally:
        pointer.write_text(kept, encoding="ascii")
    page.reload()
    page.wait_for_selector("h1")
    settle(page)
    expect(page.locator("h1")).not_to_have_text("The database cannot be read")
    expect(page.locator("text=/reports? · build/")).to_have_count(1)
