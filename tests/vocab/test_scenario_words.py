"""Words by which a scenario can be judged."""

from dash_intel.vocab.scenario_words import ELEMENTS, scenario_words


def test_every_element_has_words() -> None:
    assert list(scenario_words()) == list(ELEMENTS)
    assert all(scenario_words().values())


def test_no_phrase_is_part_of_a_stem_of_its_element() -> None:
    for phrases in scenario_words().values():
        stems = [one.words for one in phrases if one.is_stem]
        for one in phrases:
            longer = [stem for stem in stems if one.words.startswith(stem) and stem != one.words]
            assert longer == [], one.words
