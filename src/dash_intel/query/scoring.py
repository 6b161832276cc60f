"""How good probabilities were, once it is known what occurred.

All is of single yes-or-no statements: a probability from 0 to 1, and whether it occurred. The Brier
score is that of Brier (1950, Monthly Weather Review 78) for one of two outcomes, from 0 to 1; the
logarithmic score that of Good (1952, Journal of the Royal Statistical Society B 14).
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dash_intel.vocab.likelihood import TERMS, yardsticks

SURE = 0.01
"""A probability nearer to 0 or 1 counts as this near for the logarithmic score."""

FEWEST_IN_BAND = 5
"""A band of fewer forecasts says nothing of how often they come true."""

FEWEST_FOR_CURVE = 30
"""A calibration curve of fewer forecasts shows chance."""

CHANCE = 1 / 3
"""How often one of three scenarios would be the one that occurs if they were drawn."""

YARDSTICK = "icd203"
_Z = 1.959963984540054


class Forecast(NamedTuple):
    """A probability and what became of it; ``low`` and ``high`` are the ends of a band of words."""

    probability: float
    occurred: bool
    low: float
    high: float


class Interval(NamedTuple):
    """The ends of what a figure may be."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Murphy:
    """What a mean Brier score is made of, with the seven bands of ICD 203 as bins.

    ``reliability`` is how far stated and observed shares of bands lie apart, ``resolution`` how far
    observed shares lie from that of all, ``uncertainty`` the spread of the outcomes themselves, and
    ``within`` what forecasts of one band that differ add.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def brier(self) -> float:
        """Their sum, the mean Brier score."""
        return self.reliability - self.resolution + self.uncertainty + self.within


@dataclass(frozen=True, slots=True)
class BandShare:
    """How often the forecasts of one band came true.

    ``term`` is that of the yardstick, ``stated`` the mean of the ``n`` probabilities, ``observed``
    the share of them that occurred, and ``interval`` what that share may be, with 95 %.
    """

    term: str
    n: int
    occurred: int
    stated: float
    observed: float
    interval: Interval


def brier(probability: float, *, occurred: bool) -> float:
    """Return the squared distance of a probability from what occurred, 0 at best and 1 at worst.

    Of 70 % for rain and rain it is .09, of 30 % .49, and of 50 % .25 whatever happens.
    """
    return (probability - occurred) ** 2


def log_score(probability: float, *, occurred: bool) -> float:
    """Return minus the natural logarithm of the probability that was given to what happened.

    It is 0 at best; 50 % gives .693, and 1 % or less for what occurred 4.605, which is the worst.
    """
    kept = min(max(probability, SURE), 1 - SURE)
    return -math.log(kept if occurred else 1 - kept)


def brier_interval(one: Forecast) -> Interval:
    """Return the least and the greatest Brier score that a band of words allows.

    The score is monotone in the probability, so its ends are those of the band.
    """
    return _between(*(brier(end, occurred=one.occurred) for end in (one.low, one.high)))


def log_interval(one: Forecast) -> Interval:
    """Return the least and the greatest logarithmic score that a band of words allows."""
    return _between(*(log_score(end, occurred=one.occurred) for end in (one.low, one.high)))


def expected_rate(occurred: int, others: int) -> float:
    """Return the probability that knowing only ``others`` of the same kind gives.

    It is the rule of succession, (occurred + 1) / (others + 2): half without any other, and close
    to the share of those that occurred where there are many. Laplace (1774).
    """
    return (occurred + 1) / (others + 2)


def skill(score: float, reference: float) -> float | None:
    """Return how much of the reference's mean Brier score is saved; None where that is 0.

    1 is perfect, 0 no better than the reference, below 0 worse: 1 - score / reference.
    """
    return 1 - score / reference if reference else None


def wilson(successes: int, n: int) -> Interval:
    """Return the interval that holds a share with 95 %; all from 0 to 1 where there is nothing.

    Wilson (1927, Journal of the American Statistical Association 22). Newcombe (1998, Statistics in
    Medicine 17) gives 81 of 263 as .2553 to .3662, and 0 of 20 as 0 to .1611.
    """
    if not n:
        return Interval(0.0, 1.0)
    share, spread = successes / n, _Z * _Z / n
    middle = share + spread / 2
    reach = math.sqrt(spread * (share * (1 - share) + spread / 4))
    low, high = ((middle + way * reach) / (1 + spread) for way in (-1, 1))
    return Interval(
        0.0 if not successes else max(0.0, low), 1.0 if successes == n else min(1.0, high)
    )


def band_of(probability: float) -> int:
    """Return which of the seven bands of ICD 203 a probability lies in, the least likely being 0.

    One on a border lies in the band above it; below 1 % is the lowest, above 99 % the highest.
    """
    bands = yardsticks()[YARDSTICK]
    return bisect_right([bands[term].low for term in TERMS[1:]], probability)


def band_shares(forecasts: Sequence[Forecast]) -> tuple[BandShare, ...]:
    """Return how often the forecasts of each band came true, bands without any left out."""
    return tuple(
        BandShare(
            TERMS[band],
            len(held),
            sum(one.occurred for one in held),
            _mean([one.probability for one in held]),
            _mean([one.occurred for one in held]),
            wilson(sum(one.occurred for one in held), len(held)),
        )
        for band, held in _banded(forecasts)
    )


def murphy(forecasts: Sequence[Forecast]) -> Murphy | None:
    """Return what the mean Brier score of forecasts is made of; None without any.

    Murphy (1973, Journal of Applied Meteorology 12), with the mean of a band's probabilities as its
    own. That is exact only where all of a band are equal, so ``within`` has the two terms of
    Stephenson, Coelho and Jolliffe (2008, Weather and Forecasting 23): the variance of
    probabilities within bands less twice their covariance with the outcomes.
    """
    if not forecasts:
        return None
    n, overall = len(forecasts), _mean([one.occurred for one in forecasts])
    reliability = resolution = within = 0.0
    for _, held in _banded(forecasts):
        stated = _mean([one.probability for one in held])
        observed = _mean([one.occurred for one in held])
        reliability += len(held) * (stated - observed) ** 2
        resolution += len(held) * (observed - overall) ** 2
        within += sum(
            (one.probability - stated) * (one.probability - stated - 2 * (one.occurred - observed))
            for one in held
        )
    return Murphy(reliability / n, resolution / n, overall * (1 - overall), within / n)


def _banded(forecasts: Sequence[Forecast]) -> list[tuple[int, list[Forecast]]]:
    held: dict[int, list[Forecast]] = {}
    for one in forecasts:
        held.setdefault(band_of(one.probability), []).append(one)
    return sorted(held.items())


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _between(one: float, other: float) -> Interval:
    return Interval(min(one, other), max(one, other))
