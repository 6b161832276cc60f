"""Sentences that say the same in other words."""

from dash_intel.store.recurring import LEAST, MOST, alike, grouped

FUEL = "Insurgents blockade fuel convoys to the capital for weeks."
FUEL_TOO = "A blockade of fuel convoys to the capital lasts for weeks."
NEITHER = "A drone hits the desalination plant in winter."


def test_sentences_that_share_their_rare_words_are_alike() -> None:
    ((one, other, likeness),) = alike((FUEL, NEITHER, FUEL_TOO))
    assert (one, other) == (0, 2)
    assert LEAST <= likeness <= 1000


def test_same_words_are_wholly_alike() -> None:
    assert alike((NEITHER, NEITHER)) == ((0, 1, 1000),)


def test_negation_keeps_two_apart() -> None:
    assert alike(("The dam breaks in spring.", "The dam never breaks in spring.")) == ()


def test_nothing_and_words_without_a_stem_are_alike_to_nothing() -> None:
    assert alike(()) == ()
    assert alike(("", "", "of the")) == ()


def test_no_more_are_compared_than_are_said() -> None:
    assert (
        len({one for pair in alike(("Same words here.",) * (MOST + 9)) for one in pair[:2]}) == MOST
    )


def test_every_pair_of_a_group_is_alike() -> None:
    chain = ((0, 1, 900), (1, 2, 900))
    assert grouped(chain, range(3)) == [(0, 1)]
    assert grouped((*chain, (0, 2, 700)), range(3)) == [(0, 1, 2)]


def test_only_those_that_are_meant_are_grouped() -> None:
    assert grouped(((0, 1, 900), (1, 2, 900)), (1, 2)) == [(1, 2)]
