"""Worst cases that several reports on one country describe."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash_intel.query.changed_outlook import worst_cases
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.store.recurring import MOST, alike, grouped

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

NOWHERE = ""
"""Stands for the country of reports that count for none."""

Members = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A worst case that recurs: the rows that describe it, the newest first.

    ``countries`` are code and how many ``units`` (reports, or events where these are counted)
    describe it there, the most first; ``units`` are those of all of them.
    """

    rows: Members
    units: int
    countries: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Recurrences:
    """Worst cases that recur, those of the most units first.

    ``cases`` are the worst cases that were compared, as ``query.changed_outlook.worst_cases`` has
    them; ``total`` is how many there are.
    """

    cases: "pd.DataFrame"
    total: int
    found: tuple[Recurring, ...]


def recurring(database: Database, filters: Filters) -> Recurrences:
    """Return the worst cases in the period that two or more units on one country describe.

    At most ``MOST`` of the newest are compared, each with each; groups are of one country, and a
    group that holds all of another stands for both.
    """
    cases = worst_cases(database, filters, Part(at_most=MOST))
    pairs = alike(list(cases["text"]))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for row, named in enumerate(cases["places"]):
        for country in [one for one in named if not one.startswith("~")] or [NOWHERE]:
            places[country].append(row)
    by_group: defaultdict[Members, set[str]] = defaultdict(set)
    for country, among in places.items():
        for group in grouped(pairs, among):
            by_group[group].add(country)
    units = list(cases["unit"])
    whole = {
        group: countries
        for group, countries in by_group.items()
        if len({units[row] for row in group}) > 1
        and not any(set(group) < set(other) for other in by_group)
    }
    found = (_recurring(group, whole[group], by_group, units) for group in whole)
    return Recurrences(
        cases,
        int(cases["total"].iloc[0]) if len(cases) else 0,
        tuple(sorted(found, key=lambda one: (-one.units, one.rows))),
    )


def _recurring(
    group: Members,
    countries: set[str],
    by_group: Mapping[Members, set[str]],
    units: list[object],
) -> Recurring:
    def number(of: Members) -> int:
        return len({units[row] for row in of})

    counts = dict.fromkeys(countries, number(group))
    for part, others in by_group.items():
        if set(part) < set(group):
            for country in others:
                counts[country] = max(counts.get(country, 0), number(part))
    order = sorted((pair for pair in counts.items() if pair[0]), key=lambda one: (-one[1], one[0]))
    return Recurring(group, number(group), tuple(order))
