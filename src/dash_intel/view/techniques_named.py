"""Techniques that reports name, by region and by month, as matrices."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.coverage import Cut
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.behind import month_name, region_name
from dash_intel.view.chart import Caption, Cell, MatrixChart
from dash_intel.view.periods import percent
from dash_intel.view.table import TableView
from dash_intel.view.words import count

MOST_TECHNIQUES = 12
THIN = 3
NO_FAMILY = "No family"
"""What the rows of the build call techniques that the vocabulary puts in none."""

STEPS = ("none", "up to 20%", "20–40%", "40–60%", "over 60%")
_METHOD = (
    "A cell is the share of the {unit} of its region or month that name the technique; what is on"
    " several regions counts in each. Naming a technique is no proof that it was applied; the grade"
    " says how near the name in the report comes to the one in the handbook of Pherson and Heuer:"
    " exact, near, loose, or none of its techniques."
)


@dataclass(frozen=True, slots=True)
class Named:
    """How many name something, by the nearest match of each."""

    found: int
    exact: int
    near: int
    loose: int
    no_match: int

    @property
    def grades(self) -> str:
        """The grades in words, those that occur."""
        parts = (
            (self.exact, "exact"),
            (self.near, "near"),
            (self.loose, "loose"),
            (self.no_match, "none"),
        )
        return ", ".join(f"{label} {number:,}" for number, label in parts if number)


@dataclass(frozen=True, slots=True)
class Across:
    """One side of a matrix: its key and name, and how many reports it has."""

    key: str
    name: str
    found: int


@dataclass(frozen=True, slots=True)
class Ask:
    """What is drawn: techniques or families, reports or events, and how many are looked at."""

    is_family: bool
    unit: Unit
    looked_at: int
    foot: str

    @property
    def noun(self) -> str:
        """What is named."""
        return "family" if self.is_family else "technique"

    def cut(self, value: str, *, region: str = "", month: str = "") -> Cut:
        """Return which reports name a technique or family, in a region or month."""
        name, family = ("", value) if self.is_family else (value, "")
        return Cut(technique=name, family=family, region=region, month=month)


def totals(found: pd.DataFrame) -> Mapping[str, Named]:
    """Return technique or family → how many name it, the most first."""
    return {cells.text(row["value"]): _named(row) for row in cells.records(found)}


def finding(named: Mapping[str, Named], looked_at: int, unit: Unit, *, is_family: bool) -> str:
    """Return which technique, or family, is named most."""
    if not named:
        return "No report names a technique"
    value, most = next(iter(named.items()))
    share = percent(most.found / looked_at)
    if is_family and value == NO_FAMILY:
        return f"Techniques of no family are named most, in {share} of {unit}"
    what = f"{value} techniques are" if is_family else f"{value} is"
    return f"{what} named most, in {share} of {unit}"


def by_region(
    ask: Ask, named: Mapping[str, Named], found: pd.DataFrame, regions: pd.DataFrame
) -> MatrixChart:
    """Return regions by techniques; every region with a report has a row."""
    rows = tuple(
        Across(code := cells.text(row["value"]), region_name(code), cells.number(row["found"]))
        for row in cells.records(regions)
    )
    counts = _counts(found)
    columns = tuple(named)[:MOST_TECHNIQUES]
    made = tuple(
        (row.name, value, counts.get((row.key, value)), row, ask.cut(value, region=row.key))
        for row in rows
        for value in columns
    )
    return MatrixChart(
        caption=_caption(ask, "region", len(columns), len(named)),
        table=_table(ask, "Region", made),
        rows=tuple((row.key, row.name) for row in rows),
        columns=tuple((value, value) for value in columns),
        cells=tuple(
            _cell(ask, cut, (across.key, value), across, one) for _, value, one, across, cut in made
        ),
        key=_key(ask),
        ramp="plain",
        steps=STEPS,
    )


def by_month(
    ask: Ask, named: Mapping[str, Named], found: pd.DataFrame, months: pd.DataFrame
) -> MatrixChart:
    """Return techniques by months, the last twelve that have a report."""
    columns = tuple(
        Across(month := cells.text(row["value"]), month_name(month), cells.number(row["found"]))
        for row in cells.records(months)
    )[::-1]
    counts = _counts(found)
    rows = tuple(named)[:MOST_TECHNIQUES]
    made = tuple(
        (
            column.name,
            value,
            counts.get((column.key, value)),
            column,
            ask.cut(value, month=column.key),
        )
        for value in rows
        for column in columns
    )
    return MatrixChart(
        caption=_caption(ask, "month", len(rows), len(named)),
        table=_table(ask, "Month", made),
        rows=tuple((value, value) for value in rows),
        columns=tuple((column.key, column.name) for column in columns),
        cells=tuple(
            _cell(ask, cut, (value, across.key), across, one) for _, value, one, across, cut in made
        ),
        key=_key(ask),
        ramp="plain",
        steps=STEPS,
    )


Made = tuple[str, str, Named | None, Across, Cut]


def _caption(ask: Ask, across: str, shown: int, there_are: int) -> Caption:
    many = "families" if ask.is_family else "techniques"
    some = f" The {shown} named most of {there_are}." if shown < there_are else ""
    last = " The last twelve months with reports." if across == "month" else ""
    return Caption(
        title=f"{many.capitalize()} named, by {across}",
        measure=f"Share of the {ask.unit} of each {across} that name the {ask.noun}, and how many."
        f"{some}{last}",
        hint="Select a cell for its reports.",
        foot=ask.foot,
        method=_METHOD.format(unit=ask.unit),
        alt=f"Matrix of the share of {ask.unit} that name {many}, by {across}.",
    )


def _key(ask: Ask) -> str:
    return f"of the {ask.unit} name it. Hatched: fewer than {THIN} {ask.unit}."


def _cell(ask: Ask, cut: Cut, at: tuple[str, str], across: Across, one: Named | None) -> Cell:
    found = one.found if one else 0
    value = cut.technique or cut.family
    share = found / across.found if across.found else 0.0
    grades = (f"Match: {one.grades}",) if one else ()
    return Cell(
        key=cut.key,
        row=at[0],
        column=at[1],
        level=_level(share),
        text=percent(share) if found else "0",
        small=f"{found:,} of {across.found:,}",
        hover=(
            f"{across.name}, {value}",
            f"Named in {found:,} of {count(across.found, ask.unit.removesuffix('s'))}",
            *grades,
        ),
        is_thin=across.found < THIN,
    )


def _level(share: float) -> int:
    if not share:
        return 0
    return 1 + sum(share > edge for edge in (0.2, 0.4, 0.6))


def _table(ask: Ask, across: str, made: tuple[Made, ...]) -> TableView:
    return TableView(
        f"Share of {ask.unit} that name each {ask.noun}, by {across.lower()}.",
        (ask.noun.capitalize(), across, "Named in", f"Of {ask.unit}", "Share", "Match"),
        tuple(
            (
                value,
                name,
                one.found if one else 0,
                side.found,
                percent((one.found if one else 0) / side.found) if side.found else None,
                one.grades if one else None,
            )
            for name, value, one, side, _ in made
        ),
        (300, 180, 90, 100, 80, 220),
        tuple(cut.key for *_, cut in made),
    )


def _counts(found: pd.DataFrame) -> Mapping[tuple[str, str], Named]:
    return {
        (cells.text(row["other"]), cells.text(row["value"])): _named(row)
        for row in cells.records(found)
    }


def _named(row: cells.Row) -> Named:
    found, exact, near, loose, no_match = (
        cells.number(row[name]) for name in ("found", "exact", "near", "loose", "no_match")
    )
    return Named(found, exact, near, loose, no_match)
