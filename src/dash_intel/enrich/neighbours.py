"""Which of many sentences are alike, without comparing each with each.

Advice is compared where two pieces share two of their rarest stems, six in ten of all, and all that
must be equal. Of ``n`` stems the ``n // 4 + 2`` rarest are looked at: two sentences of cosine .75
share two of those, unless one or two stems outweigh all the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]
Truth = npt.NDArray[np.bool_]

PAIRS_AT_ONCE = 500_000
MOST_STEMS = 48
"""The rarest stems of a sentence that are compared."""

_SHORT = 16
_NO_STEM = 1 << 40
CELLS = 4_000_000
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Marks(NamedTuple):
    """Which stems are names, and which stand nowhere in small letters, one by one."""

    is_name: Truth
    is_capital: Truth


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sentences as sparse vectors, the stems of each by falling weight, then by number.

    The stems of sentence ``i`` lie at ``starts[i]:starts[i + 1]``; ``norms`` are sums of squares.
    """

    starts: Whole
    stems: Small
    squares: Small
    is_name: Truth
    is_capital: Truth
    norms: Whole
    signatures: Keys

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
    owners: Whole


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of sentences that were compared, the smaller first, with cosines in thousandths.

    ``names_shared`` tells that neither names what the other lacks, ``is_replaced`` that each has
    a stem that the other lacks.
    """

    one: Whole
    other: Whole
    likeness: Whole
    names_shared: Truth
    is_replaced: Truth

    def chosen(self, which: Truth | Whole) -> "Found":
        """Return those that ``which`` tells, by truth or place."""
        return Found(
            self.one[which],
            self.other[which],
            self.likeness[which],
            self.names_shared[which],
            self.is_replaced[which],
        )


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
    return Vectors(starts, stems, own_squares, is_name, is_capital, norms, signatures)


def met(
    found: Vectors, lookup: Lookup, is_wanted: Truth, share: float = 0.0
) -> Iterator[tuple[Whole, Whole]]:
    """Yield pairs with a key in common, at least one of each wanted; a pair may come again.

    Pairs go that cannot share this ``share`` of their stems (of the mean of both, geometric).
    """
    order = np.lexsort((~is_wanted[lookup.owners], lookup.keys))
    keys, owners = lookup.keys[order], lookup.owners[order]
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
    sizes = np.diff(np.append(begins, len(keys)))
    counts = np.repeat(begins + sizes, sizes) - np.arange(len(keys)) - 1
    leading = np.flatnonzero(counts * is_wanted[owners])
    counts = counts[leading]
    totals = np.cumsum(counts)
    start = 0
    while start < len(leading):
        before = totals[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(totals, before + PAIRS_AT_ONCE, "right")))
        one, other = _pairs(owners, leading[start:end], counts[start:end])
        kept = _may_share(found, one, other, share) & (one != other)
        one, other = one[kept], other[kept]
        both = np.unique(np.minimum(one, other) << 32 | np.maximum(one, other))
        yield both >> 32, both & 0xFFFFFFFF
        start = end


def compared(found: Vectors, one: Whole, other: Whole, least: int) -> Found:
    """Return the pairs whose cosine is at least ``least`` thousandths."""
    longest = found.sizes
    is_short = np.maximum(longest[one], longest[other]) <= _SHORT
    parts = [
        _compared(found, one[chosen], other[chosen], width, least)
        for chosen, width in ((is_short, _SHORT), (~is_short, MOST_STEMS))
    ]
    return joined(parts)


def joined(parts: Sequence[Found]) -> Found:
    """Return pairs of several lists as one, each once, in order."""
    if not parts:
        nothing = np.zeros(0, np.int64)
        return Found(nothing, nothing, nothing, nothing > 0, nothing > 0)
    one = np.concatenate([part.one for part in parts])
    other = np.concatenate([part.other for part in parts])
    likeness = np.concatenate([part.likeness for part in parts])
    names_shared = np.concatenate([part.names_shared for part in parts])
    is_replaced = np.concatenate([part.is_replaced for part in parts])
    _, first = np.unique(one << 32 | other, return_index=True)
    return Found(one, other, likeness, names_shared, is_replaced).chosen(first)


def _compared(found: Vectors, one: Whole, other: Whole, width: int, least: int) -> Found:
    parts = []
    step = CELLS // width**2
    for start in range(0, len(one), step):
        a, b = one[start : start + step], other[start : start + step]
        (stems_a, squares, names_a), (stems_b, _, names_b) = (
            padded(found, item, width, empty) for item, empty in ((a, -1), (b, -2))
        )
        equal = stems_a[:, :, None] == stems_b[:, None, :]
        in_b, in_a = equal.any(axis=2), equal.any(axis=1)
        dot = (squares * in_b).sum(axis=1, dtype=np.int64)
        norms = np.sqrt(found.norms[a].astype(np.float64) * found.norms[b])
        likeness = np.rint(1000 * dot / np.maximum(norms, 1)).astype(np.int64)
        shared = ~((names_a & ~in_b).any(axis=1) | (names_b & ~in_a).any(axis=1))
        lacking = (~in_b & (stems_a != -1)).any(axis=1) & (~in_a & (stems_b != -2)).any(axis=1)
        parts.append(Found(a, b, likeness, shared, lacking).chosen(likeness >= least))
    return joined(parts)


def _pairs(owners: Whole, leading: Whole, counts: Whole) -> tuple[Whole, Whole]:
    """Return each leading place with each of the ``counts`` places behind it."""
    behind = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(owners[leading], counts), owners[np.repeat(leading + 1, counts) + behind]


def _may_share(found: Vectors, one: Whole, other: Whole, share: float) -> Truth:
    """Tell which pairs may share so many stems, from one bit a stem."""
    bits = np.bitwise_count(found.signatures).astype(np.int16)
    sizes = np.minimum(found.sizes, MOST_STEMS).astype(np.int16)
    doubled = sizes - bits
    both = np.bitwise_count(found.signatures[one] & found.signatures[other]).astype(np.int16)
    most = both + np.minimum(doubled[one], doubled[other])
    enough: Truth = most >= share * np.sqrt(sizes[one] * sizes[other])
    return enough


def padded(found: Vectors, items: Whole, width: int, empty: int) -> tuple[Small, Small, Truth]:
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
