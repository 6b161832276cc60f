"""Says where reports were read with other words or rules than those of now."""

from contextlib import closing
from pathlib import Path

from dash_intel.cli.screen import tell
from dash_intel.pipeline.versions import versions
from dash_intel.query.outdated import outdated
from dash_intel.store import current_build, open_build


def tell_outdated(directory: Path) -> None:
    """Tell how many reports of the current build are outdated, and what to do; else nothing."""
    build = current_build(directory)
    if build is None:
        return
    with closing(open_build(build)) as database:
        number = outdated(database, versions())
    if number:
        are = "report was" if number == 1 else "reports were"
        tell(
            f"{number:,} {are} read with other words or rules than those of now: "
            "`dash-intel load --reread` reads all texts again."
        )
