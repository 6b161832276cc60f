"""The reports behind one number of tags, and what else they carry."""

from dataclasses import dataclass

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.periods import before_name, percent, period_name
from dash_intel.view.tag_ranking import Ranking
from dash_intel.view.words import count, day, listed, period
from dash_intel.vocab.areas import areas

SHOWN = 5
"""Reports that are listed on a page."""

MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class TagReport:
    """One report that carries a tag; ``item`` is the place of the tag in its page, or empty."""

    report_id: str
    title: str
    meta: str
    chip: Chip | None
    item: str


@dataclass(frozen=True, slots=True)
class TagReports:
    """A page of the reports behind a number: ``title`` says the number, ``total`` is all."""

    title: str
    rows: tuple[TagReport, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A number that can be asked for, and what it is called."""

    key: str
    label: str


def tag_reports(view: Ranking, picked: Pick, found: pd.DataFrame) -> TagReports:
    """Return the rows of ``query.picked.tag_reports``."""
    rows = tuple(_report(row) for row in cells.records(found))
    reports = int(found["reports"].iloc[0]) if rows else 0
    units = int(found["units"].iloc[0]) if rows else 0
    said = count(reports, "report")
    if view.noun == "event":
        said = f"{said} of {count(units, 'event')}"
    return TagReports(f"{said}{_where(view, picked)}", rows, reports)


def spans(view: Ranking, tag: str) -> tuple[Choice, ...]:
    """Return the stretches of time over which one tag's reports can be listed."""
    row, line = view.row(tag), view.line
    found = []
    if row and view.now_span and line.now:
        found.append(Choice(Pick(tag, view.now_span).key, f"Now ({row.now:,})"))
    if row and line.baseline:
        found.append(Choice(Pick(tag, line.baseline).key, f"Before ({row.before:,})"))
    return (*found, Choice(Pick(tag).key, "All days"))


def related(picked: Pick, found: pd.DataFrame, hidden: frozenset[str]) -> tuple[Choice, ...]:
    """Return the tags that stand most often beside one, of ``query.picked.related``."""
    rows = {cells.text(row["tag"]): cells.number(row["units"]) for row in cells.records(found)}
    total = rows.pop(picked.tag, 0)
    kept = [(name, both) for name, both in rows.items() if name not in hidden][:MOST_RELATED]
    return tuple(
        Choice(Pick(picked.tag, other=name).key, f"{name} {percent(both / total)} ({both:,})")
        for name, both in kept
        if total
    )


def _report(row: cells.Row) -> TagReport:
    words = tuple(dict.fromkeys(one.lower() for one in cells.texts(row["words"])))
    supported, position = row["supported"], row["tag_position"]
    facts = [day(cells.day(row["published_on"])), cells.text(row["publisher"])]
    if supported and words:
        facts.append(f"in the text: {listed(tuple(f'“{one}”' for one in words))}")
    return TagReport(
        cells.text(row["report_id"]),
        opening(cells.text(row["title"]), 9, TITLE),
        " · ".join(fact for fact in facts if fact),
        _chip(supported, has_position=position is not None),
        f"tag-{int(float(str(position))) + 1}" if position is not None else "",
    )


def _chip(supported: object, *, has_position: bool) -> Chip | None:
    if not has_position:
        return Chip("Added by a correction", "gray")
    if supported is None:
        return Chip("Not known whether the text speaks of it", "gray")
    return None if supported else Chip("Not supported by the text", "orange")


def _where(view: Ranking, picked: Pick) -> str:
    said = []
    if picked.area:
        said.append(f" of {areas()[picked.area]}")
    if picked.other:
        said.append(f" that also carry {picked.other}")
    if picked.span:
        said.append(f", {_when(view, picked.span)}")
    return "".join(said) or " in the days that are looked at"


def _when(view: Ranking, span: Span) -> str:
    line = view.line
    for start in (*line.history, *([line.now] if line.now else [])):
        if line.span(start) == span:
            return period_name(start, line.scale)
    return before_name(line) if span == line.baseline else period(span.since, span.until)
