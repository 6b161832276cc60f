"""What ``check`` says about one report: for people as lines, for programs as JSON."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from dash_intel.model.problem import Problem
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.model.span import Span
from dash_intel.pipeline import Checked

_OPENING = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; ``line`` counts from 1 in the text as decoded, None for the whole."""

    line: int | None
    text: str


def remarks(checked: Checked) -> tuple[Remark, ...]:
    """Return all remarks on one report or rejection, by line; none where it was read wholly."""
    outcome = checked.outcome
    if isinstance(outcome, Rejection):
        return (Remark(None, f"rejected: {outcome.reason} [{outcome.code}]"),)
    lines = _Lines(outcome.text)
    found = [warning(problem, lines.number(problem.span)) for problem in outcome.parse.warnings]
    found += (
        Remark(lines.number(run), f'unread: "{_opening(run, outcome.text)}"')
        for run in outcome.parse.unread
    )
    found += (
        Remark(None, f"differs: {difference.field}: {difference.message}")
        for difference in checked.differences
    )
    return tuple(sorted(found, key=lambda remark: remark.line or 0))


def as_json(checked: Checked) -> str:
    """Return one report or rejection as a JSON object on one line, in ASCII.

    ``file``         the path, and what is inside it after ``!``
    ``status``       ``clean``, ``warnings`` or ``rejected``
    ``source``       the source that the database keeps
    ``report_id``, ``template``   null where rejected
    ``sections``, ``missing``     keys of sections, in order
    ``warnings``     objects with ``code``, ``message``, ``line``, ``start``, ``end``
    ``unread``       objects with ``line``, ``start``, ``end``, ``text`` (its first words)
    ``differences``  objects with ``field``, ``message``
    ``rejection``    null, or an object with ``code``, ``reason``

    ``start`` and ``end`` are code points of the text as decoded, ``line`` counts from 1; all three
    are null in warnings about a report as a whole.
    """
    outcome = checked.outcome
    if isinstance(outcome, Rejection):
        status, parse = "rejected", _parse(None)
    else:
        status, parse = "warnings" if remarks(checked) else "clean", _parse(outcome)
    return json.dumps(
        {
            "file": checked.place,
            "status": status,
            "source": outcome.source,
            **parse,
            "differences": [
                {"field": difference.field, "message": difference.message}
                for difference in checked.differences
            ],
            "rejection": {"code": outcome.code, "reason": outcome.reason}
            if isinstance(outcome, Rejection)
            else None,
        }
    )


def as_line(place: str, remark: Remark) -> str:
    """Return a remark as a compiler would say it: the place, its line if it has one, the words."""
    where = place if remark.line is None else f"{place}:{remark.line}"
    return f"{where}: {remark.text}"


def warning(problem: Problem, line: int | None = None) -> Remark:
    """Return what is said of a problem."""
    return Remark(line, f"warning: {problem.message} [{problem.code}]")


def with_warning(row: str, problem: Problem) -> str:
    """Return a row of ``as_json`` with a warning about the report as a whole, found later."""
    found = json.loads(row)
    place = {"line": None, "start": None, "end": None}
    found["warnings"].append({"code": problem.code, "message": problem.message, **place})
    return json.dumps(found | {"status": "warnings"})


def _parse(report: Report | None) -> dict[str, object]:
    if report is None:
        nothing: dict[str, object] = {"report_id": None, "template": None}
        return nothing | {key: [] for key in ("sections", "missing", "warnings", "unread")}
    lines = _Lines(report.text)
    return {
        "report_id": report.report_id,
        "template": report.template,
        "sections": [section.key for section in report.parse.sections],
        "missing": list(report.parse.missing),
        "warnings": [
            {"code": problem.code, "message": problem.message, **lines.place(problem.span)}
            for problem in report.parse.warnings
        ],
        "unread": [
            {**lines.place(run), "text": _opening(run, report.text)} for run in report.parse.unread
        ],
    }


class _Lines:
    def __init__(self, text: str) -> None:
        lengths = (len(line) for line in text.split("\n"))
        self._starts = list(accumulate((length + 1 for length in lengths), initial=0))

    def number(self, span: Span | None) -> int | None:
        return None if span is None else bisect_right(self._starts, span.start)

    def place(self, span: Span | None) -> dict[str, int | None]:
        if span is None:
            return {"line": None, "start": None, "end": None}
        return {"line": self.number(span), "start": span.start, "end": span.end}


def _opening(run: Span, text: str) -> str:
    words = " ".join(text[run.start : min(run.end, run.start + 4 * _OPENING)].split())
    is_whole = len(words) <= _OPENING and run.end <= run.start + 4 * _OPENING
    return words if is_whole else f"{words[:_OPENING].rstrip()}…"
