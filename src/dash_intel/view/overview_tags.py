"""Tags that rose and faded, each with its course: the numbers of the Trends page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

import pandas as pd

from dash_intel.query.timeline import Timeline
from dash_intel.view.periods import NOUNS, before_name, percent, period_name, short_name
from dash_intel.view.tag_ranking import Ranking, TagRow
from dash_intel.view.trend_lines import counted
from dash_intel.view.trends import NO_FINDING, NOTHING_MOVED, capital, headline
from dash_intel.view.words import count

MOST_SHOWN = 6
UNRANKED = "Tags by month"

MARKS: Mapping[str, str] = MappingProxyType(
    {"surging": "▲▲", "rising": "▲", "new": "✦", "fading": "▼", "steady": "–", "no baseline": "–"}
)

Tone = Literal["moved", "steady"]


@dataclass(frozen=True, slots=True)
class TagFigure:
    """A tag, what became of it in words, and its share month by month.

    ``last`` is the share at the end of the course, and which period it is of.
    """

    name: str
    label: str
    mark: str
    said: str
    months: tuple[float, ...]
    last: str
    tone: Tone
    alt: str


@dataclass(frozen=True, slots=True)
class TagView:
    """The tags that tell most, what they find, and what is compared."""

    title: str
    scope: str
    tags: tuple[TagFigure, ...]
    is_last_partial: bool


def tag_finding(view: Ranking | None) -> str | None:
    """Return what tags find, None where none stands out."""
    said = headline(view)
    return None if said in {NO_FINDING, NOTHING_MOVED} else said


def tag_view(view: Ranking, counts: pd.DataFrame) -> TagView:
    """Return the tags that tell most; ``counts`` are those of ``query.trends.Trends``."""
    names = view.telling[:MOST_SHOWN]
    found = counted(counts, names)
    shown = [row for name in names if (row := view.row(name))]
    return TagView(
        title=tag_finding(view) or (NOTHING_MOVED if view.is_ranked else UNRANKED),
        scope=_scope(view),
        tags=tuple(_tag(view, row, found[row.name]) for row in shown),
        is_last_partial=view.line.is_partial,
    )


def _scope(view: Ranking) -> str:
    line = view.line
    drawn = f"Share of {view.noun}s carrying the tag, by {NOUNS[line.scale]}"
    if not line.now or not view.is_ranked:
        return f"{drawn}. No complete {NOUNS[line.scale]} to compare yet."
    now = f"{period_name(line.now, line.scale)} ({count(view.of_now, view.noun)})"
    if not line.before:
        return f"{drawn}. {now}; nothing before it to compare with."
    return (
        f"{drawn}; ranked by z, {now} against {before_name(line)}"
        f" ({count(view.of_before, view.noun)})."
    )


def _last_period(line: Timeline) -> str:
    name = short_name(line.history[-1], line.scale)
    return f"{name} so far" if line.is_partial else name


def _tag(view: Ranking, row: TagRow, units: Mapping[date, int]) -> TagFigure:
    line = view.line
    shares = [
        units.get(start, 0) / line.units(start) if line.units(start) else 0.0
        for start in line.history
    ]
    last = f"{percent(shares[-1])} in {_last_period(line)}" if shares else "–"
    said = f"{row.now:,} of {view.of_now:,}, was {row.before:,} of {view.of_before:,}"
    return TagFigure(
        name=row.name,
        label=capital(row.name),
        mark=f"{MARKS[row.trend]} {row.trend}",
        said=said if line.before else f"{row.now:,} of {view.of_now:,}" if view.of_now else "",
        months=tuple(shares),
        last=last,
        tone="steady" if row.trend in {"steady", "no baseline"} else "moved",
        alt=(
            f"{row.name}, share by {NOUNS[line.scale]}: {', '.join(percent(one) for one in shares)}"
        ),
    )
