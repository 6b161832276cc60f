"""What two reports have in common: names, and words of other kinds."""

import numpy as np

from dash_intel.enrich.neighbours import (
    CELLS,
    MOST_STEMS,
    Small,
    Truth,
    Vectors,
    Whole,
    padded,
)


def in_common(found: Vectors, one: Whole, other: Whole) -> tuple[Small, Small]:
    """Return how many names and how many other stems each pair has in common.

    A name is marked as one on one side at least, and stands in small letters on neither.
    """
    names, others = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    step = CELLS // MOST_STEMS**2
    for start in range(0, len(one), step):
        a, b = one[start : start + step], other[start : start + step]
        (stems_a, _, names_a), (stems_b, _, names_b) = (
            padded(found, item, MOST_STEMS, empty) for item, empty in ((a, -1), (b, -2))
        )
        equal = stems_a[:, :, None] == stems_b[:, None, :]
        capital = _capital(found, a)[:, :, None] & _capital(found, b)[:, None, :]
        is_name = capital & (names_a[:, :, None] | names_b[:, None, :])
        named = (equal & is_name).sum(axis=(1, 2), dtype=np.int32)
        names.append(named)
        others.append(equal.sum(axis=(1, 2), dtype=np.int32) - named)
    return np.concatenate(names), np.concatenate(others)


def _capital(found: Vectors, items: Whole) -> Truth:
    places = found.starts[items][:, None] + np.arange(MOST_STEMS)
    there = places < found.starts[items + 1][:, None]
    capital: Truth = there & found.is_capital[np.where(there, places, 0)]
    return capital
