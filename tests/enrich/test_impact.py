"""How grave the consequence is that a sentence names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.impact import impact
from dash_intel.vocab.impact import impact_phrases
from tests.enrich.sentences import placed


def read(words):
    return impact(*placed(words))


@pytest.mark.parametrize(
    ("words", "level", "named"),
    [
        ("A nuclear exchange would follow.", 5, ("nuclear exchange",)),
        ("Crops failed and famine spread.", 5, ("famine",)),
        ("Raids could escalate into war.", 4, ("escalate", "war")),
        ("The siege destabilised the valley.", 4, ("siege", "destabilised")),
        ("Hackers hit critical infrastructure.", 4, ("critical infrastructure",)),
        ("Fans rioted after violence at the gate.", 3, ("violence",)),
        ("A sabotaged valve would disrupt supplies.", 3, ("sabotaged", "disrupt")),
        ("Tension over wells persists.", 2, ("Tension",)),
        ("It would be an inconvenience to commuters.", 1, ("inconvenience",)),
        ("Escalating tensions strain the pact.", 3, ("Escalating tensions",)),
    ],
)
def test_the_gravest_consequence_counts_with_its_words(words, level, named):
    found = read(words)
    assert (found.level, found.words) == (level, named)


@pytest.mark.parametrize(
    ("words", "level", "named"),
    [
        ("Severe disruption of ferries.", 4, ("Severe", "disruption")),
        ("A widespread and lasting outage.", 4, ("widespread", "outage")),
        ("Limited disruption of ferries.", 2, ("Limited", "disruption")),
        ("The outage would be temporary.", 2, ("outage", "temporary")),
        ("Unrest could escalate severely.", 5, ("escalate", "severely")),
        ("Catastrophic and unprecedented floods.", 5, ("Catastrophic",)),
        ("A minor inconvenience.", 1, ("minor", "inconvenience")),
        ("Significant disruption of ferries.", 3, ("disruption",)),
        ("The blockade is causing acute shortages.", 4, ("blockade", "acute", "shortages")),
        ("Limited capacity to respond to attacks.", 3, ("attacks",)),
    ],
)
def test_a_word_beside_it_raises_or_lowers_the_level_by_one(words, level, named):
    found = read(words)
    assert (found.level, found.words) == (level, named)


@pytest.mark.parametrize(
    "words",
    [
        "The summit takes place on Tuesday.",
        "Nuclear talks resume in Oman.",
        "De-escalation is under way.",
        "A conflict of interest was declared.",
        "Devices ship with default passwords.",
        "Counter-terrorism units train at sea.",
        "The handover took place without violence.",
        "The pact stops short of war.",
        "Human Rights Watch published a note.",
        "This is a severe and serious matter.",
        "They warned the warden about warehouses.",
    ],
)
def test_without_a_consequence_there_is_no_level(words):
    assert read(words) is None


@given(
    st.lists(
        st.sampled_from([entry.phrase.words for entry in impact_phrases()])
        | st.sampled_from(["severe", "limited", "İ", ",", "would be", "\n\n", "no"])
        | st.text(max_size=4),
        max_size=10,
    )
)
def test_words_are_exactly_those_of_their_spans(pieces):
    text, span = placed(" ".join(pieces))
    found = impact(text, span)
    if found is not None:
        assert found.words == tuple(part.of(text) for part in found.spans)
        assert all(span.contains(part) for part in found.spans)
        assert 1 <= found.level <= 5


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Gunmen shot two guards dead.", 3),
        ("Pumps run dry and the clinic is without water.", 3),
        ("The regime was toppled by an uprising.", 4),
        ("Insurers may raise premiums.", 2),
        ("Higher premiums are a burden.", 2),
    ],
)
def test_verbs_name_consequences_too(words, level):
    found = read(words)
    assert (found and found.level) == level


@pytest.mark.parametrize(
    "words",
    [
        "Famine was narrowly averted.",
        "The feud did not lead to bloodshed.",
        "Famine is no longer expected.",
        "A foiled bombing made no headlines.",
        "The dispute will not escalate.",
    ],
)
def test_what_is_denied_or_averted_is_no_consequence(words):
    assert read(words) is None or read(words).level < 4


@pytest.mark.parametrize(
    "words",
    [
        "War cannot be ruled out.",
        "War is unlikely.",
        "Elders failed to avert war.",
        "The pact may not hold and war would follow.",
    ],
)
def test_what_is_only_improbable_is_a_consequence(words):
    assert read(words).level == 4
