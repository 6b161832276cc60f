"""An area's risk by category, now against before, in the statistic of the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dash_intel.query.area_risk import CategoryRisk
from dash_intel.query.filters import Unit
from dash_intel.query.periods import Span
from dash_intel.query.risk import THIN, Change
from dash_intel.view import cells
from dash_intel.view.chart import Bar, BarChart, Caption
from dash_intel.view.scope import when
from dash_intel.view.table import TableView
from dash_intel.view.words import count, day
from dash_intel.vocab.categories import category_label

CHANGES: dict[Change, str] = {
    "deteriorated": "Deteriorated",
    "improved": "Improved",
    "unchanged": "Unchanged",
    "insufficient": "Too few to compare",
}

METHOD = (
    "A share is that of the reports that state a risk of the category in the area and reach a"
    " consequence of level 4 or 5 with it, drawn towards the share of all areas where reports are"
    " few; the pale bar is its 80% interval, hatched under three of them. Levels are read from"
    " words and agree with people only fairly (weighted kappa 0.33 on unseen sentences), so read"
    " the sentences behind a share before you use it."
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the risk of an area is taken from; ``days`` are None for all dates."""

    name: str
    unit: Unit
    days: Span | None
    newest_on: date | None

    @property
    def one(self) -> str:
        """What one of those that are counted is called."""
        return self.unit.removesuffix("s")


def area_scope(name: str, unit: Unit, days: Span | None, totals: pd.DataFrame) -> Scope:
    """Return the scope of an area; ``totals`` is the row of ``query.chosen.totals``."""
    return Scope(name, unit, days, cells.day(next(cells.records(totals))["last_on"]))


def risk_bars(found: Sequence[CategoryRisk], scope: Scope) -> BarChart | None:
    """Return the categories of an area, the highest share first; None where there are none.

    Those of fewer than three reports, whose share is mostly that of all areas, stand last.
    """
    rows = sorted(found, key=lambda cell: (cell.now.units < THIN, -cell.now.share, _label(cell)))
    if not rows:
        return None
    return BarChart(
        caption=Caption(
            title=finding(rows, scope.name),
            measure=(
                f"Share of {scope.unit} on a risk that reach level 4 or 5, shrunken, with its 80%"
                " interval. ○ before, ● now, ▲ deteriorated, ▼ improved; at the end, how many of"
                " how many."
            ),
            hint="Select a mark for its sentences.",
            foot=_foot(rows, scope),
            method=METHOD,
            alt=_alt(rows, scope.name),
        ),
        table=_table(rows, scope.name),
        bars=tuple(_bar(cell, scope) for cell in rows),
        unit="share",
    )


def finding(rows: Sequence[CategoryRisk], name: str) -> str:
    """Return what changed, else the measure."""
    worse = [_label(cell) for cell in rows if cell.change == "deteriorated"]
    better = [_label(cell) for cell in rows if cell.change == "improved"]
    if len(worse) == 1 and not better:
        return f"{name}: {worse[0].lower()} deteriorated"
    if len(better) == 1 and not worse:
        return f"{name}: {better[0].lower()} improved"
    if worse or better:
        said = [f"{len(worse)} deteriorated"] if worse else []
        said += [f"{len(better)} improved"] if better else []
        whole = count(len(rows), "risk category", "risk categories")
        return f"{name}: of {whole} {' and '.join(said)}"
    return f"{name}: risk by category"


def _foot(rows: Sequence[CategoryRisk], scope: Scope) -> str:
    fewest, most = (f(cell.now.units for cell in rows) for f in (min, max))
    reports = f"{fewest:,} to {count(most, scope.one)}" if fewest < most else count(most, scope.one)
    until = f" Data to {day(scope.newest_on)}." if scope.newest_on else ""
    return (
        f"n = {reports} a category, {when(scope.days)}.{until}"
        " Scores describe what reports say, not ground truth."
    )


def _label(cell: CategoryRisk) -> str:
    return category_label(cell.category)


def _bar(cell: CategoryRisk, scope: Scope) -> Bar:
    return Bar(
        key=cell.category,
        name=_label(cell),
        now=cell.now.share,
        hover=_hover(cell, scope),
        before=cell.before.share if cell.before.units else None,
        low=cell.now.low,
        high=cell.now.top,
        arrow=cell.change,
        note=f"{cell.now.high:,} of {cell.now.units:,}",
        is_thin=cell.now.units < THIN,
    )


def _hover(cell: CategoryRisk, scope: Scope) -> tuple[str, ...]:
    lines = [
        f"{scope.name}, {_label(cell).lower()}",
        f"{cell.now.high:,} of {count(cell.now.units, scope.one)} reach level 4 or 5",
        f"Shrunken {cell.now.share:.0%}, 80% interval {cell.now.low:.0%}–{cell.now.top:.0%}",
    ]
    if cell.before.units:
        before = count(cell.before.units, scope.one)
        lines.append(f"Before: {cell.before.share:.0%}, from {before}")
    return (*lines, CHANGES[cell.change])


def _table(rows: Sequence[CategoryRisk], name: str) -> TableView:
    return TableView(
        alt=f"{name}, risk by category: one row a category, as in the figure.",
        columns=(
            "Category",
            "At level 4–5",
            "Of",
            "Share",
            "80% from",
            "80% to",
            "Share before",
            "Of before",
            "Change",
        ),
        rows=tuple(
            (
                _label(cell),
                cell.now.high,
                cell.now.units,
                f"{cell.now.share:.0%}",
                f"{cell.now.low:.0%}",
                f"{cell.now.top:.0%}",
                f"{cell.before.share:.0%}" if cell.before.units else None,
                cell.before.units,
                CHANGES[cell.change],
            )
            for cell in rows
        ),
        widths=(220, 90, 60, 70, 80, 70, 100, 80, 160),
        keys=tuple(cell.category for cell in rows),
    )


def _alt(rows: Sequence[CategoryRisk], name: str) -> str:
    said = "; ".join(
        f"{_label(cell)} {cell.now.share:.0%}, {CHANGES[cell.change].lower()}" for cell in rows
    )
    return f"{name}, share at level 4 or 5 by category of risk: {said}."
