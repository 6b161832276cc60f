"""Whether a sentence speaks of a risk, an opportunity, or both."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.enrich.polarity import polarity
from dash_intel.model.span import Span
from dash_intel.vocab.polarity import polarity_phrases
from tests.enrich.sentences import placed


def read(words):
    return polarity(*placed(words))[0]


@pytest.mark.parametrize(
    "words",
    [
        "Joint patrols reduce the risk of piracy.",
        "The accord offers an opportunity to reopen the pass.",
        "A hotline would help prevent escalation.",
        "Seed loans could mitigate the shortage.",
        "The danger can be contained by early warning.",
        "Diversified suppliers would lower exposure to sanctions.",
        "Traders would benefit if tensions ease.",
        "Better wells would improve stability.",
        "De-escalation is in sight.",
        "Patrols would disrupt terrorist networks.",
        "The road would boost trade.",
        "Stronger controls would prevent militants from crossing.",
    ],
)
def test_only_mitigation_or_benefit_is_an_opportunity(words):
    assert read(words) == "opportunity"


@pytest.mark.parametrize(
    "words",
    [
        "Improved drone capability increases the threat to shipping.",
        "Raids are destabilizing the valley.",
        "Failure to prevent attacks would embolden raiders.",
        "The police are unable to contain the violence.",
        "Lack of resilience leaves towns exposed.",
        "Deterrence could fail.",
        "Stability is at risk.",
        "Tariffs would deter investment and weaken growth.",
        "Recruiters see an opportunity in the camps.",
        "Smugglers benefit from weak patrols.",
        "The decree undermines efforts to stabilise prices.",
        "Enhanced missiles strengthen the militia.",
        "The treaty prevents aid from reaching the north.",
        "A storm could cut the cable.",
        "Prices rise.",
        "Growth follows.",
        "Captains continue to trust a single receiver.",
        "A leak could disrupt export-control talks.",
        "The decree would limit human rights.",
    ],
)
def test_a_gain_for_a_foe_or_one_undone_stays_a_risk(words):
    assert read(words) == "risk"


@pytest.mark.parametrize(
    "words",
    [
        "Patrols reduce piracy, but may provoke Iran.",
        "Collaboration brings regional influence but also exposes the state to tensions.",
        "The deal would ease shortages while deepening dependence on one supplier.",
        "The opening is an opportunity for farmers, although corruption persists.",
    ],
)
def test_relief_beside_another_hazard_is_mixed(words):
    assert read(words) == "mixed"


def test_a_risk_without_a_cue_has_no_evidence():
    assert polarity(*placed("Prices rise.")) == ("risk", None)


def test_evidence_names_the_relief_and_what_it_takes_away():
    text, span = placed("Joint patrols reduce the risk of piracy.")
    _, evidence = polarity(text, span)
    assert evidence.words == ("reduce", "risk", "piracy")
    assert evidence.words == tuple(part.of(text) for part in evidence.spans)
    assert evidence.rule == "polarity.opportunity@1"


@given(
    st.lists(
        st.sampled_from([entry.phrase.words for entry in polarity_phrases()])
        | st.sampled_from(["war", ",", "and", "be", "İ", "\n\n", "”"])
        | st.text(max_size=4),
        max_size=12,
    )
)
def test_words_are_exactly_those_of_their_spans(pieces):
    text, span = placed(" ".join(pieces))
    _, evidence = polarity(text, span)
    if evidence is not None:
        assert evidence.words == tuple(part.of(text) for part in evidence.spans)
        assert all(span.contains(part) for part in evidence.spans)


@pytest.mark.parametrize(
    "piece",
    [
        "reduce war ",
        "improve but fail ",
        "opportunity for terrorists ",
        "risk ",
        "prevent ",
        "war ",
    ],
)
def test_a_huge_sentence_takes_time_in_proportion(piece):
    def seconds(count):
        words = piece * count
        rounds = []
        for _ in range(3):
            started = time.process_time()
            polarity(words, Span(0, len(words)))
            rounds.append(time.process_time() - started)
        return min(rounds)

    assert seconds(6_000) < 18 * max(seconds(1_000), 0.005)
