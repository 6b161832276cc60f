"""How alike sentences are."""

import math

import pytest

from dash_intel.enrich.stems import stems
from dash_intel.store.wordings import ALIKE, Rarity, likeness_after, rarity, stems_of

CORPUS = [
    "Gangs extend extortion to the container terminals of the port.",
    "Gangs extend extortion from the yards to the container terminals.",
    "Fuel runs short in the villages of the north.",
    "The port is closed for a week.",
]


def after(*texts: str, cells: tuple[int, ...] = (), reach: int = 2) -> list[list[float]]:
    """Return how alike sentences are to those after them, among ``CORPUS``."""
    found = [stems_of(one) for one in texts]
    return likeness_after(found, cells or (0,) * len(texts), rarity(CORPUS), reach).tolist()


def cosine(one: str, other: str, rare: Rarity) -> float:
    """Return what the formula says."""
    mine, its = stems(one), stems(other)
    both, left, right = (sum(map(rare.of, some)) for some in (mine & its, mine, its))
    return both / math.sqrt(left * right)


def test_same_words_are_alike_and_others_are_not() -> None:
    (first, second, third) = after(CORPUS[0], CORPUS[0], CORPUS[2])
    assert (first, second, third) == ([1, 0], [0, 0], [0, 0])
    assert after(*CORPUS[:2])[0][0] >= ALIKE


def test_likeness_is_the_cosine_of_weighed_stems() -> None:
    found = after(*CORPUS, reach=3)
    for row, one in enumerate(CORPUS):
        for further, other in enumerate(CORPUS[row + 1 :]):
            assert found[row][further] == pytest.approx(cosine(one, other, rarity(CORPUS)))


def test_sentences_of_other_cells_are_not_compared() -> None:
    assert after(*[CORPUS[0]] * 4, cells=(0, 0, 1, 1)) == [[1, 0], [0, 0], [1, 0], [0, 0]]


def test_sentence_without_words_is_like_nothing() -> None:
    assert after("It is.", "It is.", CORPUS[0]) == [[0, 0]] * 3
    assert after() == []


def test_rare_words_weigh_more_than_common_ones() -> None:
    rare = rarity([*CORPUS * 8, "Mutiny at sea."])
    assert rare.of("mutini") > rare.of("gang")
    assert rare.of("never seen") == rare.most
