"""Where lines of a result are written: standard output, a device, or a file that is whole."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from dash_intel.errors import OutputError

STANDARD_OUTPUT = Path("-")

_CONTROLS = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""What steers a terminal and JSON does not escape, and the escapes that mean the same."""

Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE, whole or not at all; - and nothing are standard output.",
        show_default=False,
    ),
]


def write(lines: Iterable[str], output: Path | None) -> None:
    """Write ``lines``, which end themselves, to ``output``; None and - are standard output.

    Raises:
        OutputError: the file cannot be written; what stood there still does.
    """
    if output is None or output == STANDARD_OUTPUT:
        _write_to_screen(lines)
    else:
        _write_to_file(lines, output)


def write_bytes(content: bytes, output: Path) -> None:
    """Write ``content`` to the file ``output``, whole or not at all; - is standard output.

    Raises:
        OutputError: the file cannot be written; what stood there still does.
    """
    if output == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    try:
        with _whole_file(output) as file:
            file.buffer.write(content)
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}.") from error


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
def _whole_file(output: Path) -> Iterator[TextIOWrapper]:
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
