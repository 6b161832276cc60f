"""Chance that a key decides: the same key gives the same choices on every machine."""

from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

One = TypeVar("One")


class Chance:
    """A series of choices. Only ``Random.random`` is used: Python promises its series for good."""

    def __init__(self, key: str) -> None:
        self._share = Random(key).random  # noqa: S311 - repeatable on purpose, no secret

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does so in ``share`` of all cases, 0 to 1."""
        return self._share() < share

    def number(self, low: int, high: int) -> int:
        """Return a number from ``low`` to ``high``, both included."""
        return low + int(self._share() * (high - low + 1))

    def one_of(self, options: Sequence[One]) -> One:
        """Return one of ``options``, each as likely as the others."""
        return options[int(self._share() * len(options))]

    def skewed(self, options: Sequence[One]) -> One:
        """Return one of ``options``, the first twice as often as the second (Zipf's law)."""
        shares = _zipf(len(options))
        return options[bisect(shares, self._share() * shares[-1], hi=len(shares) - 1)]

    def weighted(self, options: Sequence[One], shares: Sequence[float]) -> One:
        """Return one of ``options``; ``shares`` are running sums, the last one the whole."""
        return options[bisect(shares, self._share() * shares[-1], hi=len(shares) - 1)]

    def several(self, options: Sequence[One], number: int) -> list[One]:
        """Return ``number`` different ones of ``options``."""
        left = list(options)
        return [left.pop(int(self._share() * len(left))) for _ in range(number)]


@cache
def _zipf(number: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / rank for rank in range(1, number + 1)))
