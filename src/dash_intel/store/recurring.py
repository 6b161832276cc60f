"""Which sentences say the same in other words, for a few hundred of them at a time.

Likeness is the cosine of rarity-weighted stems, as of advice; the weights are those of the
sentences that are compared. Groups are by complete linkage: each pair of a group is alike.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from dash_intel.enrich.linkage import Edge, groups
from dash_intel.enrich.similar import SIMILAR, Weights, Wording, opposed
from dash_intel.enrich.stems import parts

LEAST = round(1000 * SIMILAR)
"""Likeness, in thousandths, from which two sentences say the same."""

MOST = 400
"""How many sentences are compared at a time, each with each."""


def alike(texts: Sequence[str]) -> tuple[Edge, ...]:
    """Return the pairs of at most ``MOST`` sentences that are alike, by their places.

    A negation that only one has, or opposed verbs, keep two apart.
    """
    wordings = [Wording(parts(text), frozenset()) for text in texts[:MOST]]
    likeness = _cosines(wordings)
    ones, others = np.nonzero(np.triu(likeness >= LEAST, 1))
    return tuple(
        (one, other, int(likeness[one, other]))
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
        if not _apart(wordings[one], wordings[other])
    )


def grouped(pairs: Iterable[Edge], among: Iterable[int]) -> list[tuple[int, ...]]:
    """Return the groups of two or more that pairs make of the sentences ``among`` them."""
    held = frozenset(among)
    return groups((pair for pair in pairs if pair[0] in held and pair[1] in held), LEAST)


def _cosines(wordings: Sequence[Wording]) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    stems = sorted(frozenset().union(*(one.parts.stems for one in wordings)))
    columns = {stem: at for at, stem in enumerate(stems)}
    weights = Weights(wordings)
    found = np.zeros((len(wordings), max(1, len(stems))))
    for row, one in enumerate(wordings):
        for stem in one.parts.stems:
            found[row, columns[stem]] = weights[stem]
    norms = np.sqrt((found**2).sum(axis=1))
    found /= np.where(norms, norms, 1)[:, None]
    return np.rint(1000 * (found @ found.T)).astype(np.int64)


def _apart(one: Wording, other: Wording) -> bool:
    a, b = one.parts, other.parts
    return a.is_negated != b.is_negated or opposed(a.sides, b.sides)
