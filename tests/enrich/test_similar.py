"""What makes two pieces of advice the same, and what keeps them apart."""

import random

import numpy as np
import pytest

from dash_intel.enrich.evidence import compared
from dash_intel.enrich.linkage import groups
from dash_intel.enrich.lookups import by_two
from dash_intel.enrich.neighbours import Marks, met, vectors
from dash_intel.enrich.similar import Weights, compare, wording
from dash_intel.enrich.stems import Mention

CORPUS = (
    "Expand coast guard patrols off the southern ports.",
    "Share satellite imagery of fords with partners.",
    "Fund schools for displaced children.",
    "Audit the accounts of the savings bank.",
    "Train customs officers in the use of scanners.",
    "Repair the pump houses before the spring sowing.",
    "Vet contractors of the electoral commission.",
    "Escort freight lorries in two convoys a day.",
)


def _compared(one: str, other: str, countries: tuple[tuple[str, str], ...] = ()):  # type: ignore[no-untyped-def]
    read = [wording(text, _mentions(text, countries)) for text in (one, other, *CORPUS)]
    return compare(read[0], read[1], Weights(read))


def _mentions(text: str, countries: tuple[tuple[str, str], ...]) -> tuple[Mention, ...]:
    return tuple(
        Mention(text.index(word), text.index(word) + len(word), iso3)
        for word, iso3 in countries
        if word in text
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Expand coast guard patrols.", "EXPAND coast-guard patrols!"),
        ("Expand coast guard patrols.", "The patrols of the coast guard should be expanded."),
        ("Hold talks with NATO within two weeks.", "Within 2 weeks hold talks with NATO."),
    ],
)
def test_same_words_in_another_form_or_order_are_the_same(one: str, other: str) -> None:
    assert _compared(one, other).verdict == "same"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Expand patrols in Mali.", "Expand patrols in Peru.", "countries"),
        ("Expand patrols in Mali.", "Expand patrols.", "countries"),
        ("Report losses within 30 days.", "Report losses within 90 days.", "numbers"),
        ("Report losses in three days.", "Report losses in a day.", "numbers"),
        ("Close the southern ports.", "Do not close the southern ports.", "negation"),
        ("Avoid closing the southern ports.", "Close the southern ports.", "negation"),
        ("Lift sanctions on fuel.", "Impose sanctions on fuel.", "opposed verbs"),
        ("Scale up patrols at sea.", "Scale down patrols at sea.", "opposed verbs"),
        ("Share imagery with NATO.", "Share imagery with ECOWAS.", "names"),
        ("Send patrols to Kandi at night.", "Send patrols to Goumori at night.", "names"),
    ],
)
def test_what_differs_keeps_like_advice_apart(one: str, other: str, apart: str) -> None:
    found = _compared(one, other, (("Mali", "MLI"), ("Peru", "PER")))
    assert apart in found.apart
    assert found.verdict == "separate"


def test_two_cities_of_one_country_keep_advice_apart() -> None:
    cities = (("Nairobi", "KEN"), ("Mombasa", "KEN"))
    found = _compared("Send patrols to Nairobi.", "Send patrols to Mombasa.", cities)
    assert found.apart == ("names",)


def test_forms_of_the_name_of_one_country_do_not_keep_advice_apart() -> None:
    names = (("Kazakhstan", "KAZ"), ("Kazakh", "KAZ"))
    found = _compared(
        "Train Kazakh customs officers.", "Train customs officers of Kazakhstan.", names
    )
    assert found.verdict == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Report losses no later than 3 May.", "Report losses by 3 May."),
        ("Use not only drones but boats.", "Use drones and boats."),
    ],
)
def test_idioms_with_not_are_no_negation(one: str, other: str) -> None:
    assert "negation" not in _compared(one, other).apart


def test_advice_without_a_word_in_common_is_separate() -> None:
    assert _compared(CORPUS[0], CORPUS[2]).similarity == 0


def test_empty_sentence_is_like_no_other() -> None:
    assert _compared("", "It is to be.").verdict == "same"
    assert _compared("", CORPUS[0]).similarity == 0


def test_boilerplate_that_is_like_two_groups_does_not_chain_them() -> None:
    edges = [(1, 2, 900), (2, 3, 800), (3, 4, 900)]
    assert groups(edges) == [(1, 2), (3, 4)]


def test_groups_do_not_depend_on_the_order_of_pairs() -> None:
    chance = random.Random(1)  # noqa: S311
    edges = [
        (one, other, chance.choice((750, 800, 900)))
        for one in range(40)
        for other in range(one + 1, 40)
        if chance.random() < 0.3
    ]
    expected = groups(edges)
    chance.shuffle(edges)
    assert groups(edges) == expected


def test_every_pair_of_a_group_is_a_pair() -> None:
    chance = random.Random(2)  # noqa: S311
    pairs = {(a, b) for a in range(60) for b in range(a + 1, 60) if chance.random() < 0.5}
    for group in groups([(a, b, 800) for a, b in pairs]):
        assert {(a, b) for a in group for b in group if a < b} <= pairs


def _no_marks(number: int) -> Marks:
    return Marks(np.zeros(number, np.bool_), np.zeros(number, np.bool_))


def _pairs_compared(number: int) -> int:
    chance = np.random.default_rng(1)
    owners = np.repeat(np.arange(number), 10)
    stems = chance.integers(0, number, size=10 * number).astype(np.int32)
    weights = np.full(len(owners), 500)
    found = vectors(owners, stems, weights, _no_marks(len(owners)), number)
    lookup = by_two(found, np.zeros(number, np.uint64), np.arange(number))
    return sum(len(one) for one, _ in met(found, lookup, np.ones(number, np.bool_)))


def test_comparisons_grow_no_faster_than_the_corpus() -> None:
    assert _pairs_compared(20_000) <= 20_000


def test_pairs_that_are_like_enough_are_all_found() -> None:
    chance = random.Random(4)  # noqa: S311
    words = [f"w{number}" for number in range(30)]
    texts = [" ".join(sorted(chance.sample(words, 8))) for _ in range(300)]
    stems = [sorted({int(word[1:]) for word in text.split()}) for text in texts]
    owners = np.repeat(np.arange(300), 8)
    flat = np.array([stem for own in stems for stem in own], np.int32)
    found = vectors(owners, flat, np.full(len(flat), 300), _no_marks(len(flat)), 300)
    lookup = by_two(found, np.zeros(300, np.uint64), np.arange(300))
    got = {
        pair
        for one, other in met(found, lookup, np.ones(300, np.bool_), 0.6)
        for kept in [compared(found, one, other, 750)]
        for pair in zip(kept.one.tolist(), kept.other.tolist(), strict=True)
    }
    expected = {
        (a, b)
        for a in range(300)
        for b in range(a + 1, 300)
        if len(set(stems[a]) & set(stems[b])) >= 6
    }
    assert got == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Watch grain sales in the delta.", "Monitor grain sales in the delta."),
        ("Reinforce the night watch posts.", "Strengthen the night watch posts."),
        ("Report every outage within 48 hours.", "Report every outage within two days."),
    ],
)
def test_synonyms_and_units_that_come_to_the_same_are_the_same(one: str, other: str) -> None:
    assert _compared(one, other).verdict == "same"


def test_a_word_replaced_by_another_makes_advice_similar_at_most() -> None:
    found = _compared(
        "Fit flood sensors in the pump hall of the Talva dam.",
        "Fit heat sensors in the pump hall of the Talva dam.",
    )
    assert found.similarity >= 0.75
    assert found.verdict == "similar"


def test_advice_to_two_addressees_is_similar_at_most() -> None:
    found = _compared(
        "The coast guard should inform the ministry of health every day.",
        "The ministry of health should inform the coast guard every day.",
    )
    assert (found.similarity, found.is_replaced, found.verdict) == (1.0, True, "similar")
