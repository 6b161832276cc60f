"""One area on one page: which areas there are, and how much is reported on the chosen one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from dash_intel.query.filters import Filters, Unit
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.words import count, long_day
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.countries import countries

KINDS = {"region": "UN region", "group": "group"}
MONTHS_SHOWN = 12
NEIGHBOURS = 4


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """An area to choose: ``value`` stands in the address, ``label`` is what a reader sees."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Month:
    """How much is counted for an area in one month."""

    on: date
    number: int


class Counted(NamedTuple):
    """Rows of ``query.regions.area_totals``, of ``area_months`` and of ``query.chosen.totals``."""

    area: pd.DataFrame
    months: pd.DataFrame
    all: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Head:
    """How much is reported on an area.

    ``number`` is counted in ``unit``; ``before`` in the equal period before, None where there is
    none. ``share`` is that of all areas. ``earlier_on`` is the newest day before the period.
    """

    name: str
    unit: str
    number: int
    before: int | None
    share: float | None
    share_before: float | None
    reports: int
    events: int
    last_on: date | None
    earlier_on: date | None
    months: tuple[Month, ...]

    @property
    def trend(self) -> str:
        """The months in words, for those who do not see them."""
        if not self.months:
            return "No dated report."
        high = max(self.months, key=lambda month: month.number)
        last = self.months[-1]
        return (
            f"{self.unit.capitalize()} a month from {self.months[0].on:%b %Y} to {last.on:%b %Y}: "
            f"{last.number:,} in the last month, most in {high.on:%b %Y} with {high.number:,}."
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the head, and a note on what it was or what it is of."""

    label: str
    value: str
    note: str


def figures(view: Head) -> tuple[Figure, ...]:
    """Return the figures of an area."""
    was = "no period before" if view.before is None else f"was {view.before:,} before"
    share, share_was = (
        "–" if part is None else f"{part:.0%}" for part in (view.share, view.share_before)
    )
    of_all = f"was {share_was} before" if view.share_before is not None else "of all areas"
    other = (
        Figure("Events", f"{view.events:,}", f"told by {count(view.reports, 'report')}")
        if view.unit == "reports"
        else Figure("Reports", f"{view.reports:,}", f"of {count(view.events, 'event')}")
    )
    earlier = f"before: {long_day(view.earlier_on)}" if view.earlier_on else "none before"
    last = f"{view.last_on:%Y-%m-%d}" if view.last_on else "no date"
    return (
        Figure(view.unit.capitalize(), f"{view.number:,}", was),
        Figure("Share of all", share, of_all),
        other,
        Figure("Last report", last, earlier),
    )


def to_value(area: Area) -> str:
    """Return an area as it stands in an address."""
    return f"{area.kind}:{area.code}"


def from_value(written: str | None) -> Area | None:
    """Return the area that an address names, None where there is no such area."""
    kind, _, code = (written or "").partition(":")
    return next((one for one in areas() if one == (kind, code)), None)


def choices(found: pd.DataFrame, unit: str, *named: Area | None) -> tuple[AreaChoice, ...]:
    """Return the areas that anything is counted for, the most first, then those ``named``.

    ``found`` are the rows of ``query.regions.reported_areas``, ``unit`` what they count.
    """
    numbers = _numbers(found)
    others = [area for area in named if area and area not in numbers]
    return tuple(
        AreaChoice(to_value(area), f"{_called(area)} · {count(numbers.get(area, 0), unit)}")
        for area in (*numbers, *others)
    )


def first_area(found: pd.DataFrame, filters: Filters) -> Area | None:
    """Return the one area that the filters name, else the country with the most reports."""
    wanted = [
        *(Area("country", code) for code in filters.countries),
        *(Area("region", code) for code in filters.regions),
        *(Area("group", code) for code in filters.groups),
    ]
    if len(wanted) == 1:
        return wanted[0]
    numbers = _numbers(found)
    return next((area for area in numbers if area.kind == "country"), next(iter(numbers), None))


def neighbours(found: pd.DataFrame, area: Area, unit: str) -> tuple[AreaChoice, ...]:
    """Return the countries of the same UN region that anything is counted for, the most first."""
    home = countries().get(area.code) if area.kind == "country" else None
    if home is None or not home.leaf:
        return ()
    return tuple(
        AreaChoice(to_value(one), f"{areas()[one]} · {count(number, unit)}")
        for one, number in _numbers(found).items()
        if one.kind == "country" and one != area and countries()[one.code].leaf == home.leaf
    )[:NEIGHBOURS]


def head(area: Area, unit: Unit, days: Span | None, found: Counted) -> Head:
    """Return how much is reported on an area; ``days`` are looked at, None for all."""
    row, whole_row = next(cells.records(found.area)), next(cells.records(found.all))
    number, whole = cells.number(row["units"]), cells.number(whole_row[unit])
    before = cells.number(row["units_before"])
    whole_before = cells.number(whole_row[f"{unit}_before"])
    return Head(
        name=areas()[area],
        unit=unit,
        number=number,
        before=before if days else None,
        share=number / whole if whole else None,
        share_before=before / whole_before if days and whole_before else None,
        reports=cells.number(row["reports"]),
        events=cells.number(row["events"]),
        last_on=cells.day(row["last_on"]),
        earlier_on=cells.day(row["earlier_on"]),
        months=_months(found.months, days),
    )


def nothing(view: Head, days: Span | None) -> str:
    """Return what to say of an area without a report in the period."""
    said = f"No report on {view.name} matches these filters."
    if days and view.earlier_on:
        return f"{said} The newest one before this period is of {long_day(view.earlier_on)}."
    return f"{said} There is none before this period either." if days else said


def period_with(view: Head) -> dict[str, list[str]] | None:
    """Return the filters of the year that ends on the newest day before, None where is none."""
    if view.earlier_on is None:
        return None
    since = view.earlier_on - timedelta(365) if view.earlier_on > date(2, 1, 1) else date.min
    return {
        "period": ["days"],
        "since": [since.isoformat()],
        "until": [view.earlier_on.isoformat()],
    }


def _called(area: Area) -> str:
    kind = KINDS.get(area.kind)
    return f"{areas()[area]}, {kind}" if kind else areas()[area]


def _numbers(found: pd.DataFrame) -> dict[Area, int]:
    known = areas()
    rows: Iterable[tuple[Area, int]] = (
        (Area(row["kind"], row["code"]), cells.number(row["units"]))  # type: ignore[arg-type]
        for row in cells.records(found)
    )
    return {area: number for area, number in rows if area in known}


def _months(found: pd.DataFrame, days: Span | None) -> tuple[Month, ...]:
    numbers = {
        on: cells.number(row["units"])
        for row in cells.records(found)
        if (on := cells.day(row["month_on"]))
    }
    if not numbers:
        return ()
    last = max(numbers) if days is None else min(days.until, max(*numbers, days.since))
    first = days.since if days else last
    length = max(
        MONTHS_SHOWN, min((last.year - first.year) * 12 + last.month - first.month + 1, 36)
    )
    shown = []
    for back in range(length - 1, -1, -1):
        at = last.year * 12 + last.month - 1 - back
        on = date(at // 12, at % 12 + 1, 1) if at >= 12 else date.min
        shown.append(Month(on, numbers.get(on, 0)))
    return tuple(shown)
