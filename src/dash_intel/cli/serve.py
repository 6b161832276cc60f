"""``dash-intel serve``."""

import errno
import os
import socket
import sys
from ipaddress import ip_address
from typing import Annotated, NoReturn

import typer

from dash_intel.cli.options import Database, database
from dash_intel.cli.screen import say, tell
from dash_intel.errors import SettingError
from dash_intel.settings import PROJECT_ROOT

LOOPBACK = "127.0.0.1"
LOOPBACK_HOSTS = (LOOPBACK, "localhost")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - recognised here, listened on only if asked for
PORT = 8501

EXAMPLE = "dash-intel serve --port 8600"


def serve(
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")
    ] = PORT,
    address: Annotated[
        str, typer.Option("--address", help="Address to listen on; the default is this machine.")
    ] = LOOPBACK,
    db: Database = None,
) -> NoReturn:
    """Serve the pages until stopped with Ctrl+C; prints their address."""
    app = PROJECT_ROOT / "app.py"
    if not app.is_file():
        raise SettingError(
            f"There is no app in {PROJECT_ROOT}: run `dash-intel` from a checkout of the project, "
            "installed with `pip install -e .`."
        )
    _require_free(address, port)
    if not _is_loopback(address):
        tell(f"Everybody who reaches {address} can read all reports: put a login in front.")
    say(f"http://{f'[{address}]' if ':' in address else address}:{port}")
    sys.stdout.flush()
    environment = os.environ | {"DASH_INTEL_DB": str(database(db))}
    os.chdir(PROJECT_ROOT)
    streamlit = [sys.executable, "-m", "streamlit", "run", str(app)]
    options = [f"--server.address={address}", f"--server.port={port}", "--server.headless=true"]
    hosts = [f"--server.allowedHosts={host}" for host in _hosts(address)]
    os.execve(sys.executable, [*streamlit, *options, *hosts], environment)  # noqa: S606 - our own


def _require_free(address: str, port: int) -> None:
    """Raise ``SettingError`` where the server could not listen there."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(where)
    except socket.gaierror as error:
        raise SettingError(
            f"{address} is no address of this machine: name another with --address."
        ) from error
    except OSError as error:
        raise SettingError(_why_not(address, port, error)) from error


def _why_not(address: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {address} is in use, perhaps by this app already: stop what listens "
            "there, or choose another port with --port."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{address} is no address of this machine: name another with --address."
    return (
        f"This user may not listen on port {port} of {address} ({error.strerror}): choose another "
        "port with --port."
    )


def _hosts(address: str) -> tuple[str, ...]:
    """Return the names that browsers may call this server by."""
    return ("*",) if address in EVERYWHERE else (address, *LOOPBACK_HOSTS)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
