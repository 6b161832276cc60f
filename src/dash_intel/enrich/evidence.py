"""What two sentences have in common: how alike they are, and which kinds of stems they share.

Sentences meet in many pairs, each with many others. So the stems of some sentences are spread out
in a table once, and those of all that they meet are looked up there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dash_intel.enrich.neighbours import Small, Truth, Vectors, Whole

PAIRS_A_BLOCK = 4_096
CELLS = 2_000_000
"""Bytes of the table: no more than the processor keeps near."""


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


def compared(found: Vectors, one: Whole, other: Whole, least: int) -> Found:
    """Return the pairs whose cosine is at least ``least`` thousandths, in order."""
    order = np.lexsort((other, one))
    parts = [_compared(found, block, least) for block in _blocks(found, one[order], other[order])]
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


def in_common(found: Vectors, pairs: Found) -> tuple[Small, Small]:
    """Return how many names and how many other stems each pair has in common.

    A name is marked as one on one side at least, and stands in small letters on neither. The pairs
    are in order, as ``compared`` returns them.
    """
    names, others = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for block in _blocks(found, pairs.one, pairs.other):
        a, b = block.places, block.other_places
        is_name = found.is_capital[a] & found.is_capital[b] & (found.is_name[a] | found.is_name[b])
        named = block.counts(is_name)
        names.append(named)
        others.append(block.counts() - named)
    return np.concatenate(names), np.concatenate(others)


class _Block(NamedTuple):
    """Some pairs and the stems that they share.

    A shared stem is that of the pair ``owners`` numbers; it lies at ``places`` in the first
    sentence and at ``other_places`` in the second.
    """

    one: Whole
    other: Whole
    owners: Whole
    places: Whole
    other_places: Whole

    def counts(self, which: Truth | None = None) -> Small:
        """Return how many stems each pair shares, of all or of those that ``which`` tells."""
        owners = self.owners if which is None else self.owners[which]
        return np.bincount(owners, minlength=len(self.one)).astype(np.int32)


def _compared(found: Vectors, block: _Block, least: int) -> Found:
    one, other, number = block.one, block.other, len(block.one)
    dot = np.bincount(block.owners, found.squares[block.places], number).astype(np.int64)
    norms = np.sqrt(found.norms[one].astype(np.float64) * found.norms[other])
    likeness = np.rint(1000 * dot / np.maximum(norms, 1)).astype(np.int64)
    names_shared = (block.counts(found.is_name[block.places]) == found.names[one]) & (
        block.counts(found.is_name[block.other_places]) == found.names[other]
    )
    sizes, shared = found.sizes, block.counts()
    is_replaced = (sizes[one] > shared) & (sizes[other] > shared)
    return Found(one, other, likeness, names_shared, is_replaced).chosen(likeness >= least)


def _blocks(found: Vectors, one: Whole, other: Whole) -> Iterator[_Block]:
    """Yield pairs, those of one first sentence together, with the stems that they share."""
    rows = max(1, min(PAIRS_A_BLOCK, CELLS // max(1, found.kinds)))
    table = np.full(rows * found.kinds, -1, np.int8)
    for start, end in pairwise(_bounds(one, rows)):
        a, b = one[start:end], other[start:end]
        items, row = np.unique(a, return_inverse=True)
        at, owners = _spread(found, items)
        cells = owners * found.kinds + found.codes[at]
        table[cells] = at - found.starts[items][owners]
        at, owners = _spread(found, b)
        within = table[row[owners] * found.kinds + found.codes[at]]
        table[cells] = -1
        hits = np.flatnonzero(within >= 0)
        owners = owners[hits]
        yield _Block(a, b, owners, found.starts[a][owners] + within[hits], at[hits])


def _bounds(one: Whole, rows: int) -> list[int]:
    """Return where blocks begin and end, of so many first sentences and not too many pairs."""
    number = np.cumsum(np.concatenate(([0], one[1:] != one[:-1]))) if len(one) else one
    full = np.flatnonzero(np.diff(number // rows)) + 1
    long = np.arange(0, len(one), PAIRS_A_BLOCK)
    bounds: list[int] = np.unique(np.concatenate((full, long, [len(one)]))).tolist()
    return bounds


def _spread(found: Vectors, items: Whole) -> tuple[Whole, Whole]:
    """Return where all stems of ``items`` lie, and the place of their sentence in ``items``."""
    begins, sizes = found.starts[items], found.starts[items + 1] - found.starts[items]
    owners = np.repeat(np.arange(len(items)), sizes)
    first = begins - np.cumsum(sizes) + sizes
    return first[owners] + np.arange(len(owners)), owners
