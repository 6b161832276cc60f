"""Verbs of opposed advice: to expand something and to reduce it, to lift it and to impose it.

A verb stands on one side of an axis, or on sides of several; what stands on the two sides of one
axis is opposed. Verbs may have a particle (``scale down``).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dash_intel.errors import VocabularyError
from dash_intel.vocab.table import rows

COLUMNS = ("axis", "side", "verb")
MOST_AXES = 60


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One side of an axis; ``axis`` counts from 0 in the order of the file."""

    axis: int
    side: Literal["for", "against"]

    @property
    def opposite(self) -> "Side":
        """The other side of the same axis."""
        return Side(self.axis, "against" if self.side == "for" else "for")


@cache
def opposites() -> Mapping[str, frozenset[Side]]:
    """Return verb → the sides it stands on; ``VocabularyError`` where it stands on both of one."""
    axes: dict[str, int] = {}
    found: dict[str, set[Side]] = defaultdict(set)
    for row in rows("opposites", COLUMNS):
        number = axes.setdefault(row["axis"], len(axes))
        verb, side = " ".join(row["verb"].casefold().split()), row["side"]
        if not verb:
            raise VocabularyError(f"opposites.csv: a verb of axis “{row['axis']}” is empty")
        if side == "for":
            one = Side(number, "for")
        elif side == "against":
            one = Side(number, "against")
        else:
            raise VocabularyError(f"opposites.csv: “{verb}” stands on side “{side}”")
        if one.opposite in found[verb]:
            raise VocabularyError(f"opposites.csv: “{verb}” stands on both sides of an axis")
        found[verb].add(one)
    if len(axes) > MOST_AXES:
        raise VocabularyError(f"opposites.csv: more than {MOST_AXES} axes")
    return {verb: frozenset(sides) for verb, sides in found.items()}
