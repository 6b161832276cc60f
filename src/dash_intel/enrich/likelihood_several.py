"""Whether one sentence states several likelihoods: other words of it, in another clause."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_INITIALS = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])"
"""Before a point that ends no sentence: “U.S.”, “St.”."""

_CLAUSE = re.compile(
    rf"[,:](?!\d)|[;—!?]|{_INITIALS}\.(?=\s|$)|\s[-–]\s"
    r"|\b(?i:and|or|but|yet|while|whilst|whereas|although|though)\b"
)
_ADDED = re.compile(
    r"[\W_]*(?:(?:and|or|but|yet|though|albeit|if not|even|still|perhaps)[\W_]*)+", re.IGNORECASE
)


class Statement(NamedTuple):
    """A likelihood of a sentence: its kind, its figures where it has some, where it stands.

    ``start`` and ``end`` are places in ``words``; shares go from 0 to 1.
    """

    kind: tuple[str, str | None]
    band: tuple[float, float] | None
    start: int
    end: int


def is_one_of_several(words: str, taken: Statement, others: Iterable[Statement]) -> bool:
    """Tell whether one of ``others`` says another likelihood than ``taken``, in another clause."""
    return any(_differs(taken, other) and _is_apart(words, taken, other) for other in others)


def _differs(one: Statement, other: Statement) -> bool:
    if one.kind == other.kind:
        return False
    has_figure = "number" in {one.kind[0], other.kind[0]}
    if has_figure and one.band is not None and other.band is not None:
        return one.band[0] > other.band[1] or other.band[0] > one.band[1]
    return True


def _is_apart(words: str, one: Statement, other: Statement) -> bool:
    """Tell whether a clause ends between two; “unlikely but possible” is one clause."""
    first, last = sorted((one, other), key=lambda statement: statement.start)
    between = words[first.end : last.start]
    return bool(_CLAUSE.search(between)) and _ADDED.fullmatch(between) is None
