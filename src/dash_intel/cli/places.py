"""``dash-intel places``."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from dash_intel.cli.options import STANDARD_INPUT
from dash_intel.cli.output import Output, write
from dash_intel.cli.screen import tell
from dash_intel.cli.status import Status
from dash_intel.errors import InputError
from dash_intel.pipeline import BadLine, LinePlaces, places_of_lines

EXAMPLE = "dash-intel places texts.jsonl -o places.jsonl"


def places(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Lines of JSON; - is standard input.", show_default=False
        ),
    ],
    output: Output = None,
) -> int:
    """Tell which countries texts speak of, by the code that reads them in reports.

    Each line of FILE is {"id", "title", "text"}; each line written is {"id", "places"}, in the
    same order, and each place {"iso3", "role", "mentions"}, the most spoken of first. A line that
    cannot be read is named on standard error, and the lines after it are read.
    """
    bad: list[BadLine] = []
    with _opened(file) as (stream, name):
        write(_written(places_of_lines(stream), name, bad), output)
    return Status.REJECTED if bad else Status.DONE


@contextmanager
def _opened(file: str) -> Iterator[tuple[IO[bytes], str]]:
    if file == STANDARD_INPUT:
        yield sys.stdin.buffer, "standard input"
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 closed below, the error is of opening alone
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{file} cannot be read: {reason}.") from error
    with stream:
        yield stream, file


def _written(found: Iterable[LinePlaces | BadLine], name: str, bad: list[BadLine]) -> Iterator[str]:
    for line in found:
        if isinstance(line, BadLine):
            bad.append(line)
            tell(f"{name}:{line.number}: {line.reason}")
            continue
        countries = [
            {"iso3": iso3, "role": role, "mentions": mentions}
            for iso3, role, mentions in line.places
        ]
        yield json.dumps({"id": line.id, "places": countries}) + "\n"
