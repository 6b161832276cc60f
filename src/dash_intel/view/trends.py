"""Tags over time: which rose and which faded, as lines and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick
from dash_intel.query.ranking import FEWEST
from dash_intel.query.timeline import Timeline
from dash_intel.query.trends import Look, Trends
from dash_intel.view import cells
from dash_intel.view.periods import NOUNS, before_name, change, percents, period_name
from dash_intel.view.table import TableView
from dash_intel.view.words import count, listed

Axis = Literal["share", "volume"]
Noun = Literal["report", "event"]

ROSE = ("surging", "rising")
UNNAMED = frozenset({"steady", "no baseline"})
MOST_NAMED = 2
"""Tags that a headline names of each kind."""

NO_FINDING = "Tag trends"
THIN = 10
"""Reports of a period below which one report moves a share a lot."""

COLUMNS = ("Tag", "Trend", "Now", "Now %", "Before", "Before %", "z", "Change", "Not supported")
WIDTHS = (156, 72, 72, 62, 80, 76, 60, 150, 110)


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag of the ranking; shares are 0 to 1, None where there is no report."""

    name: str
    now: int
    before: int
    share_now: float | None
    share_before: float | None
    z: float
    trend: str
    unsupported: int
    units: int = 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The tags, highest z first, and the periods they are compared over.

    ``telling`` are their names by how much they tell: those that rose or faded first, then those
    on enough reports, then by how far z is from 0.
    """

    line: Timeline
    rows: tuple[TagRow, ...]
    of_now: int
    of_before: int
    noun: Noun
    telling: tuple[str, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether there is a complete period with reports to rank."""
        return bool(self.of_now)

    @property
    def now_span(self) -> Span | None:
        """The days of the current period, None where nothing is ranked."""
        return self.line.span(self.line.now) if self.line.now and self.of_now else None

    def row(self, name: str) -> TagRow | None:
        """Return the row of a tag, None where it has none."""
        return next((row for row in self.rows if row.name == name), None)

    def usual(self, name: str) -> Pick:
        """Return the number of a tag that is picked where none is: now, else all that is looked at.

        Where no report of the current period carries it, there is nothing of now to list.
        """
        row = self.row(name)
        return Pick(name, self.now_span if row and row.now else None)


def ranking(trends: Trends, ranked: pd.DataFrame, noun: Noun) -> Ranking:
    """Return the rows of ``query.ranking.ranked`` as they are shown."""
    rows = tuple(
        TagRow(
            cells.text(row["name"]),
            cells.number(row["now"]),
            cells.number(row["before"]),
            _share(row["share_now"]),
            _share(row["share_before"]),
            float(str(row["z"])),
            cells.text(row["trend"]),
            cells.number(row["unsupported"]),
            cells.number(row["units"]),
        )
        for row in cells.records(ranked)
    )
    telling = tuple(row.name for row in sorted(rows, key=_telling))
    return Ranking(trends.timeline, rows, trends.of_now, trends.of_before, noun, telling)


def headline(view: Ranking | None) -> str:
    """Return the strongest finding, or the page's name where nothing stands out."""
    if view is None or not view.is_ranked:
        return NO_FINDING
    rose = _named([row for row in view.rows if row.trend in ROSE])
    new = _named([row for row in view.rows if row.trend == "new"])
    faded = _named([row for row in reversed(view.rows) if row.trend == "fading"])
    clauses = [
        f"{names} {verb}"
        for names, verb in ((rose, "rose"), (new, "appeared"), (faded, "faded"))
        if names
    ]
    said = ", ".join(clauses)
    return capital(said) if said else NO_FINDING


def notices(view: Ranking) -> tuple[str, ...]:
    """Return what a reader must know before reading the lines, a sentence each."""
    line, noun = view.line, NOUNS[view.line.scale]
    found = []
    if line.now is None:
        found.append(f"No {noun} with reports is complete yet: nothing is ranked.")
    elif not view.of_now:
        name = period_name(line.now, line.scale)
        found.append(f"No report in {name}, the last complete {noun}: nothing is ranked.")
    elif not line.before:
        found.append(f"No earlier {noun} holds reports: there is nothing to compare with.")
    if line.now and not line.is_inside:
        name = capital(period_name(line.now, line.scale))
        found.append(
            f"{name} is the last complete {noun}; it begins before the days that are looked at."
        )
    fewest = min((line.units(one) for one in line.history if line.units(one)), default=THIN)
    if fewest < THIN:
        found.append(
            f"Some {noun}s hold fewer than {THIN} {view.noun}s: one {view.noun} moves a share a"
            " lot, so read the counts."
        )
    return tuple(found)


def scope(view: Ranking, look: Look, hidden: Sequence[str]) -> str:
    """Return the line over the table: what is compared with what, and what is left out."""
    line = view.line
    said = []
    if line.now and view.is_ranked:
        now = f"{period_name(line.now, line.scale)} ({count(view.of_now, view.noun)})"
        said.append(
            f"Now: {now}. Before: {before_name(line)} ({count(view.of_before, view.noun)})."
            if line.before
            else f"Now: {now}."
        )
    said.append("Highest z first: rising at the top, fading at the bottom.")
    if look.is_strict:
        said.append("Strict: only what stands out among all tags is named.")
    if hidden:
        said.append(
            "Left out as stamps, on more than 60% of all reports, as they were read:"
            f" {listed(tuple(hidden))}."
        )
    return " ".join(said)


def table(view: Ranking) -> TableView:
    """Return all tags as a table; a row leads to the reports of the current period."""
    return TableView(
        f"{count(len(view.rows), 'tag')}, the highest z first",
        COLUMNS,
        tuple(_row(view, row) for row in view.rows),
        _widths(view),
        tuple(view.usual(row.name).key for row in view.rows),
    )


def signed(value: float) -> str:
    """Return a number with two decimals and a true minus."""
    return f"{value:.2f}".replace("-", "−")


def capital(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def _widths(view: Ranking) -> tuple[int, ...]:
    """Return the widths of the columns, in pixels: what is counted is not cut off."""
    now, before = (12 + 8 * len(f"{one:,} of {one:,}") for one in (view.of_now, view.of_before))
    tag, trend, _, share_now, _, *rest = WIDTHS
    return (tag, trend, max(now, WIDTHS[2]), share_now, max(before, WIDTHS[4]), *rest)


def _row(view: Ranking, row: TagRow) -> tuple[str | int | float | None, ...]:
    return (
        row.name,
        row.trend,
        f"{row.now:,} of {view.of_now:,}",
        None if row.share_now is None else round(100 * row.share_now),
        f"{row.before:,} of {view.of_before:,}",
        None if row.share_before is None else round(100 * row.share_before),
        round(row.z, 2),
        change(row.now, row.share_now, row.share_before),
        row.unsupported,
    )


def sentence(view: Ranking, row: TagRow) -> str:
    """Return what is known of one tag, as a sentence."""
    line = view.line
    if line.now is None or not view.is_ranked:
        return f"On {count(row.units, view.noun)} of all {NOUNS[line.scale]}s that are drawn."
    share, share_before = percents(row.share_now, row.share_before)
    now = (
        f"On {row.now:,} of {count(view.of_now, view.noun)} of"
        f" {period_name(line.now, line.scale)} ({share})"
    )
    if not line.before:
        return f"{now}; there is nothing to compare with."
    unsupported = f" The text does not speak of it on {row.unsupported:,}." * bool(row.unsupported)
    return (
        f"{now}, on {row.before:,} of {view.of_before:,} in {before_name(line)}"
        f" ({share_before}): {row.trend}, z {signed(row.z)}.{unsupported}"
    )


def _telling(row: TagRow) -> tuple[bool, bool, float, int, str]:
    is_few = max(row.now, row.before) < FEWEST
    return (row.trend in UNNAMED, is_few, -round(abs(row.z), 9), -row.units, row.name)


def _named(rows: Sequence[TagRow]) -> str:
    return listed(tuple(row.name for row in rows[:MOST_NAMED]))


def _share(value: object) -> float | None:
    return None if value is None else float(str(value))
