"""How alike sentences are that were written at different times.

Likeness is the cosine of their stems, each weighed by how rare it is among the sentences of the
corpus (TF-IDF), as advice is compared. A sentence counts a stem once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from dash_intel.enrich.similar import SIMILAR, step, weight
from dash_intel.enrich.stems import stems

ALIKE = SIMILAR
"""Cosine from which two sentences speak of the same."""

KNOWN_SENTENCES = 65_536

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each stem weighs, squared; one that is not in the corpus as much as ``most``."""

    squares: Mapping[str, int]
    most: int

    def of(self, stem: str) -> int:
        """Return the square of the weight of a stem."""
        return self.squares.get(stem, self.most)


def rarity(texts: Iterable[str]) -> Rarity:
    """Return how much stems weigh in the corpus of these sentences."""
    corpus = [stems_of(one) for one in texts]
    counts = Counter(stem for one in corpus for stem in one)
    squares = {stem: weight(step(len(corpus), many)) ** 2 for stem, many in counts.items()}
    return Rarity(squares, weight(step(len(corpus), 1)) ** 2)


@lru_cache(maxsize=KNOWN_SENTENCES)
def stems_of(text: str) -> Stems:
    """Return the stems of a sentence, without words that say nothing alone."""
    return stems(text)


def likeness_after(
    sentences: Sequence[Stems], cells: Sequence[int], rarity: Rarity, reach: int
) -> npt.NDArray[np.float64]:
    """Return how alike each sentence is to those after it in its cell, from 0 to 1.

    ``cells`` names the cell of each; those of one cell stand together, at most ``reach`` + 1 of
    them. Row by sentence, and column 0 the next one, column 1 the one after it and so on; 0 where
    there is none, or no stem.
    """
    sizes = np.fromiter(map(len, sentences), np.int64, len(sentences))
    owner = np.repeat(np.arange(len(sentences)), sizes)
    numbers = {one: at for at, one in enumerate(frozenset().union(*sentences))}
    flat = map(numbers.__getitem__, chain.from_iterable(sentences))
    stem = np.fromiter(flat, np.int64, len(owner))
    squares = np.fromiter(map(rarity.of, numbers), np.float64, len(numbers))
    totals = np.bincount(owner, squares[stem], len(sentences))
    used = np.asarray(cells, np.int64)[owner] * len(numbers) + stem
    order = np.argsort(used, kind="stable")
    owner, used, weights = owner[order], used[order], squares[stem[order]]
    shared = np.zeros(len(sentences) * reach)
    for further in range(1, reach + 1):
        both = np.flatnonzero(used[further:] == used[:-further])
        pair = owner[both] * reach + owner[both + further] - owner[both] - 1
        shared += np.bincount(pair, weights[both], len(shared))
    places = np.arange(len(sentences))[:, None] + np.arange(1, reach + 1)
    scale = np.sqrt(totals[:, None] * totals[np.minimum(places, len(totals) - 1)])
    found = np.zeros((len(sentences), reach))
    np.divide(shared.reshape(found.shape), scale, out=found, where=scale > 0)
    return found
