"""Which hypotheses were preferred over time: a matrix of hypotheses by months, and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.filters import Unit
from dash_intel.query.hypotheses_time import Weighed
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.behind import month_name
from dash_intel.view.chart import Caption, Cell, MatrixChart
from dash_intel.view.literal import opening
from dash_intel.view.months_drawn import months_drawn
from dash_intel.view.table import TableView
from dash_intel.view.words import count, listed

LONGEST_NAME, LONGEST_ROW = 60, 40
SAME = (
    "A hypothesis is the same in two reports only where its name has the same words: its own name,"
    " else what it says up to the first stop. A, B, 1 and 2 are letters of one report and say"
    " nothing across reports."
)
_METHOD = (
    "A cell counts the {unit} of a month that weigh a hypothesis, and how many of them call it"
    " better supported. " + SAME + " Preferred is what the report's own words say, read by rules; a"
    " report that does not say so plainly is not stated."
)
_KEY = "of those that weigh it prefer it · ? the report does not say · – no report weighs it"
_STEPS = ("none", "up to a third", "up to two thirds", "most", "all")


@dataclass(frozen=True, slots=True)
class Named:
    """A hypothesis by its name, with its months; ``key`` is what is compared."""

    key: str
    called: str
    units: int
    preferred: int
    months: Mapping[str, "Month"]


@dataclass(frozen=True, slots=True)
class Month:
    """How many weigh a hypothesis in a month, prefer it, and prefer another."""

    units: int
    preferred: int
    refused: int

    @property
    def unstated(self) -> int:
        """How many do not say."""
        return self.units - self.preferred - self.refused


@dataclass(frozen=True, slots=True)
class Looked:
    """What a matrix is about: where (empty for anywhere), in which unit, how far the data reach.

    ``days`` are those that are looked at, None for all dates.
    """

    where: str
    unit: Unit
    counts: pd.DataFrame
    reach: str
    days: Span | None = None

    @property
    def on(self) -> str:
        """Where, as it goes on in a sentence."""
        return f" on {self.where}" if self.where else ""

    @property
    def noun(self) -> str:
        """What is counted, one of it."""
        return self.unit.removesuffix("s")


def named(found: pd.DataFrame) -> tuple[Named, ...]:
    """Return the rows of ``query.hypotheses_time.preferred_months``, by when each was first."""
    rows: dict[str, list[cells.Row]] = {}
    for row in cells.records(found):
        rows.setdefault(cells.text(row["folded"]), []).append(row)
    every = tuple(_named(key, months) for key, months in rows.items())
    return tuple(sorted(every, key=lambda one: (min(one.months), -one.preferred, one.key)))


def time_headline(found: Sequence[Named], looked: Looked) -> str:
    """Return what the months come to: a hypothesis that is weighed again, or that none is."""
    units = cells.number(looked.counts["units"].iloc[0])
    if not units:
        return f"Nothing{looked.on} weighs competing hypotheses"
    if units == 1:
        return f"One {looked.noun}{looked.on} weighs hypotheses"
    again = max(found, key=lambda one: (one.units, one.preferred), default=None)
    if again is None or again.units < 2:
        return f"No two {looked.unit}{looked.on} weigh the same hypothesis"
    times = "never" if not again.preferred else f"in {again.preferred:,}"
    return (
        f"“{short(again.called)}”{looked.on}: weighed in"
        f" {count(again.units, looked.noun)}, preferred {times}"
    )


def time_chart(found: Sequence[Named], looked: Looked, there_are: int) -> MatrixChart:
    """Return hypotheses by the months of the period that is looked at."""
    months = months_drawn([month for one in found for month in one.months], looked.days)
    rows = tuple(one for one in found if set(one.months) & set(months))
    return MatrixChart(
        caption=_caption(looked, len(rows), there_are),
        table=_table(looked, rows, months),
        rows=tuple((one.key, _row_name(one, rows)) for one in rows),
        columns=tuple((month, month_name(month)) for month in months),
        cells=tuple(_cell(one, month, looked) for one in rows for month in months),
        key=_KEY,
        ramp="plain",
        steps=_STEPS,
    )


def _row_name(one: Named, rows: Sequence[Named]) -> str:
    """Return the name of a row, a longer one where another would be cut to the same words."""
    cut = [short(row.called, LONGEST_ROW) for row in rows]
    name = short(one.called, LONGEST_ROW)
    return name if cut.count(name) == 1 else short(one.called)


def undated_note(looked: Looked) -> str:
    """Return what to say of reports without a date, nothing where there are none."""
    undated = cells.number(looked.counts["undated"].iloc[0])
    if not undated:
        return ""
    stand = "has no date and stands" if undated == 1 else "have no date and stand"
    return f"{count(undated, 'report')} with hypotheses {stand} in no month."


def _named(key: str, rows: Sequence[cells.Row]) -> Named:
    first = rows[0]
    months = {
        cells.text(row["month"]): Month(
            cells.number(row["units"]), cells.number(row["preferred"]), cells.number(row["refused"])
        )
        for row in rows
    }
    return Named(
        key,
        cells.text(first["known_as"]),
        cells.number(first["all_units"]),
        cells.number(first["all_preferred"]),
        months,
    )


def _caption(looked: Looked, shown: int, there_are: int) -> Caption:
    some = (
        f" The {shown} that most {looked.unit} weigh, of {there_are:,}."
        if shown < there_are
        else ""
    )
    row = next(cells.records(looked.counts))
    units, stated = cells.number(row["units"]), cells.number(row["stated_units"])
    return Caption(
        title=f"Hypotheses{looked.on}, by month",
        measure=(
            f"In how many {looked.unit} of a month a hypothesis is preferred, of those that weigh"
            f" it.{some}"
        ),
        hint="Select a cell for its sentences.",
        foot=(
            f"n = {count(units, looked.noun)} with hypotheses, {stated:,} of them say which they"
            f" prefer, {looked.reach}."
        ),
        method=_METHOD.format(unit=looked.unit),
        alt=f"Matrix of hypotheses by months{looked.on}: how often each is preferred.",
    )


def _cell(one: Named, month: str, looked: Looked) -> Cell:
    found = one.months.get(month)
    key = Weighed(one.key, month).key
    head = f"{short(one.called)}, {month_name(month)}"
    if found is None:
        return Cell(key, one.key, month, None, "", "", (head, "No report weighs it"))
    return Cell(
        key=key,
        row=one.key,
        column=month,
        level=_level(found),
        text="?" if found.unstated == found.units else f"{found.preferred:,}",
        small=f"of {found.units:,}",
        hover=(head, _told(found, looked.noun)),
    )


def _told(found: Month, noun: str) -> str:
    parts = (
        (found.preferred, "prefers it" if found.preferred == 1 else "prefer it"),
        (found.refused, "prefers another" if found.refused == 1 else "prefer another"),
        (found.unstated, "does not say" if found.unstated == 1 else "do not say"),
    )
    said = listed(tuple(f"{number:,} {words}" for number, words in parts if number))
    return f"{count(found.units, noun)}: {said}"


def _level(found: Month) -> int:
    if not found.preferred:
        return 0
    share = found.preferred / found.units
    return 4 if share == 1 else 1 + sum(share > edge for edge in (1 / 3, 2 / 3))


def _table(looked: Looked, rows: Sequence[Named], months: Sequence[str]) -> TableView:
    made = [
        (one, month, one.months[month]) for one in rows for month in months if month in one.months
    ]
    return TableView(
        f"Hypotheses{looked.on} by month, with how often each is preferred.",
        (
            "Hypothesis",
            "Month",
            looked.unit.capitalize(),
            "Prefer it",
            "Prefer another",
            "Do not say",
        ),
        tuple(
            (one.called, month_name(month), at.units, at.preferred, at.refused, at.unstated)
            for one, month, at in made
        ),
        (386, 110, 90, 90, 120, 100),
        tuple(Weighed(one.key, month).key for one, month, _ in made),
    )


def short(name: str, longest: int = LONGEST_NAME) -> str:
    """Return a name of a hypothesis, cut where it is long."""
    return opening(name, 9, longest)
