"""The page of results."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from bench.loading import JOBS, MORE, Loaded
from bench.searching import SEARCHES, Searched
from bench.stages import Steps
from bench.watching import Run
from dash_intel.pipeline.inputs import TEXTS_TOGETHER

LIBRARIES = ("duckdb", "pyarrow", "py3langid", "sentencex")

_INTRODUCTION = """\
# Speed and size

Written by `make bench`; not edited by hand. Invented reports of all profiles, about 3 KB each
(`dash-intel synth`), are loaded from text files by the command that users run, `dash-intel load
--jobs {jobs}`, into a new database. All of the command counts, from its start to the published
build on the disk, so whatever publishing makes (tables, checks, search index) is in these figures.

- **reports/s**: by the clock; **if alone**: by processor seconds, as if nothing else had run.
- **memory**: the peak of all processes together (shared pages once), and of the largest one.
- **× plain**: processor time over that of a loop that opens, decodes and splits the same files.
- **cost**: processor time a report over that of the fewest reports; 1 throughout is linear.
- **others busy**: load average just before; 0 is a machine for itself, 2 both cores taken.
"""


def written(
    loads: Sequence[Loaded],
    more: Run,
    searches: Sequence[Searched],
    steps: Sequence[Steps],
    stages: Sequence[tuple[str, float]],
) -> str:
    """Return the page in Markdown."""
    largest = loads[-1].count
    return "\n".join(
        [
            _INTRODUCTION.format(jobs=JOBS),
            f"{datetime.now(UTC):%Y-%m-%d}, {machine()}",
            "",
            "## Loading",
            "",
            *_loading(loads),
            "",
            f"Adding {MORE} reports to {largest:,}: {_taken(more)}.",
            "",
            f"## Searching {largest:,} reports",
            "",
            "Milliseconds until twenty hits and their snippets are there. *First* is the first",
            "search of a process that has the build open, which opens the index; *then* the median",
            f"of {SEARCHES} more. {_slowest(searches)}",
            "",
            *_searches(searches),
            "",
            "## Steps, by profile",
            "",
            "Milliseconds of processor a report, in one process; median of five rounds.",
            "",
            f"- **enrich**: what words mean, {TEXTS_TOGETHER} reports together, as in a load.",
            "- **write**: all that publishing makes: tables, groups, checks and the search index.",
            "",
            *_steps(steps),
            "",
            "## Within parsing",
            "",
            *_table(("stage", "share"), [(stage, f"{share:.1%}") for stage, share in stages]),
            "",
        ]
    )


def _slowest(searches: Sequence[Searched]) -> str:
    first, then = max(one.first for one in searches), max(one.median for one in searches)
    return f"The slowest: first {first * 1e3:.0f}, then {then * 1e3:.0f}."


def _searches(searches: Sequence[Searched]) -> list[str]:
    rows = [
        (
            f"`{one.words}`",
            f"{one.total:,}",
            f"{one.first * 1_000:.1f}",
            f"{one.median * 1_000:.1f}",
        )
        for one in searches
    ]
    return _table(("query", "found", "first", "then"), rows)


def _taken(run: Run) -> str:
    return f"{run.seconds:.1f} s ({run.cpu_seconds:.1f} s of processor)"


def machine() -> str:
    cores = len(os.sched_getaffinity(0))
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{cores} cores ({platform.machine()}), Python {platform.python_version()}, {libraries}."


def _loading(loads: Sequence[Loaded]) -> list[str]:
    names = (
        "reports",
        "seconds",
        "reports/s",
        "if alone",
        "memory, all",
        "largest",
        "text a report",
        "on disk a report",
        "× plain",
        "cost",
        "others busy",
    )
    rows = [
        (
            f"{one.count:,}",
            f"{one.run.seconds:,.1f}",
            f"{one.rate:,.0f}",
            f"{one.cpu_rate:,.0f}",
            f"{one.together / 1e6:,.0f} MB",
            f"{one.run.largest / 1e6:,.0f} MB",
            f"{one.text / one.count:,.0f} B",
            f"{one.kept / one.count:,.0f} B",
            f"{one.run.cpu_seconds / one.plain:,.0f}",
            f"{loads[0].cpu_rate / one.cpu_rate:.2f}",
            f"{one.busy:.1f}",
        )
        for one in loads
    ]
    return _table(names, rows)


def _steps(steps: Sequence[Steps]) -> list[str]:
    names = ("profile", "read", "parse", "enrich", "pack", "write", "all")
    rows = [
        (
            one.profile,
            *(
                f"{part:.2f}"
                for part in (one.read, one.parse, one.enrich, one.pack, one.write, one.total)
            ),
        )
        for one in steps
    ]
    return _table(names, rows)


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [names, ["---", *("---:" for _ in names[1:])], *rows]
    return [f"| {' | '.join(line)} |" for line in lines]
