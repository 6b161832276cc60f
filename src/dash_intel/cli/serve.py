"""``dash-intel serve``."""

import os
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


def _hosts(address: str) -> tuple[str, ...]:
    """Return the names that browsers may call this server by."""
    return ("*",) if address in EVERYWHERE else (address, *LOOPBACK_HOSTS)


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
