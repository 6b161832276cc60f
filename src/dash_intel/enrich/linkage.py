"""Grouping by pairs: two groups become one only where every pair across them is alike.

So a text that is alike to two groups never chains them into one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

import numpy as np

from dash_intel.enrich.neighbours import Truth, Whole

Edge = tuple[int, int, int]
"""Two items that are alike, and how much, in thousandths; the smaller item first."""


def groups(edges: Iterable[Edge], least: int = 0) -> list[tuple[int, ...]]:
    """Return groups of two or more items, each in rising order, the groups by first item.

    All pairs of a group are edges, and the mean of those across any two parts that were joined is
    at least ``least``. The most alike are joined first; ties go to the smallest items, so the
    order of ``edges`` does not matter.
    """
    joining = _Joining(edges)
    return sorted(tuple(sorted(one)) for one in joining.joined(least) if len(one) > 1)


def connected(one: Whole, other: Whole, seeds: Whole) -> Truth:
    """Tell which pairs hang together with the ``seeds``, by whatever number of pairs."""
    items, places = np.unique(np.concatenate((one, other)), return_inverse=True)
    ends = places[len(one) :], places[: len(one)]
    order = np.argsort(places, kind="stable")
    neighbours = np.concatenate(ends)[order]
    starts = np.searchsorted(places[order], np.arange(len(items) + 1))
    is_reached = np.isin(items, seeds)
    front = np.flatnonzero(is_reached)
    while len(front):
        counts = starts[front + 1] - starts[front]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        found = neighbours[np.repeat(starts[front], counts) + within]
        front = np.unique(found[~is_reached[found]])
        is_reached[front] = True
    reached: Truth = is_reached[places[: len(one)]]
    return reached


def medoid(group: Iterable[int], likeness: Mapping[tuple[int, int], int]) -> int:
    """Return the item that is most alike to the rest of its group, the smallest of equals."""
    members = sorted(group)
    return max(
        members,
        key=lambda item: (
            sum(likeness[min(item, one), max(item, one)] for one in members if one != item),
            -item,
        ),
    )


class _Joining:
    """Groups in the making, named by their smallest items; all pairs across two are edges."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._members: dict[int, list[int]] = {}
        self._across: dict[int, dict[int, int]] = defaultdict(dict)
        for one, other, likeness in edges:
            self._members[one], self._members[other] = [one], [other]
            self._across[one][other] = self._across[other][one] = likeness
        self._heap = [
            (-self._mean(one, other), one, other)
            for one, found in self._across.items()
            for other in found
            if one < other
        ]
        heapify(self._heap)

    def joined(self, least: int) -> Iterator[list[int]]:
        while self._heap:
            against, one, other = heappop(self._heap)
            is_there = other in self._across.get(one, {})
            if is_there and -against >= least and self._mean(one, other) == -against:
                self._join(one, other)
        yield from self._members.values()

    def _mean(self, one: int, other: int) -> float:
        pairs = len(self._members[one]) * len(self._members[other])
        return self._across[one][other] / pairs

    def _join(self, one: int, other: int) -> None:
        self._members[one] += self._members.pop(other)
        own, gone = self._across[one], self._across.pop(other)
        del own[other], gone[one]
        for third in [third for third in own if third not in gone]:
            del own[third], self._across[third][one]
        for third, total in gone.items():
            del self._across[third][other]
            if third in own:
                own[third] += total
                self._across[third][one] = own[third]
        for third in own:
            first, second = min(one, third), max(one, third)
            heappush(self._heap, (-self._mean(first, second), first, second))
