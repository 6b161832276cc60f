"""Regions that deteriorated or improved: the dumbbell, and the sentences that moved them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.risk import THIN, RiskCell, RiskMatrix
from dash_intel.view import cells
from dash_intel.view.chart import Bar, BarChart, Caption
from dash_intel.view.chosen_cell import area_name, cell_key
from dash_intel.view.evidence import EvidenceItem, evidence_item
from dash_intel.view.overview_headline import areas_of, changed, finding
from dash_intel.view.risk_words import (
    METHOD,
    TRUTH,
    cell_words,
    change_words,
    in_a_sentence,
    percent,
    reach,
)
from dash_intel.view.table import TableView
from dash_intel.view.words import count
from dash_intel.vocab.areas import Area

UNCOMPARED = "Risk by region"
"""Title where all dates are looked at, which no period goes before."""
MOST_SHOWN = 10
MOST_MOVED = 3
NOTES = {
    "deteriorated": "Deteriorated",
    "improved": "Improved",
    "unchanged": "Unchanged",
    "insufficient": "Too few",
}


@dataclass(frozen=True, slots=True)
class Mover:
    """A region that moved, and the strongest sentence on it: of now, or of before if it eased."""

    area: Area
    name: str
    mark: str
    said: str
    item: EvidenceItem
    more: str


def every_risk(matrix: RiskMatrix) -> RiskCell | None:
    """Return the cell of all regions and all risks, None where no report states a risk."""
    return next((one for one in matrix.cells if not one.area and not one.category), None)


def region_bars(
    matrix: RiskMatrix, noun: str, days: Span | None, totals: pd.DataFrame
) -> BarChart | None:
    """Return the regions as a dumbbell, the highest share first; None where none states a risk."""
    cells_ = _shown(matrix)
    every = every_risk(matrix)
    if not cells_ or every is None:
        return None
    stated = len(areas_of(matrix))
    some = f"{len(cells_)} of {stated} regions, those that moved and the most reported. "
    marks = "○ the equal period before, ● now." if days else "All dates have no period before."
    return BarChart(
        caption=Caption(
            title=finding(changed(matrix)) if days else UNCOMPARED,
            measure=(
                f"Share of {noun}s at level 4 or 5, of those that state a risk; shrunken, pale: its"
                f" 80% interval. {some if len(cells_) < stated else ''}{marks}"
            ),
            hint="Select a mark for its sentences.",
            foot=(
                f"n = {count(every.reports, noun)} that"
                f" {'states' if every.reports == 1 else 'state'} a risk, {reach(days, totals)}."
                f" {TRUTH}"
            ),
            method=METHOD,
            alt=_alt(cells_, is_compared=days is not None),
        ),
        table=_table(cells_, noun, is_compared=days is not None),
        bars=tuple(_bar(cell, noun, is_compared=days is not None) for cell in cells_),
        unit="share",
    )


def movers(moved: Sequence[RiskCell], found: pd.DataFrame, noun: str) -> tuple[Mover, ...]:
    """Return the regions that moved with the rows of ``query.changed_movers.movers``.

    ``mark`` is Markdown of ours; ``more`` what leads to all sentences of the period.
    """
    rows = {cells.text(row["code"]): row for row in cells.records(found)}
    return tuple(
        Mover(
            cell.area,
            area_name(cell.area),
            ":red[▲]" if cell.change == "deteriorated" else ":green[▼]",
            _said(cell),
            evidence_item(rows[cell.area.code]),
            f"All sentences of {count(cell.reports, noun)}",
        )
        for cell in moved
        if cell.area and cell.area.code in rows
    )


def evidence_title(cell: RiskCell | None) -> str:
    """Return what the sentences on a region are called."""
    if cell is None or cell.area is None:
        return "What reports say"
    name = in_a_sentence(cell.area)
    if cell.change == "deteriorated":
        return f"What moved {name}"
    return f"Strongest on {name}"


def cell_of(matrix: RiskMatrix, area: Area | None) -> RiskCell | None:
    """Return the cell of all risks of an area, None where it has none."""
    return next((one for one in matrix.cells if one.area == area and not one.category), None)


def _said(cell: RiskCell) -> str:
    share, before = percent(cell.share), percent(cell.before.share or 0)
    if cell.change == "deteriorated":
        return f"{before}% to {share}%. Strongest sentence of the period:"
    return f"{before}% to {share}%. Strongest sentence of the period before:"


def _shown(matrix: RiskMatrix) -> list[RiskCell]:
    moved = list(changed(matrix))
    rest = [cell for cell in areas_of(matrix) if cell not in moved]
    rest.sort(key=lambda cell: (cell.change == "insufficient", -cell.reports))
    found = [*moved, *rest][: max(MOST_SHOWN, len(moved))]
    return sorted(found, key=lambda cell: (-cell.share, -cell.reports, area_name(cell.area)))


def _bar(cell: RiskCell, noun: str, *, is_compared: bool) -> Bar:
    before = cell.before
    was = (
        f"Before: {percent(before.share)}%, from {count(before.reports, noun)}"
        if before.share is not None
        else f"Before: no {noun}"
    )
    name = area_name(cell.area)
    said = [*cell_words(cell, noun), was]
    if not is_compared:
        said = [line for line in said if line not in {was, change_words(cell.change, noun)}]
    return Bar(
        key=cell_key(cell.area, None),
        name=name,
        now=cell.share,
        hover=(name, *said),
        before=before.share,
        low=cell.low,
        high=cell.top,
        arrow=cell.change,
        note=NOTES[cell.change] if is_compared else "",
        is_thin=cell.reports < THIN,
    )


def _alt(found: Iterable[RiskCell], *, is_compared: bool) -> str:
    said = "; ".join(
        f"{area_name(cell.area)} {percent(cell.share)}%"
        + (f", {NOTES[cell.change].lower()}" if is_compared else "")
        for cell in found
    )
    return f"Share at level 4 or 5 by region: {said}."


def _table(found: Sequence[RiskCell], noun: str, *, is_compared: bool) -> TableView:
    columns = {
        "Region": 180,
        "Share": 70,
        "80% interval": 100,
        "At level 4–5": 100,
        f"Of {noun}s": 90,
        "Share before": 105,
        f"Of {noun}s before": 140,
        "Change": 210,
    }
    return TableView(
        alt="Regions with their share now and before, one a row",
        columns=tuple(columns),
        rows=tuple(
            (
                area_name(cell.area),
                f"{percent(cell.share)}%",
                f"{percent(cell.low)}–{percent(cell.top)}%",
                cell.high,
                cell.reports,
                None if cell.before.share is None else f"{percent(cell.before.share)}%",
                cell.before.reports,
                change_words(cell.change, noun) if is_compared else None,
            )
            for cell in found
        ),
        widths=tuple(columns.values()),
        keys=tuple(cell_key(cell.area, None) for cell in found),
    )
