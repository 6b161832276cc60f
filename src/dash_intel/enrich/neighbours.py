"""Which of many sentences are alike, without comparing each with each.

Advice is compared where two pieces share two of their rarest stems, six in ten of all, and all that
must be equal. Of ``n`` stems the ``n // 4 + 2`` rarest are looked at: two sentences of cosine .75
share two of those, unless one or two stems outweigh all the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
Owners = npt.NDArray[np.signedinteger[Any]]
"""Places of sentences; in 32 bits where there are many."""
Keys = npt.NDArray[np.uint64]
Truth = npt.NDArray[np.bool_]

PAIRS_AT_ONCE = 500_000
MOST_STEMS = 48
"""The rarest stems of a sentence that are compared."""

_NO_STEM = 1 << 40
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Marks(NamedTuple):
    """Which stems are names, and which stand nowhere in small letters, one by one."""

    is_name: Truth
    is_capital: Truth


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sentences as sparse vectors, the stems of each by falling weight, then by number.

    The stems of sentence ``i`` lie at ``starts[i]:starts[i + 1]``; ``norms`` are sums of squares.
    ``codes`` number the stems from 0 to ``kinds``; ``names`` tells how many each sentence has.
    """

    starts: Whole
    stems: Small
    squares: Small
    is_name: Truth
    is_capital: Truth
    norms: Whole
    signatures: Keys
    codes: Small
    kinds: int
    names: Small

    @property
    def sizes(self) -> Whole:
        """How many stems each has."""
        return np.diff(self.starts)

    def without(self, stems: Sequence[int | None]) -> "Vectors":
        """Return the sentences without one stem each, where it is given."""
        owners = np.repeat(np.arange(len(self.norms)), self.sizes)
        gone = np.array([_NO_STEM if stem is None else stem for stem in stems], np.int64)
        kept = self.stems != gone[owners]
        weights = np.rint(np.sqrt(self.squares[kept])).astype(np.int64)
        marks = Marks(self.is_name[kept], self.is_capital[kept])
        return vectors(owners[kept], self.stems[kept], weights, marks, len(self.norms))


@dataclass(frozen=True, slots=True)
class Lookup:
    """Keys that sentences are looked up by, and whose they are."""

    keys: Keys
    owners: Owners


def vectors(owners: Whole, stems: Small, weights: Whole, marks: Marks, count: int) -> Vectors:
    """Return ``count`` sentences whose stems are given one by one, the owners rising."""
    order = np.lexsort((stems, -weights, owners))
    owners, stems = owners[order], stems[order]
    squares = weights[order] ** 2
    sizes = np.bincount(owners, minlength=count)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    kept = np.arange(len(owners)) - starts[owners] < MOST_STEMS
    owners = owners[kept]
    is_name, is_capital = marks.is_name[order][kept], marks.is_capital[order][kept]
    stems = stems[kept].astype(np.int32)
    own_squares: Small = squares[kept].astype(np.int32)
    starts = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=count))))
    norms = np.zeros(count, np.int64)
    np.add.at(norms, owners, own_squares)
    signatures = np.zeros(count, np.uint64)
    bits = np.uint64(1) << (mixed(stems.astype(np.uint64)) >> np.uint64(58))
    np.bitwise_or.at(signatures, owners, bits)
    different, codes = np.unique(stems, return_inverse=True)
    return Vectors(
        starts,
        stems,
        own_squares,
        is_name,
        is_capital,
        norms,
        signatures,
        codes.astype(np.int32),
        len(different),
        np.bincount(owners[is_name], minlength=count).astype(np.int32),
    )


def chained(parts: Sequence[Vectors]) -> Vectors:
    """Return the sentences of several lists as one list, in their order."""
    if len(parts) == 1:
        return parts[0]
    stems = np.concatenate([part.stems for part in parts])
    different, codes = np.unique(stems, return_inverse=True)
    return Vectors(
        np.concatenate(([0], np.cumsum(np.concatenate([part.sizes for part in parts])))),
        stems,
        np.concatenate([part.squares for part in parts]),
        np.concatenate([part.is_name for part in parts]),
        np.concatenate([part.is_capital for part in parts]),
        np.concatenate([part.norms for part in parts]),
        np.concatenate([part.signatures for part in parts]),
        codes.astype(np.int32),
        len(different),
        np.concatenate([part.names for part in parts]),
    )


def met(
    found: Vectors, lookup: Lookup, is_wanted: Truth, share: float = 0.0
) -> Iterator[tuple[Whole, Whole]]:
    """Yield pairs with a key in common, at least one of each wanted; a pair may come again.

    Pairs go that cannot share this ``share`` of their stems (of the mean of both, geometric).
    """
    keys, owners = _in_order(lookup, is_wanted)
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    sizes = np.diff(np.append(begins, len(keys)))
    counts = np.repeat(begins + sizes, sizes) - np.arange(len(keys)) - 1
    del keys, begins, sizes
    leading = np.flatnonzero(counts * is_wanted[owners])
    counts = counts[leading]
    totals = np.cumsum(counts)
    start = 0
    while start < len(leading):
        before = totals[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(totals, before + PAIRS_AT_ONCE, "right")))
        one, other = _pairs(owners, leading[start:end], counts[start:end])
        kept = one != other
        if share:
            kept &= _may_share(found, one, other, share)
        one, other = one[kept], other[kept]
        both = np.unique(np.minimum(one, other) << 32 | np.maximum(one, other))
        yield both >> 32, both & 0xFFFFFFFF
        start = end


def _in_order(lookup: Lookup, is_wanted: Truth) -> tuple[Keys, Owners]:
    """Return the keys that several have and their owners, those of a key side by side.

    Of the owners of one key those that are wanted come first.
    """
    order = np.lexsort((~is_wanted[lookup.owners], lookup.keys))
    keys = lookup.keys[order]
    is_next = keys[1:] == keys[:-1]
    is_shared = np.concatenate((is_next, [False])) | np.concatenate(([False], is_next))
    is_shared = is_shared[: len(keys)]
    return keys[is_shared], lookup.owners[order[is_shared]]


def _pairs(owners: Owners, leading: Whole, counts: Whole) -> tuple[Whole, Whole]:
    """Return each leading place with each of the ``counts`` places behind it."""
    behind = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    others = owners[np.repeat(leading + 1, counts) + behind].astype(np.int64)
    return np.repeat(owners[leading].astype(np.int64), counts), others


def _may_share(found: Vectors, one: Whole, other: Whole, share: float) -> Truth:
    """Tell which pairs may share so many stems, from one bit a stem."""
    bits = np.bitwise_count(found.signatures).astype(np.int16)
    sizes = np.minimum(found.sizes, MOST_STEMS).astype(np.int16)
    doubled = sizes - bits
    both = np.bitwise_count(found.signatures[one] & found.signatures[other]).astype(np.int16)
    most = both + np.minimum(doubled[one], doubled[other])
    enough: Truth = most >= share * np.sqrt(sizes[one] * sizes[other])
    return enough


def padded(found: Vectors, items: Owners, width: int, empty: int) -> tuple[Small, Small, Truth]:
    """Return stems, squares and names of ``items``, a row each; ``empty`` fills the stems."""
    places = found.starts[items][:, None] + np.arange(width)
    there = places < found.starts[items + 1][:, None]
    places = np.where(there, places, 0)
    stems = np.where(there, found.stems[places], np.int32(empty))
    return stems, np.where(there, found.squares[places], np.int32(0)), there & found.is_name[places]


def mixed(values: Keys) -> Keys:
    """Return 64 bits each of which depends on all of ``values`` (SplitMix64)."""
    bits = values * _MIX + _MIX
    bits ^= bits >> np.uint64(30)
    bits *= np.uint64(0xBF58476D1CE4E5B9)
    bits ^= bits >> np.uint64(27)
    bits *= np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))
