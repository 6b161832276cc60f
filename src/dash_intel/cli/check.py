"""``dash-intel check``."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal

import typer

from dash_intel import pipeline
from dash_intel.cli.options import Jobs, Paths, inputs
from dash_intel.cli.remarks import as_json, remarks
from dash_intel.cli.screen import say, tell, watcher
from dash_intel.cli.status import Status
from dash_intel.model.source import Rejection
from dash_intel.pipeline import Checked
from dash_intel.view.brought import Brought

EXAMPLE = "dash-intel check reports/ && dash-intel load reports/"


_Kind = Literal["clean", "remarked", "unrecognised", "rejected"]

_STATUS: Mapping[_Kind, Status] = MappingProxyType(
    {
        "clean": Status.DONE,
        "remarked": Status.WARNINGS,
        "unrecognised": Status.WARNINGS,
        "rejected": Status.REJECTED,
    }
)


class Format(StrEnum):
    """How remarks are written."""

    TEXT = "text"
    JSON = "json"


def check(
    paths: Paths,
    form: Annotated[
        Format, typer.Option("--format", help="Lines for people, or a JSON list.")
    ] = Format.TEXT,
    jobs: Jobs = None,
) -> int:
    """Tell what in reports cannot be read; change nothing.

    A line each, `file:line: what`; of a file in an archive `a.zip!b.txt:12: what`; `file: what`
    of the file as a whole. What is read wholly is not mentioned. `unread` is text that no rule
    claimed. The last line, on standard error, counts all. With `--format json` a list of one object
    a report: file, status (clean, warnings, rejected), source, report_id, template, sections,
    missing, warnings, unread, differences, rejection.
    """
    seen: Counter[_Kind] = Counter()
    write = _write_json if form is Format.JSON else _write_text
    with watcher("Checking", is_shown=not sys.stdout.isatty()) as progress:
        found = pipeline.check(inputs(paths), jobs=jobs, progress=progress)
        with closing(found):
            write(_counted(found, seen))
    if not seen:
        tell(f"There is no file in {', '.join(paths)}.")
        return Status.REJECTED
    tell(_summary(seen))
    return max(_STATUS[kind] for kind in seen)


def _counted(found: Iterable[Checked], seen: Counter[_Kind]) -> Iterator[Checked]:
    for checked in found:
        seen[_kind(checked)] += 1
        yield checked


def _write_text(found: Iterable[Checked]) -> None:
    for checked in found:
        for remark in remarks(checked):
            place = checked.place if remark.line is None else f"{checked.place}:{remark.line}"
            say(f"{place}: {remark.text}")


def _write_json(found: Iterable[Checked]) -> None:
    sys.stdout.write("[")
    for number, checked in enumerate(found):
        sys.stdout.write(",\n" if number else "\n")
        sys.stdout.write(as_json(checked))
    sys.stdout.write("\n]\n")


def _kind(checked: Checked) -> _Kind:
    if isinstance(checked.outcome, Rejection):
        return "rejected"
    if not checked.outcome.is_recognised:
        return "unrecognised"
    return "remarked" if remarks(checked) else "clean"


def _summary(seen: Counter[_Kind]) -> str:
    brought = Brought(
        reports=seen["clean"] + seen["remarked"],
        remarked=seen["remarked"],
        unrecognised=seen["unrecognised"],
        rejected=seen["rejected"],
    )
    is_clean = set(seen) == {"clean"}
    return f"{brought.sentence('report')}{', without remarks' if is_clean else ''}."
