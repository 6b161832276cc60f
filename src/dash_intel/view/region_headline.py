"""The headline of an area: the strongest thing that its numbers carry, else its name."""

from collections.abc import Sequence

import pandas as pd

from dash_intel.query.area_risk import CategoryRisk
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.regions import Head
from dash_intel.view.tallies import Tally
from dash_intel.view.words import count, listed
from dash_intel.vocab.categories import category_label

FEWEST = 3
MOST_NAMED = 3
"""How many that tie are named; of more, none is."""


def headline(head: Head, risks: Sequence[CategoryRisk], tags: Sequence[Tally]) -> str:
    """Return what reports on an area say most of all; its name where they say nothing.

    A category that deteriorated comes first, then one that improved, then a tag that most reports
    carry, then a category that most state a risk of. Those that tie are
    all named, or none where they are more than three.
    """
    if not head.number:
        return head.name
    said = f"{head.name}: {count(head.number, head.unit.removesuffix('s'))}"
    for change in ("deteriorated", "improved"):
        moved = _widest([one for one in risks if one.change == change])
        if moved:
            return f"{said}, {listed(moved)} {change}"
    if head.number < FEWEST:
        return said
    most = max(tags, key=lambda one: one.number, default=None)
    if most and 2 * most.number > head.number:
        names = tuple(one.name for one in tags if one.number == most.number)
        if len(names) <= MOST_NAMED:
            return f"{said}, {_most(most.number, head.number)} on {listed(names)}"
    number = max((one.now.units for one in risks), default=0)
    widest = _widest(risks)
    if widest and 2 * number > head.number:
        share = f"{_most(number, head.number)} with a risk of"
        return f"{said}, {share} {listed(widest)}"
    return said


def _widest(risks: Sequence[CategoryRisk]) -> tuple[str, ...]:
    """Return what the categories are called that most state a risk of, no more than three."""
    most = max((one.now.units for one in risks), default=0)
    found = tuple(_label(one) for one in risks if one.now.units == most)
    return found if len(found) <= MOST_NAMED else ()


def shared(found: pd.DataFrame, unit: Unit) -> str:
    """Return how much counts for both of two areas; ``found`` is ``regions.shared_totals``."""
    number = cells.number(found["units"].iloc[0])
    one = unit.removesuffix("s")
    if not number:
        return f"No {one} is counted in both areas."
    return f"{count(number, one)} {'is' if number == 1 else 'are'} counted in both areas."


def _label(cell: CategoryRisk) -> str:
    return category_label(cell.category).lower()


def _most(some: int, number: int) -> str:
    return "all of them" if some == number else "most of them"


def both(one: Head, other: Head) -> str:
    """Return the headline of two areas side by side: which one more is reported on."""
    if one.number == other.number:
        return f"{one.name} and {other.name}: {count(one.number, one.unit[:-1])} each"
    more, less = sorted((one, other), key=lambda head: -head.number)
    return (
        f"{more.name} has {count(more.number, more.unit[:-1])},"
        f" {less.name} {f'{less.number:,}' if less.number else 'none'}"
    )
