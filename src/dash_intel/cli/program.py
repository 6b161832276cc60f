"""The commands together: errors as one line, exit statuses, closed pipes."""

import os
import re
import signal
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer

from dash_intel.cli import (
    builds,
    check,
    exchange,
    explain,
    export,
    groups,
    ledger,
    load,
    override,
    places,
    recommend,
    scenario,
    search,
    serve,
    synth,
    view,
)
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import STATUSES, Status, epilog
from dash_intel.errors import DashIntelError

_PLAIN_WORDS = (
    (re.compile(r"(?<=: )Value error, "), ""),
    (re.compile(r"Input should be a valid integer.*"), "not a whole number"),
    (re.compile(r"Input should be a valid number.*"), "not a number"),
    (re.compile(r"(?<=: )Input should be "), "it must be "),
)

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=STATUSES,
)
app.command(epilog=epilog(load.EXAMPLE))(load.load)
app.command(epilog=epilog(check.EXAMPLE))(check.check)
app.add_typer(export.commands, name="export")
app.command(epilog=epilog(search.EXAMPLE), context_settings={"ignore_unknown_options": True})(
    search.search
)
app.command(epilog=epilog(explain.EXAMPLE))(explain.explain)
app.command(epilog=epilog(places.EXAMPLE))(places.places)
app.command(epilog=epilog(groups.ADVICE_EXAMPLE))(groups.advice)
app.command(epilog=epilog(groups.EVENTS_EXAMPLE))(groups.events)
app.command(epilog=epilog(builds.BUILDS_EXAMPLE))(builds.builds)
app.command(epilog=epilog(builds.ROLLBACK_EXAMPLE))(builds.rollback)
app.command(epilog=epilog(builds.PURGE_EXAMPLE))(builds.purge)
recommend.commands.command("export", epilog=epilog(exchange.EXPORT_EXAMPLE))(exchange.export)
recommend.commands.command("import", epilog=epilog(exchange.IMPORT_EXAMPLE))(exchange.bring_back)
recommend.commands.command("calendar", epilog=epilog(exchange.CALENDAR_EXAMPLE))(exchange.calendar)
app.add_typer(recommend.commands, name="recommend")
app.add_typer(scenario.commands, name="scenario")
app.add_typer(override.commands, name="override")
app.add_typer(view.commands, name="view")
app.add_typer(ledger.commands, name="ledger")
app.command(epilog=epilog(serve.EXAMPLE))(serve.serve)
app.command(epilog=epilog(synth.EXAMPLE))(synth.synth)


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Read structured intelligence reports exactly, keep them, and show what they say."""
    if show_version:
        say(f"dash-intel {version('dash-intel')}")
        raise typer.Exit(Status.DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(Status.USAGE)


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        status = _status()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = Status.PIPE_CLOSED
    finally:
        signal.signal(signal.SIGTERM, before)
    sys.exit(status)


def _status() -> int:
    try:
        status = int(app(standalone_mode=False, prog_name="dash-intel") or Status.DONE)
    except typer.TyperException as error:
        tell(f"dash-intel: {_plainly(error.format_message())} (see `dash-intel --help`)")
        return Status.USAGE
    except DashIntelError as error:
        tell(f"dash-intel: {error}")
        return Status.FAILED
    except SystemExit:
        return Status.PIPE_CLOSED  # typer leaves so when whoever reads standard output is gone
    if status == Status.INTERRUPTED:
        tell("dash-intel: stopped")
    return status


def _plainly(message: str) -> str:
    """Return what is wrong with an option without the words of the library that checks it."""
    for words, plain in _PLAIN_WORDS:
        message = words.sub(plain, message)
    return message.removesuffix(".")
