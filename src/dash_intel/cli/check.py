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
from dash_intel.cli.remarks import as_json, as_line, remarks, warning, with_warning
from dash_intel.cli.screen import say, tell, watcher
from dash_intel.cli.status import Status
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline import Checked
from dash_intel.store import Kinship
from dash_intel.view.brought import Brought

EXAMPLE = "dash-intel check reports/ && dash-intel load reports/"


_Kind = Literal["clean", "remarked", "unrecognised", "repeated", "rejected"]

_STATUS: Mapping[_Kind, Status] = MappingProxyType(
    {
        "clean": Status.DONE,
        "remarked": Status.WARNINGS,
        "unrecognised": Status.WARNINGS,
        "repeated": Status.DONE,
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
    claimed. Reports are compared with one another as a load does: which look alike is told after
    all files. The last line, on standard error, counts all in the words of `load`. With
    `--format json` a list of one object a report: file, status (clean, warnings, rejected), source,
    report_id, template, sections, missing, warnings, unread, differences, rejection.
    """
    seen = _Seen()
    with watcher("Checking", is_shown=not sys.stdout.isatty()) as progress:
        found = pipeline.check(inputs(paths), jobs=jobs, progress=progress)
        with closing(found):
            (_write_json if form is Format.JSON else _write_text)(seen.noted(found), seen)
    if not seen.kinds:
        tell(f"There is no file in {', '.join(paths)}.")
        return Status.REJECTED
    tell(_summary(seen))
    return max(_STATUS[kind] for kind in seen.kinds)


class _Seen:
    """What was checked so far: its kinds and places in order, and what reports are to others."""

    def __init__(self) -> None:
        self.kinds: list[_Kind] = []
        self.places: list[str] = []
        self.compared = Kinship()

    def noted(self, found: Iterable[Checked]) -> Iterator[Checked]:
        for checked in found:
            outcome, kind = checked.outcome, _kind(checked)
            if isinstance(outcome, Report) and not self.compared.add(len(self.kinds), outcome):
                kind = "repeated"
            self.kinds.append(kind)
            self.places.append(checked.place)
            yield checked
        for warned in self.compared.warned:
            if self.kinds[warned.key] == "clean":
                self.kinds[warned.key] = "remarked"


def _write_text(found: Iterable[Checked], seen: _Seen) -> None:
    for checked in found:
        for remark in remarks(checked):
            say(as_line(checked.place, remark))
    for warned in seen.compared.warned:
        say(as_line(seen.places[warned.key], warning(warned.problem)))


def _write_json(found: Iterable[Checked], seen: _Seen) -> None:
    rows = [as_json(checked) for checked in found]
    for warned in seen.compared.warned:
        rows[warned.key] = with_warning(rows[warned.key], warned.problem)
    sys.stdout.write("[\n" + ",\n".join(rows) + "\n]\n")


def _kind(checked: Checked) -> _Kind:
    if isinstance(checked.outcome, Rejection):
        return "rejected"
    if not checked.outcome.is_recognised:
        return "unrecognised"
    return "remarked" if remarks(checked) else "clean"


def _summary(seen: _Seen) -> str:
    kinds = Counter(seen.kinds)
    brought = Brought(
        reports=kinds["clean"] + kinds["remarked"],
        remarked=kinds["remarked"],
        revisions=seen.compared.revisions,
        unrecognised=kinds["unrecognised"],
        rejected=kinds["rejected"],
        repeated=kinds["repeated"],
    )
    is_clean = set(kinds) == {"clean"}
    return f"{brought.sentence('report')}{', without remarks' if is_clean else ''}."
