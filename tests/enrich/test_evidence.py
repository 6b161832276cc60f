"""What sentences share is counted as by comparing each stem with each."""

import numpy as np
import numpy.typing as npt
import pytest

from dash_intel.enrich import evidence
from dash_intel.enrich.evidence import compared, in_common
from dash_intel.enrich.neighbours import Marks, Vectors, chained, vectors

SENTENCES = 40
WEIGHTS = (0, 100, 250, 400)
Pairs = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


@pytest.fixture
def found() -> Vectors:
    drawn = np.random.default_rng(7)
    sizes = drawn.integers(0, 20, SENTENCES)
    stems = np.concatenate([np.sort(drawn.choice(60, size, replace=False)) for size in sizes])
    return _vectors(np.repeat(np.arange(SENTENCES), sizes), stems)


@pytest.fixture
def pairs() -> Pairs:
    one, other = np.triu_indices(SENTENCES, 1)
    return one.astype(np.int64), other.astype(np.int64)


@pytest.mark.parametrize("cells", [1, 200, 2_000_000])
def test_pairs_are_as_alike_as_their_stems_say(
    found: Vectors, pairs: Pairs, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "CELLS", cells)
    monkeypatch.setattr(evidence, "PAIRS_A_BLOCK", 7)
    alike = compared(found, *pairs, least=0)
    names, others = in_common(found, alike)
    got = zip(
        alike.likeness.tolist(),
        alike.names_shared.tolist(),
        alike.is_replaced.tolist(),
        names.tolist(),
        others.tolist(),
        strict=True,
    )
    assert list(got) == [_plainly(found, a, b) for a, b in zip(*pairs, strict=True)]


def test_order_of_pairs_does_not_matter(found: Vectors, pairs: Pairs) -> None:
    one, other = pairs
    forward, backward = (
        compared(found, one, other, 300),
        compared(found, one[::-1], other[::-1], 300),
    )
    assert forward.one.tolist() == backward.one.tolist()
    assert forward.other.tolist() == backward.other.tolist()
    assert forward.likeness.tolist() == backward.likeness.tolist()


def test_sentences_read_in_two_runs_are_those_read_in_one(found: Vectors) -> None:
    first, sizes = found.starts[12], found.sizes
    owners = np.repeat(np.arange(SENTENCES), sizes)
    parts = [
        _vectors(owners[:first], found.stems[:first], count=12),
        _vectors(owners[first:] - 12, found.stems[first:], count=SENTENCES - 12),
    ]
    for name in ("starts", "stems", "squares", "is_name", "norms", "codes", "names"):
        assert getattr(chained(parts), name).tolist() == getattr(found, name).tolist()


def _vectors(
    owners: npt.NDArray[np.int64], stems: npt.NDArray[np.int64], count: int = SENTENCES
) -> Vectors:
    marks = Marks((stems + owners) % 3 == 0, (stems + owners) % 4 != 0)
    weights = np.array(WEIGHTS, np.int64)[stems % 3 + 1]
    return vectors(owners, stems.astype(np.int32), weights, marks, count)


def _plainly(found: Vectors, one: int, other: int) -> tuple[int, bool, bool, int, int]:
    def own(which: int) -> dict[int, tuple[int, bool, bool]]:
        places = range(found.starts[which], found.starts[which + 1])
        return {
            int(found.stems[at]): (
                int(found.squares[at]),
                bool(found.is_name[at]),
                bool(found.is_capital[at]),
            )
            for at in places
        }

    a, b = own(one), own(other)
    both = a.keys() & b.keys()
    norms = np.sqrt(float(found.norms[one]) * float(found.norms[other]))
    names = sum(a[key][2] and b[key][2] and (a[key][1] or b[key][1]) for key in both)
    return (
        int(np.rint(1000 * sum(a[key][0] for key in both) / max(norms, 1))),
        all(key in b for key in a if a[key][1]) and all(key in a for key in b if b[key][1]),
        bool(a.keys() - both and b.keys() - both),
        names,
        len(both) - names,
    )
