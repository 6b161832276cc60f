"""``dash-intel export``."""

from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from dash_intel.cli.deciding import tell_head
from dash_intel.cli.options import Database, database
from dash_intel.cli.output import Output, write
from dash_intel.cli.status import Status, epilog
from dash_intel.errors import StoreError
from dash_intel.export import reports_jsonl
from dash_intel.store import current_build, open_build

EXAMPLE = "dash-intel export reports --format jsonl -o reports.jsonl"

commands = typer.Typer(help="Write what the database holds to a file.", rich_markup_mode=None)


class Format(StrEnum):
    """What reports are written as."""

    JSONL = "jsonl"


@commands.command(epilog=epilog(EXAMPLE))
def reports(
    form: Annotated[Format, typer.Option("--format", help="The format.")] = Format.JSONL,
    db: Database = None,
    output: Output = None,
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
        write(lines, output)
    tell_head(directory)
    return Status.DONE
