"""``dash-intel synth``."""

from pathlib import Path
from typing import Annotated

import typer

from dash_intel import synth as synthetic
from dash_intel.cli.screen import say, watcher
from dash_intel.cli.status import Status
from dash_intel.pipeline import Progress
from dash_intel.synth import Form

EXAMPLE = "dash-intel synth 100000 /tmp/reports --seed 7"
MOST = 10_000_000


def synth(
    count: Annotated[
        int, typer.Argument(metavar="N", min=1, max=MOST, help="How many.", show_default=False)
    ],
    directory: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder that is new or empty.", show_default=False),
    ],
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="Other reports.")] = 1,
    form: Annotated[
        Form,
        typer.Option("--format", help="A text file a report, or a thousand reports a file."),
    ] = Form.TXT,
) -> int:
    """Write invented reports of all profiles for load tests; each carries the sample line.

    The same seed gives the same reports, and report number i is the same whatever N is.
    """
    with watcher("Writing") as progress:
        synthetic.write(
            count, directory, seed, form, lambda done: progress(Progress(done, count, done, 0))
        )
    say(f"{count:,} reports written to {directory}.")
    return Status.DONE
