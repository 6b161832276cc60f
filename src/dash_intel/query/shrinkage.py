"""Shares of few reports, drawn towards the share of all: empirical Bayes for a matrix of shares.

A cell with ``high`` of ``n`` reports is taken as (high + k g) / (n + k): g is the share of all
reports, and k says how many reports g is worth. Marshall (1991, Applied Statistics 40) draws rates
of small areas to their mean so, as spdep's ``EBest`` and epiR's ``epi.empbayes`` do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]

LEAST_WEIGHT, MOST_WEIGHT, USUAL_WEIGHT = 2.0, 20.0, 5.0
COVERAGE = 0.8
_LEAST = 0.5
_STEPS = 301
_WIDTH = 8.0


@dataclass(frozen=True, slots=True)
class Prior:
    """What a cell is drawn towards: the ``share`` of all, worth as much as ``weight`` reports.

    Both may have one figure a column.
    """

    share: float | Figures
    weight: float | Figures


def prior_weight(high: Figures, n: Figures) -> float:
    """Return k, how many reports the share of all is worth, from the cells' spread.

    By method of moments: where shares of areas scatter with variance v beyond what their numbers
    of reports explain, the mean m being over all areas, k = m (1 - m) / v - 1. It is kept from 2
    to 20, which it is where they scatter no more than by chance; 5 where nothing can be said: of
    fewer than two areas with reports, or where all or none of the reports are high.
    """
    seen = n > 0
    high, n = high[seen], n[seen]
    mean = float(high.sum() / n.sum()) if len(n) else 0.0
    if len(n) < 2 or not 0 < mean < 1:
        return USUAL_WEIGHT
    spread = float((n * (high / n - mean) ** 2).sum() / n.sum())
    beyond = spread - mean * (1 - mean) / float(n.mean())
    if beyond <= 0:
        return MOST_WEIGHT
    return float(np.clip(mean * (1 - mean) / beyond - 1, LEAST_WEIGHT, MOST_WEIGHT))


def shrunken(high: Figures, n: Figures, prior: Prior) -> Figures:
    """Return the share of each cell drawn towards the prior, from 0 to 1."""
    return (high + prior.weight * prior.share) / (n + prior.weight)


def intervals(high: Figures, n: Figures, prior: Prior) -> tuple[Figures, Figures]:
    """Return the ends of the middle 80 % of the beta distribution of each cell's share.

    Its parameters are the numbers that ``shrunken`` divides, at least one half each, so that a
    share of 0 or 1 has an interval too.
    """
    ones = np.maximum(high + prior.weight * prior.share, _LEAST)
    others = np.maximum(n - high + prior.weight * (1 - prior.share), _LEAST)
    tail = (1 - COVERAGE) / 2
    low, top = beta_quantiles((tail, 1 - tail), ones.ravel(), others.ravel())
    return low.reshape(ones.shape), top.reshape(ones.shape)


def beta_quantiles(shares: Sequence[float], ones: Figures, others: Figures) -> tuple[Figures, ...]:
    """Return what beta distributions stay below with each probability of ``shares``.

    ``ones`` and ``others`` are their parameters, each at least one half. On the scale
    t = arcsin √x the density is sin t^(2a-1) cos t^(2b-1): bounded, and nearly normal with a
    standard deviation of 1 / (2 √(a+b)). It is summed over 301 steps of 8 such deviations to
    either side, which is exact to better than 0.001.
    """
    a, b = np.asarray(ones, float)[:, None], np.asarray(others, float)[:, None]
    middle = np.arcsin(np.sqrt(a / (a + b)))
    reach = _WIDTH / (2 * np.sqrt(a + b))
    start, end = np.maximum(middle - reach, 0), np.minimum(middle + reach, np.pi / 2)
    step = (end - start) / _STEPS
    at = start + step * (np.arange(_STEPS) + 0.5)
    logs = (2 * a - 1) * np.log(np.sin(at)) + (2 * b - 1) * np.log(np.cos(at))
    below = np.cumsum(np.exp(logs - logs.max(axis=1, keepdims=True)), axis=1)
    below /= below[:, -1:]
    return tuple(_crossed(below, share, start, step) for share in shares)


def _crossed(below: Figures, share: float, start: Figures, step: Figures) -> Figures:
    first = (below < share).sum(axis=1)[:, None]
    before = np.where(first > 0, np.take_along_axis(below, np.maximum(first - 1, 0), axis=1), 0.0)
    inside = (share - before) / (np.take_along_axis(below, first, axis=1) - before)
    found: Figures = np.sin(start + step * (first + inside))[:, 0] ** 2
    return found
