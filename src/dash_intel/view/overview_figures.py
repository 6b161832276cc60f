"""The row of figures of the overview: what is counted now, before, and month by month."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

import pandas as pd

from dash_intel.query.filters import Unit
from dash_intel.query.risk import Change
from dash_intel.query.timeline import Timeline
from dash_intel.view import cells
from dash_intel.view.words import count

Subject = Literal["reports", "events", "high", "scenarios", "recommendations"]
Tone = Literal["none", "more is worse"]

SUBJECTS: tuple[Subject, ...] = ("reports", "events", "high", "scenarios", "recommendations")

LABELS: Mapping[Subject, str] = MappingProxyType(
    {
        "reports": "Reports",
        "events": "Events",
        "high": "At level 4–5",
        "scenarios": "Scenarios",
        "recommendations": "Recommendations",
    }
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure now, how far it moved since the equal period before, and its course by month.

    ``moved`` and ``before`` are empty where no report was published then. ``months`` are the
    values of the course, the oldest first; ``help`` says what is counted.
    """

    subject: Subject
    label: str
    value: str
    moved: str
    before: str
    tone: Tone
    months: tuple[float, ...]
    is_last_partial: bool
    alt: str
    help: str


Row = Mapping[str, int]


def figures(
    counts: pd.DataFrame, line: Timeline | None, change: Change, unit: Unit
) -> tuple[Figure, ...]:
    """Return the five figures.

    ``counts`` are the rows of ``query.changed.counts``, ``line`` the months of the course, None
    where no report is dated. ``change`` is that of the share at level 4 or 5.
    """
    spans = {cells.number(row["span"]): _row(row) for row in _of(counts, is_span=True)}
    months = {
        day: _row(row)
        for row in _of(counts, is_span=False)
        if (day := cells.day(row["started_on"]))
    }
    starts = line.history if line else ()
    held = [months.get(start, {}) for start in starts]
    is_partial = bool(line and line.is_partial)
    return tuple(
        _figure(
            subject,
            (spans.get(0, {}), spans.get(1, {})),
            _Course(starts, held, is_partial=is_partial),
            _Told(unit, change),
        )
        for subject in SUBJECTS
    )


@dataclass(frozen=True, slots=True)
class _Course:
    starts: Sequence[date]
    held: Sequence[Row]
    is_partial: bool


@dataclass(frozen=True, slots=True)
class _Told:
    unit: Unit
    change: Change


def _figure(subject: Subject, spans: tuple[Row, Row], course: _Course, told: _Told) -> Figure:
    now, before = spans
    values = tuple(_value(subject, row) or 0.0 for row in course.held)
    is_share = subject == "high"
    has_before = bool(before.get("told" if is_share else "reports"))
    return Figure(
        subject=subject,
        label=LABELS[subject],
        value=_written(subject, now),
        moved=_moved(subject, now, before) if has_before else "",
        before=f"vs {_written(subject, before)}" if has_before else "",
        tone="more is worse" if is_share and told.change in _TELLING else "none",
        months=values,
        is_last_partial=course.is_partial,
        alt=_alt(subject, course),
        help=_HELP[subject](now, told.unit),
    )


_TELLING = frozenset({"deteriorated", "improved"})


def _high(now: Row, unit: Unit) -> str:
    told = count(now.get("told", 0), unit.removesuffix("s"))
    return (
        f"{now.get('high', 0):,} of the {told} that state a risk speak of a consequence of level 4"
        " or 5."
    )


_HELP: Mapping[Subject, Callable[[Row, Unit], str]] = MappingProxyType(
    {
        "reports": lambda *_: "Reports of the period, each in its newest revision.",
        "events": lambda *_: "Events that these reports tell of; several may tell of one.",
        "high": _high,
        "scenarios": lambda *_: "Best, most likely and worst cases that these reports describe.",
        "recommendations": lambda *_: "Recommendations that these reports give.",
    }
)


def _of(counts: pd.DataFrame, *, is_span: bool) -> list[cells.Row]:
    return [row for row in cells.records(counts) if (row["span"] is not None) == is_span]


def _row(row: cells.Row) -> Row:
    names = ("reports", "events", "told", "high", "scenarios", "recommendations")
    return {name: cells.number(row[name]) for name in names}


def _value(subject: Subject, row: Row) -> float | None:
    if subject != "high":
        return float(row.get(subject, 0))
    told = row.get("told", 0)
    return row.get("high", 0) / told if told else None


def _written(subject: Subject, row: Row) -> str:
    value = _value(subject, row)
    if value is None:
        return "–"
    return f"{100 * value:.0f}%" if subject == "high" else f"{value:,.0f}"


def _moved(subject: Subject, now: Row, before: Row) -> str:
    one, other = _value(subject, now), _value(subject, before)
    if one is None or other is None:
        return ""
    if subject != "high":
        return _signed(round(one - other))
    points = round(100 * one) - round(100 * other)
    return f"{_signed(points)} {'point' if abs(points) == 1 else 'points'}"


def _signed(number: int) -> str:
    return f"{number:+,d}" if number else "±0"


def _alt(subject: Subject, course: _Course) -> str:
    if not course.starts:
        return ""
    said = ", ".join(_written(subject, row) for row in course.held)
    first, last = course.starts[0], course.starts[-1]
    partial = "; the last month is not complete" if course.is_partial else ""
    return f"{LABELS[subject]} by month, {first:%b %Y} to {last:%b %Y}: {said}{partial}"
