"""The headline of an area: the strongest thing that its numbers carry, else its name."""

from collections.abc import Sequence

from dash_intel.query.area_risk import CategoryRisk
from dash_intel.view.regions import Head
from dash_intel.view.tallies import Tally
from dash_intel.view.words import count
from dash_intel.vocab.categories import category_label

FEWEST = 3


def headline(head: Head, risks: Sequence[CategoryRisk], tags: Sequence[Tally]) -> str:
    """Return what reports on an area say most of all; its name where they say nothing.

    A category that deteriorated comes first, then one that improved, then a tag that most reports
    carry, then a category that most state a risk of.
    """
    if not head.number:
        return head.name
    said = f"{head.name}: {count(head.number, head.unit.removesuffix('s'))}"
    for change in ("deteriorated", "improved"):
        moved = max(
            (one for one in risks if one.change == change),
            key=lambda one: one.now.units,
            default=None,
        )
        if moved:
            return f"{said}, {_label(moved)} {change}"
    if head.number < FEWEST:
        return said
    most = max(tags, key=lambda one: one.number, default=None)
    if most and 2 * most.number > head.number:
        return f"{said}, {_most(most.number, head.number)} on {most.name}"
    widest = max(risks, key=lambda one: one.now.units, default=None)
    if widest and 2 * widest.now.units > head.number:
        share = _most(widest.now.units, head.number)
        return f"{said}, {share} with a risk of {_label(widest)}"
    return said


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
