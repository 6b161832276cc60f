"""Measures of agreement."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, over ``true`` + ``missed`` labels."""

    true: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        read = self.true + self.false
        return self.true / read if read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was read; 1 where nothing is there."""
        there = self.true + self.missed
        return self.true / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = 2 * self.true + self.false + self.missed
        return 2 * self.true / both if both else 1.0


def told(there: Sequence[bool], read: Sequence[bool]) -> Score:
    """Return the score of a yes or no."""
    pairs = list(zip(there, read, strict=True))
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def set_score(expected: Iterable[set[Label]], actual: Iterable[set[Label]]) -> Score:
    """Return the score over all labels of all items together (micro average)."""
    true = false = missed = 0
    for there, read in zip(expected, actual, strict=True):
        true += len(there & read)
        false += len(read - there)
        missed += len(there - read)
    return Score(true, false, missed)


def accuracy(expected: Sequence[Label], actual: Sequence[Label]) -> float:
    """Return the share of equal labels."""
    pairs = list(zip(expected, actual, strict=True))
    return sum(there == read for there, read in pairs) / len(pairs)


def kappa(first: Sequence[Label], second: Sequence[Label]) -> float:
    """Return Cohen's kappa of two raters on labels without order.

    Source: Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
    """
    observed = accuracy(first, second)
    one, two = Counter(first), Counter(second)
    expected = sum(one[label] * two[label] for label in one) / len(first) ** 2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def weighted_kappa(first: Sequence[int], second: Sequence[int]) -> float:
    """Return Cohen's kappa with quadratic weights, of two raters on levels.

    Source: Cohen, Weighted Kappa, 1968.
    """
    one, two = Counter(first), Counter(second)
    observed = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) / len(first)
    expected = sum(one[a] * two[b] * (a - b) ** 2 for a in one for b in two) / len(first) ** 2
    return 1.0 if expected == 0 else 1 - observed / expected
