"""The revisions of a report, what changed between two, and the places a text came from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.query.changes import Change
from dash_intel.store import LOOKS_ALIKE
from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.parse_report import line_finder
from dash_intel.view.words import count, day, listed, long_day, moment

NEAR = 3
"""Revisions on either side that are linked, beside the first and the newest."""

SHOWN_CHANGES = 100
SHOWN_CHARACTERS = 1_500
SHOWN_PLACES = 10
SHOWN_DIGITS = 12

_REPORT_ID = re.compile(r"\breport-[0-9a-z]+\b")


@dataclass(frozen=True, slots=True)
class Link:
    """A report that is linked, and in which words."""

    report_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Revisions:
    """Which of ``count`` revisions a report is; ``previous`` and ``newest`` are others to go to.

    ``line`` is empty where there is only one, ``others`` are those that are linked.
    """

    count: int
    line: str
    others: tuple[Link, ...]
    previous: str | None
    newest: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in the words of the two texts; ``place`` says where it stands in them."""

    place: str
    removed: str | None
    added: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier revision; ``left_out`` counts changes that are not shown."""

    title: str
    rows: tuple[ChangeRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Alike:
    """A report that looks like the one that is shown, as its warning says."""

    report_id: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text came from, and when and by what it was loaded."""

    source: str
    meta: str


def revisions(found: pd.DataFrame, report_id: str) -> Revisions:
    """Return which of ``found`` the report is."""
    rows = list(cells.records(found))
    numbers = {cells.text(row["report_id"]): cells.number(row["revision"]) for row in rows}
    own, last, first = numbers[report_id], max(numbers.values()), min(numbers.values())
    newest = next(one for one, number in numbers.items() if number == last)
    when = next(cells.day(row["loaded_at"]) for row in rows if row["report_id"] == report_id)
    links = [
        Link(one, f"Revision {number}{', the newest' if number == last else ''}")
        for one, number in sorted(numbers.items(), key=lambda item: item[1])
        if number != own and (number in {first, last} or abs(number - own) <= NEAR)
    ]
    earlier = {number: one for one, number in numbers.items() if number < own}
    before = earlier[max(earlier)] if earlier else None
    loaded = f", loaded on {long_day(when)}" if when else ""
    return Revisions(
        len(rows),
        f"Revision {own} of {last}{loaded}" if len(rows) > 1 else "",
        tuple(links),
        before,
        newest,
    )


def comparison(older: Report, newer: Report, changes: Sequence[Change]) -> Comparison:
    """Return what changed between two revisions, in the words of both."""
    line_before, line_after = line_finder(older.text), line_finder(newer.text)

    def row(change: Change) -> ChangeRow:
        if change.after:
            place = line_after(change.after)
        else:
            place = f"{line_before(change.before)} before" if change.before else ""
        return ChangeRow(place, _words(older, change.before), _words(newer, change.after))

    shown = changes[:SHOWN_CHANGES]
    title = f"What changed since revision {older.revision}: {_summary(changes)}"
    return Comparison(title, tuple(row(one) for one in shown), len(changes) - len(shown))


def alikes(report: Report) -> tuple[Alike, ...]:
    """Return the reports that a report is warned of because they look like it."""
    found: dict[str, Alike] = {}
    for problem in report.parse.warnings:
        named = _REPORT_ID.search(problem.message)
        if problem.code == LOOKS_ALIKE and named:
            said = problem.message.replace(named[0], "the other")
            found.setdefault(named[0], Alike(named[0], said))
    return tuple(found.values())


def newest_alike(
    found: Iterable[tuple[Alike, Report | None]],
) -> tuple[tuple[Alike, Report], ...]:
    """Return of the reports that look alike the newest revision of each."""
    newest: dict[str, tuple[Alike, Report]] = {}
    for alike, other in sorted(found, key=lambda one: one[1].revision if one[1] else 0):
        if other:
            newest[other.document_id] = (alike, other)
    return tuple(newest.values())


def alike_label(report: Report) -> str:
    """Return what tells a report from one of the same headline: its day and publisher."""
    head = report.contents.head
    parts = (day(head.published_on), head.publisher or "publisher not stated")
    return " · ".join((*parts, opening(report.display_title, 9, TITLE)))


def places(found: pd.DataFrame) -> tuple[tuple[Place, ...], int]:
    """Return the first places that a text came from, and how many more there are."""
    shown = tuple(_place(row) for row in cells.records(found.head(SHOWN_PLACES)))
    return shown, len(found) - len(shown)


def _place(row: cells.Row) -> Place:
    when, digest = cells.moment(row["loaded_at"]), cells.text(row["bytes_hash"])
    facts = (
        f"Load {cells.number(row['load_number'])}",
        moment(when) if when else "",
        f"dash_intel {cells.text(row['program_version'])}",
        f"SHA-256 of the file {digest[:SHOWN_DIGITS]}…" if digest else "",
    )
    return Place(cells.text(row["source"]), " · ".join(fact for fact in facts if fact))


def _summary(changes: Sequence[Change]) -> str:
    if not changes:
        return "only white space"
    edited = sum(bool(one.before and one.after) for one in changes)
    added = sum(one.before is None for one in changes)
    removed = len(changes) - edited - added
    counted = ((edited, "edited"), (added, "added"), (removed, "removed"))
    (first, how), *rest = [(number, verb) for number, verb in counted if number]
    return listed(
        (f"{count(first, 'passage')} {how}", *(f"{number:,} {verb}" for number, verb in rest))
    )


def _words(report: Report, span: Span | None) -> str | None:
    if span is None:
        return None
    words = flowing(span.of(report.text))
    return words if len(words) <= SHOWN_CHARACTERS else f"{words[:SHOWN_CHARACTERS]} …"
