"""Keys by which sentences that may be alike are found: their rarest stems, or their names."""

from itertools import combinations

import numpy as np

from dash_intel.enrich.neighbours import Keys, Lookup, Owners, Vectors, Whole, mixed, padded

DEEPEST = 10
"""The rarest stems that sentences are looked up by."""


def by_two(found: Vectors, parts: Keys, items: Whole) -> Lookup:
    """Return two of the rarest stems of each of ``items`` as keys, with its part of ``parts``."""
    depth = np.minimum(np.minimum(found.sizes[items] // 4 + 2, found.sizes[items]), DEEPEST)
    rarest = _rarest(found, items, DEEPEST)
    keys, owners = [], []
    for one, other in combinations(range(DEEPEST), 2):
        there = depth > other
        both = mixed(mixed(rarest[there, one]) + rarest[there, other] + parts[there])
        keys.append(both)
        owners.append(items[there])
    return Lookup(np.concatenate(keys), np.concatenate(owners))


def by_one(found: Vectors, parts: Keys, items: Owners, depth: int) -> Lookup:
    """Return each of the ``depth`` rarest stems of each of ``items`` as a key, with its part."""
    rarest = _rarest(found, items, depth)
    sizes = found.sizes[items]
    keys, owners = [], []
    for at in range(depth):
        there = sizes > at
        keys.append(mixed(rarest[there, at] + parts[there]))
        owners.append(items[there])
    return Lookup(np.concatenate(keys), np.concatenate(owners))


def by_name(found: Vectors, parts: Keys, owners: Owners) -> Lookup:
    """Return each stem of each of ``owners`` that may be a name as a key, with its part."""
    sizes = found.sizes[owners]
    places = np.repeat(found.starts[owners] - np.cumsum(sizes) + sizes, sizes)
    places += np.arange(len(places))
    chosen = found.is_capital[places]
    stems = found.stems[places[chosen]].astype(np.uint64)
    keys = mixed(mixed(stems) + np.repeat(parts, sizes)[chosen])
    return Lookup(keys, np.repeat(owners, sizes)[chosen])


def _rarest(found: Vectors, items: Owners, depth: int) -> Keys:
    if not len(found.stems):
        return np.zeros((len(items), depth), np.uint64)
    stems, _, _ = padded(found, items, depth, 0)
    return mixed(stems.astype(np.uint64))
