"""Cards of scenarios, and what the probabilities of a set come to."""

from datetime import datetime

import pandas as pd
import pytest

from dash_intel.view.item import Chip
from dash_intel.view.scenario_chances import NO_PROBABILITY
from dash_intel.view.scenario_sets import Card, ScenarioSet, due_first, scenario_sets

SCENARIO = {
    "report_id": "report-1",
    "title": "Talks on the Logone",
    "publisher": "Logone Courier",
    "published_on": datetime(2026, 2, 12),
    "total": 1,
    "scenario_id": "future-1",
    "kind": "most_likely",
    "label": "Most-Likely",
    "text": "Convoys get through one week in two.",
    "origin": "outlook",
    "likelihood_basis": None,
    "likelihood_term": None,
    "likelihood_low": None,
    "likelihood_high": None,
    "horizon": None,
    "horizon_on": None,
    "probability": None,
    "drivers": [],
    "outcome": "open",
    "rests_on": None,
    "indicators": [],
    "own_triggers": [],
    "resolved_on": None,
    "evidence": None,
    "reason": None,
    "revision": 0,
    "triggers": ["a mined bridge"],
    "marked": [],
    "marks": [],
}


def card(**changes: object) -> Card:
    (found,) = scenario_sets(pd.DataFrame([SCENARIO | changes]))
    return found.cards[0]


@pytest.mark.parametrize("basis", [None, "hedge", "forecast_verb", "asserted", "present"])
def test_no_probability_is_made_up(basis: str | None) -> None:
    found = card(likelihood_basis=basis, likelihood_term=basis and "may")
    assert (found.chance.words, found.chance.band) == (NO_PROBABILITY, None)


def test_hedge_is_called_one() -> None:
    found = card(likelihood_basis="hedge", likelihood_term="may")
    assert found.chance.basis == "“may”: a hedge, no probability"


def test_stated_likelihood_has_its_word_and_its_figures() -> None:
    found = card(likelihood_basis="stated", likelihood_term="likely")
    assert (found.chance.words, found.chance.band) == ("likely (55–80%)", (0.55, 0.8))


def test_corrected_likelihood_is_said_to_be_corrected() -> None:
    found = card(likelihood_basis="corrected", likelihood_term="unlikely")
    assert (found.chance.words, found.chance.band) == ("unlikely (20–45%)", (0.2, 0.45))
    assert found.chance.basis == "corrected by an analyst"
    nothing = card(likelihood_basis="corrected", likelihood_term=None)
    assert (nothing.chance.words, nothing.chance.band) == (NO_PROBABILITY, None)
    assert nothing.chance.basis == "corrected by an analyst"


def test_figure_of_the_report_stands_as_it_is() -> None:
    found = card(
        likelihood_basis="number", likelihood_term="60%", likelihood_low=0.6, likelihood_high=0.6
    )
    assert (found.chance.words, found.chance.basis, found.chance.band) == (
        "60%",
        "a figure of the report",
        (0.6, 0.6),
    )


def test_recorded_probability_is_said_to_be_recorded() -> None:
    found = card(probability=0.35, likelihood_basis="stated", likelihood_term="likely")
    assert (found.chance.words, found.chance.basis) == ("35%", "recorded by an analyst")


def test_cards_stand_best_to_worst_with_their_edges() -> None:
    rows = [
        SCENARIO | {"kind": kind, "scenario_id": kind}
        for kind in ("unlabelled", "worst", "most_likely", "best")
    ]
    (found,) = scenario_sets(pd.DataFrame(rows))
    assert [one.edge for one in found.cards] == ["best", "likely", "worst", "none"]
    assert found.meta == "2026-02-12 · Logone Courier"


def test_due_scenario_says_since_when() -> None:
    found = card(outcome="due", horizon_on=datetime(2026, 1, 31))
    assert found.state == Chip("Due 2026-01-31", "orange")
    assert found.facts == (("Horizon", "To 2026-01-31"),)
    assert card().facts == (("Horizon", "not stated"),)


def of(*probabilities: float | None, **changes: object) -> ScenarioSet:
    kinds = ("best", "most_likely", "worst")
    rows = [
        SCENARIO | {"kind": kind, "scenario_id": kind, "probability": probability} | changes
        for kind, probability in zip(kinds, probabilities, strict=True)
    ]
    (found,) = scenario_sets(pd.DataFrame(rows))
    return found


def test_set_without_a_probability_has_no_sum() -> None:
    assert of(None, None, None).notes == ()


def test_rest_of_a_set_is_called_other_or_unstated() -> None:
    found = of(0.2, 0.5, 0.15)
    assert found.notes == (
        "3 scenarios state probabilities of 85% together; other or unstated: 15%.",
    )
    assert not found.is_over


def test_part_of_a_set_says_how_many_state_any() -> None:
    (note,) = of(None, 0.5, None).notes
    assert note == "1 of 3 scenarios states a probability, 50%; other or unstated: 50%."


def test_set_over_all_that_can_be_is_warned_of() -> None:
    found = of(0.3, 0.6, 0.25)
    assert found.is_over
    assert found.notes == (
        "3 scenarios state probabilities that come to 115%: more than 100%. They cannot all hold.",
    )


def test_whole_set_leaves_nothing() -> None:
    assert of(0.25, 0.5, 0.25).notes == (
        "3 scenarios state probabilities that come to 100%: nothing is left for any other course.",
    )


def test_bands_of_words_leave_a_range() -> None:
    found = of(None, None, None, likelihood_basis="stated", likelihood_term="unlikely")
    assert found.notes == (
        "3 scenarios state probabilities of 60–135% together; other or unstated: 0–40%.",
    )
    likely = of(None, None, None, likelihood_basis="stated", likelihood_term="likely")
    assert likely.is_over
    assert "even at the low ends" in likely.notes[0]


def test_sets_of_the_outlook_and_of_the_analysis_are_apart() -> None:
    rows = [
        SCENARIO | {"scenario_id": origin, "origin": origin, "probability": 0.7}
        for origin in ("outlook", "analysis")
    ]
    (found,) = scenario_sets(pd.DataFrame(rows))
    assert [note.split(":")[0] for note in found.notes] == ["Outlook", "Analysis"]
    assert not found.is_over
    assert [(name, len(cards)) for name, cards in found.parts] == [
        ("Of the outlook", 1),
        ("Of the analysis", 1),
    ]


def test_one_set_needs_no_name() -> None:
    assert [name for name, _ in of(None, None, None).parts] == [""]


def test_sentence_that_is_called_no_scenario_is_in_no_set() -> None:
    rows = [
        SCENARIO | {"kind": "unlabelled", "label": None, "scenario_id": str(at), "probability": 0.7}
        for at in range(2)
    ]
    (found,) = scenario_sets(pd.DataFrame(rows))
    assert found.notes == ()


def test_outcome_stands_with_its_day_and_evidence() -> None:
    found = card(outcome="occurred", resolved_on=datetime(2026, 5, 2), evidence="Port office")
    assert (found.state, found.is_resolved) == (Chip("Occurred", "violet"), True)
    assert found.account == "On 2026-05-02: Port office"
    assert (card().account, card().is_resolved) == ("", False)


def test_only_signs_that_were_seen_are_marked() -> None:
    found = card(
        indicators=["lamps", "lamps"],
        marked=["a mined bridge", "lamps"],
        marks=["observed", "not_seen"],
    )
    assert found.signs == ("lamps",)
    assert found.marks == (("a mined bridge", "observed"),)


def test_horizon_of_an_analyst_is_a_deadline() -> None:
    without = {one.name: one.words for one in card().elements}
    assert without["deadline"] == ()
    found = {one.name: one for one in card(horizon_on=datetime(2026, 6, 30)).elements}
    assert (found["deadline"].words, found["deadline"].where) == (
        ("2026-06-30",),
        "set by an analyst",
    )


def test_scenarios_that_are_due_stand_first() -> None:
    rows = [
        SCENARIO | {"scenario_id": "open", "kind": "best"},
        SCENARIO | {"scenario_id": "due", "kind": "worst", "outcome": "due"},
        SCENARIO | {"scenario_id": "likely"},
    ]
    (found,) = scenario_sets(pd.DataFrame(rows))
    assert [one.scenario_id for one in due_first(found).cards] == ["due", "open", "likely"]
    assert [one.is_due for one in due_first(found).cards] == [True, False, False]
