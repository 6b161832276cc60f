"""Tags as lines over time."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from dash_intel.query.picked import Pick
from dash_intel.query.timeline import Timeline
from dash_intel.view.chart import Caption, Line, LineChart, Point
from dash_intel.view.periods import (
    NOUNS,
    days_held,
    percent,
    percents,
    period_name,
    several,
    short_name,
)
from dash_intel.view.table import TableView
from dash_intel.view.tag_ranking import UNNAMED, Axis, Noun, Ranking, TagRow
from dash_intel.view.trends import capital, sentence
from dash_intel.view.words import count, day, listed, period

COLOURED, GREY = 4, 8

Counts = Mapping[str, Mapping[date, int]]
"""Tag → period → units; a period without any is missing."""


def counted(counts: pd.DataFrame, names: Sequence[str]) -> Counts:
    """Return the rows of ``Trends.counts`` of these tags."""
    found: dict[str, dict[date, int]] = {name: {} for name in names}
    wanted = counts[counts["name"].isin(set(names))]
    rows = zip(wanted["name"], wanted["started_on"], wanted["units"].tolist(), strict=True)
    for name, start, units in rows:
        found[name][start] = units
    return found


def drawn(view: Ranking, topic: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which tags are drawn in colour, and which in grey; the chosen one is in colour."""
    coloured = list(view.telling[:COLOURED])
    if topic and topic not in coloured:
        coloured = [*coloured[: COLOURED - 1], topic]
    rest = (name for name in view.telling if name not in coloured)
    return tuple(coloured), tuple(name for name, _ in zip(rest, range(GREY), strict=False))


def trend_lines(view: Ranking, counts: pd.DataFrame, axis: Axis, topic: str | None) -> LineChart:
    """Return the most telling tags as lines, four of them in colour."""
    coloured, grey = drawn(view, topic)
    found = counted(counts, (*coloured, *grey))
    lines = tuple(
        tag_line(view, name, found[name], axis, coloured.index(name) if name in coloured else None)
        for name in (*coloured, *grey)
    )
    return LineChart(
        Caption(
            title=_title(view, axis),
            measure=_measure(view, axis, len(lines), has_grey=bool(grey)),
            foot=foot(view.line, view.noun),
            method=method(view),
            alt=_alt(view, lines[: len(coloured)], axis),
        ),
        line_table(view, found),
        lines,
        "share" if axis == "share" else "number",
        view.line.is_partial,
        scale=view.line.scale,
    )


def one_line(view: Ranking, row: TagRow, counts: pd.DataFrame, axis: Axis) -> LineChart:
    """Return the line of one tag."""
    found = counted(counts, (row.name,))
    line = tag_line(view, row.name, found[row.name], axis, 0)
    what = "Share of" if axis == "share" else "Number of"
    return LineChart(
        Caption(
            title=f"{capital(row.name)} by {NOUNS[view.line.scale]}",
            measure=f"{what} {view.noun}s carrying the tag.{dotted(view.line)}",
            foot=foot(view.line, view.noun),
            method=method(view),
            alt=sentence(view, row),
        ),
        line_table(view, found),
        (line,),
        "share" if axis == "share" else "number",
        view.line.is_partial,
        scale=view.line.scale,
        is_small=True,
    )


def tag_line(
    view: Ranking, name: str, counts: Mapping[date, int], axis: Axis, colour: int | None
) -> Line:
    """Return the line of a tag; where a period holds no report, a share has no value."""
    points = tuple(
        _point(view, name, start, counts.get(start, 0), axis) for start in view.line.history
    )
    last = next((one for one in reversed(points) if one.value is not None), None)
    value = last.value if last else None
    label = percent(value) if axis == "share" else f"{value or 0:,.0f}"
    return Line(name, capital(name), points, colour, label)


def line_table(view: Ranking, counts: Counts) -> TableView:
    """Return the values of lines as a table; a row leads to the reports behind a value."""
    line, noun = view.line, view.noun
    rows = [
        (name, start, counts[name].get(start, 0), line.units(start))
        for name in counts
        for start in line.history
    ]
    return TableView(
        f"{count(len(counts), 'tag')} by {NOUNS[line.scale]}",
        ("Tag", capital(NOUNS[line.scale]), "With the tag", f"All {noun}s", "Share, %"),
        tuple(
            (
                name,
                period_name(start, line.scale) + _incomplete(line, start),
                units,
                total,
                round(100 * units / total) if total else None,
            )
            for name, start, units, total in rows
        ),
        (220, 220, 110, 100, 90),
        tuple(Pick(name, line.span(start)).key for name, start, _, _ in rows),
    )


def foot(line: Timeline, noun: Noun) -> str:
    """Return how much a line is drawn from, what is not complete, and how far the data reach.

    An event is in every period of its reports, so events are never summed over periods.
    """
    held = [line.units(start) for start in line.history]
    low, high = min(held, default=0), max(held, default=0)
    spread = f"{low:,} to {high:,}" if low < high else f"{high:,}"
    partial = f"; {days_held(line)}" if line.is_partial else ""
    many = (
        f"{several(held, noun)} a {NOUNS[line.scale]}"
        if noun == "event"
        else f"{count(sum(held), noun)}, {spread} a {NOUNS[line.scale]}"
    )
    when = f", {period(line.history[0], line.end)}" if line.history else ""
    return f"n = {many}{when}{partial}. Data to {day(line.end)}."


def method(view: Ranking) -> str:
    """Return in two sentences how shares and their order come about."""
    noun = NOUNS[view.line.scale]
    return (
        f"A share is the {view.noun}s of a {noun} that carry the tag, of all its {view.noun}s that"
        " are looked at; one counts once, however often it names the tag."
        f" The order is z of the log-odds, the last complete {noun} against the last six before it"
        " that hold reports, with a prior that weighs 20 reports; from 1.96 on, chance alone would"
        " show it for one tag in forty."
    )


def _title(view: Ranking, axis: Axis) -> str:
    first = view.row(view.telling[0]) if view.telling else None
    noun = NOUNS[view.line.scale]
    if not first or not view.line.now or first.trend in UNNAMED:
        what = "Share of" if axis == "share" else "Number of"
        return f"{what} {view.noun}s carrying a tag, by {noun}"
    when = period_name(view.line.now, view.line.scale)
    share, before = percents(first.share_now, first.share_before)
    now = f"{share} of {view.noun}s in {when}"
    if first.trend == "new":
        return f"{capital(first.name)} is new: {now}"
    verb = "rose" if first.z > 0 else "fell"
    return f"{capital(first.name)} {verb} from {before} to {now}"


def _measure(view: Ranking, axis: Axis, many: int, *, has_grey: bool) -> str:
    what = "Share of" if axis == "share" else "Number of"
    grey = f" Grey: other tags of the top {many}." if has_grey else ""
    return (
        f"{what} {view.noun}s carrying the tag, by {NOUNS[view.line.scale]}."
        f"{dotted(view.line)}{grey}"
    )


def dotted(line: Timeline) -> str:
    """Return what a dotted stroke means, nothing where there is none."""
    if not line.is_partial:
        return ""
    return f" Dotted: {short_name(line.history[-1], line.scale)} not complete."


def _alt(view: Ranking, lines: Sequence[Line], axis: Axis) -> str:
    said = []
    for line in lines:
        held = [one for one in line.points if one.value is not None]
        if held:
            words = [percent(one.value) if axis == "share" else f"{one.value:,.0f}" for one in held]
            said.append(f"{line.name} from {words[0]} to {words[-1]}")
    first = period_name(view.line.history[0], view.line.scale)
    last = period_name(view.line.history[-1], view.line.scale)
    return f"Lines from {first} to {last}: {listed(tuple(said))}." if said else "No tag."


def _point(view: Ranking, name: str, start: date, units: int, axis: Axis) -> Point:
    total = view.line.units(start)
    share = units / total if total else None
    value = share if axis == "share" else float(units)
    when = capital(period_name(start, view.line.scale)) + _incomplete(view.line, start)
    return Point(
        start,
        value,
        (
            capital(name),
            when,
            f"{units:,} of {count(total, view.noun)} ({percent(share)})",
        ),
        Pick(name, view.line.span(start)).key,
    )


def _incomplete(line: Timeline, start: date) -> str:
    return ", not complete" if line.is_partial and start == line.history[-1] else ""
