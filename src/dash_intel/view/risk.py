"""The risk matrix as it is shown: cells, order, what it finds, and its figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.risk import THIN, RiskCell, RiskMatrix
from dash_intel.query.sentences import About
from dash_intel.view.chart import Caption, Cell, MatrixChart
from dash_intel.view.chosen_cell import area_name, cell_key, cell_name
from dash_intel.view.risk_findings import Cells, headline, leader, strongest_cell
from dash_intel.view.risk_words import (
    METHOD,
    RECENT_MEASURE,
    RECENT_METHOD,
    STEPS,
    TRUTH,
    cell_words,
    change_words,
    column_name,
    key_words,
    level_words,
    percent,
    reach,
)
from dash_intel.view.table import TableView
from dash_intel.view.words import count
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import category_label, risk_categories

_BOUNDS = (4, 14, 29, 50)
"""Whole percent up to which each step but the last reaches."""


@dataclass(frozen=True, slots=True)
class RiskView:
    """The matrix and what it finds.

    ``headline`` is the strongest finding, else the measure. ``choices`` are the cells that can be
    looked into, key and label, all regions and all risks among them. ``strongest`` is the key of
    the cell to look into first.
    """

    headline: str
    chart: MatrixChart
    choices: tuple[tuple[str, str], ...]
    strongest: str


def risk_view(
    matrix: RiskMatrix,
    filters: Filters,
    days: Span | None,
    totals: pd.DataFrame,
    *,
    is_recent: bool = False,
) -> RiskView:
    """Return the view of a matrix; ``totals`` is the row of ``query.chosen.totals``.

    ``is_recent`` is that which the matrix was asked for with.
    """
    found: Cells = {(cell.area, cell.category): cell for cell in matrix.cells}
    order = _ordered(matrix, found, filters)
    noun = filters.unit.removesuffix("s")
    strongest = strongest_cell(found.values())
    return RiskView(
        headline=headline(strongest, found),
        chart=MatrixChart(
            caption=_caption(found, order, noun, reach(days, totals), is_recent=is_recent),
            table=_table(found, order, noun),
            rows=tuple((_row_key(area), area_name(area)) for area, _ in order),
            columns=tuple((key, column_name(key)) for key in risk_categories()),
            cells=tuple(
                _cell(About(area, key), found.get((area, key)), reports, noun, is_recent=is_recent)
                for area, reports in order
                for key in risk_categories()
            ),
            key=key_words(noun),
            steps=STEPS,
        ),
        choices=_choices(found, order, noun),
        strongest=cell_key(strongest.area, strongest.category)
        if strongest
        else cell_key(None, None),
    )


def step(share: float) -> int:
    """Return the step of the ramp for a share, as it is written in whole percent."""
    return sum(percent(share) > bound for bound in _BOUNDS)


def _row_key(area: Area | None) -> str:
    return cell_key(area, None)


def _ordered(matrix: RiskMatrix, found: Cells, filters: Filters) -> Sequence[tuple[Area, int]]:
    chosen = {*filters.countries, *filters.regions, *filters.groups}

    def rank(one: tuple[Area, int]) -> tuple[bool, bool, float, int]:
        cell = found.get((one[0], None))
        return one[0].code not in chosen, cell is None, -(cell.share if cell else 0), -one[1]

    return sorted(matrix.areas, key=rank)


def _cell(about: About, cell: RiskCell | None, reports: int, noun: str, *, is_recent: bool) -> Cell:
    name = cell_name(about)
    key = cell_key(about.area, about.category)
    row, column = _row_key(about.area), about.category or ""
    if cell is None:
        said = f"None of {count(reports, noun)} states such a risk"
        return Cell(key, row, column, None, "", "", (name, said))
    level = step(cell.share)
    return Cell(
        key=key,
        row=row,
        column=column,
        level=level,
        text=f"{percent(cell.share)}%",
        small=f"{cell.reports:,}",
        hover=(name, *cell_words(cell, noun, is_recent=is_recent)),
        arrow=cell.change,
        is_thin=cell.reports < THIN,
        peak=cell.peak if cell.peak and cell.peak - 1 > level else None,
    )


def _caption(
    found: Cells,
    order: Sequence[tuple[Area, int]],
    noun: str,
    reach: str,
    *,
    is_recent: bool,
) -> Caption:
    title = leader(found, [area for area, _ in order])
    every = found.get((None, None))
    counted = every.reports if every else 0
    states = "states" if counted == 1 else "state"
    return Caption(
        title=title,
        measure=(
            f"Share of {noun}s that speak of a level 4 or 5 consequence, of those that state a risk"
            f" of the category; below it their number.{RECENT_MEASURE if is_recent else ''}"
        ),
        hint="Select a cell for its sentences.",
        foot=(f"n = {count(counted, noun)} that {states} a risk, {reach}. {TRUTH}"),
        method=f"{METHOD}{RECENT_METHOD if is_recent else ''}",
        alt=f"Matrix of {count(len(order), 'area')} by category of risk. {title}.",
    )


def _table(found: Cells, order: Sequence[tuple[Area, int]], noun: str) -> TableView:
    shown = [
        cell
        for area, _ in order
        for category in risk_categories()
        if (cell := found.get((area, category)))
    ]
    columns = {
        "Region": 200,
        "Category": 200,
        "Share": 70,
        "80% interval": 100,
        f"{noun.capitalize()}s": 80,
        "Level 4–5": 80,
        "Without an impact": 130,
        "Highest sentence": 150,
        "Change": 210,
    }
    return TableView(
        alt="The cells of the matrix that have reports, one a row",
        columns=tuple(columns),
        rows=tuple(_table_row(cell, noun) for cell in shown),
        widths=tuple(columns.values()),
        keys=tuple(cell_key(cell.area, cell.category) for cell in shown),
    )


def _table_row(cell: RiskCell, noun: str) -> tuple[str | int, ...]:
    return (
        area_name(cell.area),
        category_label(cell.category or ""),
        f"{percent(cell.share)}%",
        f"{percent(cell.low)}–{percent(cell.top)}%",
        cell.reports,
        cell.high,
        cell.unstated,
        level_words(cell.peak),
        change_words(cell.change, noun),
    )


def _choices(
    found: Cells, order: Sequence[tuple[Area, int]], noun: str
) -> tuple[tuple[str, str], ...]:
    wanted = [
        found.get((area, category))
        for area in (None, *(area for area, _ in order))
        for category in (None, *risk_categories())
    ]
    return tuple(
        (cell_key(cell.area, cell.category), f"{name}: {counted}")
        for cell in wanted
        if cell
        for name in [cell_name(About(cell.area, cell.category))]
        for counted in [f"{percent(cell.share)}%, {count(cell.reports, noun)}"]
    )
