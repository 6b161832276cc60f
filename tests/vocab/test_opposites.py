"""Opposites come in axes of two sides."""

from dash_intel.enrich.similar import opposed
from dash_intel.vocab.opposites import Side, opposites


def test_a_verb_is_on_no_axis_with_itself() -> None:
    assert not any(opposed(sides, sides) for sides in opposites().values())


def test_every_axis_has_two_sides() -> None:
    found = {side for sides in opposites().values() for side in sides}
    assert {side.opposite for side in found} == found


def test_opposite_of_the_opposite_is_the_side_itself() -> None:
    side = Side(3, "for")
    assert side.opposite.opposite == side


def test_verbs_may_be_opposed_on_one_axis_and_not_on_another() -> None:
    known = opposites()
    assert opposed(known["deploy"], known["withdraw"])
    assert opposed(known["join"], known["withdraw"])
    assert not opposed(known["deploy"], known["join"])
