"""``dash-intel export``."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dash_intel.cli.options import Database, database
from dash_intel.cli.status import Status, epilog
from dash_intel.errors import OutputError, StoreError
from dash_intel.export import reports_jsonl
from dash_intel.store import current_build, open_build

EXAMPLE = "dash-intel export reports --format jsonl -o reports.jsonl"

commands = typer.Typer(help="Write what the database holds to a file.", rich_markup_mode=None)

STANDARD_OUTPUT = Path("-")

_CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""What steers a terminal and JSON does not escape, and the escapes that mean the same."""


class Format(StrEnum):
    """What reports are written as."""

    JSONL = "jsonl"


@commands.command(epilog=epilog(EXAMPLE))
def reports(
    form: Annotated[Format, typer.Option("--format", help="The format.")] = Format.JSONL,
    db: Database = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE, whole or not at all; - and nothing are standard output.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Write all reports in the exchange format, one JSON object a line.

    By date, undated last, so the same reports give the same bytes.
    """
    directory = database(db)
    build = current_build(directory)
    if build is None:
        raise StoreError(
            f"There is no database in {directory}: load reports with `dash-intel load PATH`."
        )
    with closing(open_build(build)) as opened:
        lines = {Format.JSONL: reports_jsonl.lines}[form](opened.reports())
        if output is None or output == STANDARD_OUTPUT:
            _write_to_screen(lines)
        else:
            _write_to_file(lines, output)
    return Status.DONE


def _write_to_screen(lines: Iterable[str]) -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    escapes = _CONTROLS if sys.stdout.isatty() else {}
    for line in lines:
        sys.stdout.write(line.translate(escapes))


def _write_to_file(lines: Iterable[str], output: Path) -> None:
    try:
        with _whole_file(output) as file:
            file.writelines(lines)
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}.") from error


@contextmanager
def _whole_file(output: Path) -> Iterator[TextIO]:
    target = output.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="\n") as device:
            yield device
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
