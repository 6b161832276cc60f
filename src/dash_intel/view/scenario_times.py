"""How the scenarios of an area moved: what is stated to be how likely, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.bands import Band, BandChart
from dash_intel.view.chart import Caption
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, Edge
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.periods import period_name
from dash_intel.view.quotes import Quote, quote
from dash_intel.view.scenario_chances import NO_PROBABILITY, chance
from dash_intel.view.scenario_sets import EDGES, kind_label
from dash_intel.view.table import TableView
from dash_intel.view.words import count, day

ROWS: tuple[tuple[Edge, str], ...] = (
    ("worst", "Worst"),
    ("likely", "Most likely"),
    ("best", "Best"),
    ("none", "Other"),
)
LISTED: Mapping[str, str] = MappingProxyType(
    {"worst": "Worst cases", "most_likely": "Most likely cases"}
)
TRUTH = "Probabilities are what reports and analysts say, not ground truth."
HOVER = 110
TABLE_TEXT = 300


@dataclass(frozen=True, slots=True)
class MonthOf:
    """One month: what its worst cases and its most likely cases are."""

    name: str
    scope: str
    worst: tuple[Quote, ...]
    likely: tuple[Quote, ...]


def scenario_chart(found: pd.DataFrame, where: str, *, is_joined: bool = False) -> BandChart:
    """Return the rows of ``query.scenario_times.scenario_times`` as a chart.

    A line joins the scenarios of a kind where ``is_joined``: those of one area.
    """
    rows = tuple(cells.records(found))
    bands = tuple(map(_band, rows))
    held = {one.row for one in bands}
    total, stated = _total(rows, "total"), _total(rows, "all_stated")
    drawn = "" if total == len(rows) else f"The newest {len(rows):,} of them are drawn. "
    title = f"{where}: {_share(stated, total)}"
    days = [one.on for one in bands]
    return BandChart(
        Caption(
            title=title,
            measure="Probability by the day of the report: the band that words stand for, or the"
            " figure. Squares: worst cases, diamonds: most likely, circles: best, triangles: other;"
            " hollow marks below state none.",
            hint="Select a mark for its scenario.",
            foot=f"n = {count(total, 'scenario')} of dated reports. {drawn}"
            f"Data to {day(max(days, default=None))}. {TRUTH}",
            method="Words are drawn as the band of the yardstick, figures as they stand; a"
            " probability that an analyst recorded stands for what the report says. A scenario that"
            " states none has no place on the scale: none is ever put in.",
            alt=f"Bands by day. {title}.",
        ),
        _table(rows),
        tuple(row for row in ROWS if row[0] in held),
        bands,
        is_joined,
    )


def months(found: pd.DataFrame) -> tuple[MonthOf, ...]:
    """Return the months of the rows, the newest first, with what they say word for word."""
    parts = []
    for start, of_it in groupby(cells.records(found), key=_month):
        rows = list(of_it)
        parts.append(
            MonthOf(
                period_name(start, "month"),
                _scope(rows),
                *(tuple(_quote(row) for row in rows if row["kind"] == kind) for kind in LISTED),
            )
        )
    return tuple(parts)


def _month(row: cells.Row) -> date:
    on = cells.day(row["published_on"]) or date.min
    return on.replace(day=1)


def _band(row: cells.Row) -> Band:
    said = chance(row)
    low, high = said.band or (None, None)
    return Band(
        cells.text(row["scenario_id"]),
        EDGES.get(cells.text(row["kind"]), "none"),
        cells.day(row["published_on"]) or date.min,
        low,
        high,
        (
            f"{kind_label(row)}, {day(cells.day(row['published_on']))}",
            opening(flowing(cells.text(row["text"])), 1, HOVER),
            ", ".join(part for part in (said.words, said.basis) if part),
        ),
    )


def _quote(row: cells.Row) -> Quote:
    said = chance(row)
    chip = Chip(said.words, "gray" if said.words == NO_PROBABILITY else "blue")
    return quote(row, cells.text(row["scenario_id"]), flowing(cells.text(row["text"])), chip)


def _scope(rows: Sequence[cells.Row]) -> str:
    parts = []
    for kind, name in LISTED.items():
        of_it = [row for row in rows if row["kind"] == kind]
        stated = sum(chance(row).band is not None for row in of_it)
        noun = name.removesuffix("s").lower()
        parts.append(f"{count(len(of_it), noun)}, {stated or 'none'} with a probability")
    return "; ".join(parts)


def _table(rows: Sequence[cells.Row]) -> TableView:
    return TableView(
        f"{count(len(rows), 'scenario')}, the newest first",
        ("Date", "Kind", "Scenario", "Probability", "Basis", "Low, %", "High, %", "Report"),
        tuple(map(_cells, rows)),
        (110, 150, 420, 190, 210, 80, 80, 300),
        tuple(cells.text(row["scenario_id"]) for row in rows),
    )


def _cells(row: cells.Row) -> tuple[str | int | None, ...]:
    said = chance(row)
    low, high = (None if end is None else round(100 * end) for end in said.band or (None, None))
    return (
        day(cells.day(row["published_on"])),
        kind_label(row),
        opening(flowing(cells.text(row["text"])), 2, TABLE_TEXT),
        said.words,
        said.basis or None,
        low,
        high,
        opening(cells.text(row["title"]), 9, TITLE),
    )


def _share(stated: int, total: int) -> str:
    if not total:
        return "no scenario"
    if not stated:
        return f"none of {count(total, 'scenario')} states a probability"
    said = "states a probability" if stated == 1 else "state a probability"
    return f"{stated:,} of {count(total, 'scenario')} {said}"


def _total(rows: Sequence[cells.Row], name: str) -> int:
    return cells.number(rows[0][name]) if rows else 0
