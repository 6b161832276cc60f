"""Arguments and options that several commands share."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dash_intel.cli.screen import tell
from dash_intel.errors import InputError
from dash_intel.pipeline import Upload
from dash_intel.settings import database_directory
from dash_intel.store import Wait

STANDARD_INPUT = "-"
STANDARD_INPUT_BYTES = 1_000_000_000

_PATHS = typer.Argument(
    metavar="PATH",
    help="Files, and folders with all in them; - is standard input.",
    show_default=False,
)
Paths = Annotated[list[str], _PATHS]
OptionalPaths = Annotated[list[str] | None, _PATHS]
Database = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="DIR",
        help="Folder of the database; else DASH_INTEL_DB, else data/build.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help="Processes that read; all cores if left out.",
        show_default=False,
    ),
]
WaitSeconds = Annotated[
    float,
    typer.Option(
        "--wait",
        metavar="SECONDS",
        min=0,
        help="How long to wait for another load to end.",
    ),
]


def waiting(seconds: float) -> Wait:
    """Return how long to wait for another writer, which standard error is told of."""
    return Wait(seconds, lambda: tell(f"Waiting up to {seconds:,.0f} seconds for another load."))


def database(named: Path | None) -> Path:
    """Return the folder of the database."""
    return database_directory(named)


def inputs(paths: Sequence[str]) -> list[Path | Upload]:
    """Return what ``paths`` name; raises ``InputError`` where standard input is too large.

    An empty path is a wrong call: it would stand for the current folder, which nobody named.
    """
    if not all(paths):
        raise typer.BadParameter(
            "an empty PATH names nothing: name a file or a folder, or . for the current one"
        )
    return [
        _standard_input() if path == STANDARD_INPUT else Path(path) for path in dict.fromkeys(paths)
    ]


def _standard_input() -> Upload:
    data = sys.stdin.buffer.read(STANDARD_INPUT_BYTES + 1)
    if len(data) > STANDARD_INPUT_BYTES:
        raise InputError(
            f"Standard input is larger than {STANDARD_INPUT_BYTES:,} bytes: write it to a file "
            "and name that."
        )
    return Upload("standard input", data)
