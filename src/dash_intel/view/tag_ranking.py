"""The tags as they are ranked: what each counts now and before, and which tell most."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick
from dash_intel.query.ranking import FEWEST
from dash_intel.query.timeline import Timeline
from dash_intel.query.trends import Trends
from dash_intel.view import cells

Axis = Literal["share", "volume"]
Noun = Literal["report", "event"]

UNNAMED = frozenset({"steady", "no baseline"})


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
    looked_at: int = 0


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

    @property
    def first(self) -> str | None:
        """The most telling tag that has a report to list, None where no tag is left."""
        listed_ = (one for one in map(self.row, self.telling) if one and (one.now or one.looked_at))
        found = next(listed_, None)
        return found.name if found else next(iter(self.telling), None)

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
            cells.number(row["looked_at"]),
        )
        for row in cells.records(ranked)
    )
    telling = tuple(row.name for row in sorted(rows, key=_telling))
    return Ranking(trends.timeline, rows, trends.of_now, trends.of_before, noun, telling)


def _telling(row: TagRow) -> tuple[bool, bool, float, int, str]:
    is_few = max(row.now, row.before) < FEWEST
    return (row.trend in UNNAMED, is_few, -round(abs(row.z), 9), -row.units, row.name)


def _share(value: object) -> float | None:
    return None if value is None else float(str(value))
