"""Every reading is walked back to its words; what is not stated is said, never guessed."""

from dash_intel.model.items import Entity, Risk
from dash_intel.model.reading import Likelihood
from dash_intel.model.report import Contents
from dash_intel.view.explanation import Reading, explanation
from tests.reports import HARBOUR, full_report, report, span

FOUND = explanation(full_report())


def _of(item_id: str | None, subject: str) -> list[Reading]:
    return [one for one in FOUND if (one.item_id, one.subject) == (item_id, subject)]


def test_words_are_exactly_those_of_their_spans() -> None:
    for reading in FOUND:
        if reading.item_id and reading.item_id.startswith("risk-2"):
            continue  # built by hand, with a term that is not its words
        assert reading.words == tuple(span.of(HARBOUR) for span in reading.spans)


def test_risk_that_states_nothing_says_so() -> None:
    told = [(one.subject, one.value, one.spans) for one in FOUND if one.item_id == "risk-1"]
    assert told == [("Likelihood", "Not stated", ()), ("Impact", "Not stated", ())]


def test_band_stands_beside_the_word_of_likelihood() -> None:
    (found,) = _of("risk-2", "Likelihood")
    assert found.value == "likely (55–80%), stated"
    assert found.rule == "likelihood.stated@1"


def test_likelihood_of_a_sentence_that_states_several_says_so() -> None:
    several = Likelihood("hedge", "could", None, None, None, span("could"), "a.several@1")
    risk = Risk("risk-9", "Wages", None, span("Wages"), likelihood=several)
    found, *_ = explanation(report(contents=Contents(risks=(risk,))))
    assert found.value == "could, a hedge, no probability, one of several stated"


def test_hedge_is_no_probability() -> None:
    (found,) = _of("future-2", "Likelihood")
    assert found.value == "could, a hedge, no probability"


def test_place_tells_role_mentions_and_rules() -> None:
    (found,) = _of(None, "Moldova")
    assert found.value == ("primary: 2 mentions, 1 as an actor, 67% of all, named in the title")
    assert found.rule == "place.city@1, place.actor@1"


def test_inherited_places_are_marked_as_such() -> None:
    (found,) = _of("advice-2", "Place")
    assert found.value == "Moldova, inherited from the report"
    assert found.words == ()


def test_support_of_a_tag_is_told_with_its_passages() -> None:
    (found,) = _of("tag-2", "Support")
    assert (found.value, found.words) == ("by 2 passages of the body", ("strike", "Wages"))
    (unknown,) = _of("tag-1", "Support")
    assert unknown.value == "not known: the vocabulary has no words for it"


def test_actor_is_walked_back_to_the_words_of_the_text_not_to_its_canonical_name() -> None:
    actor = Entity("Gazette of the Harbour", "organisation", None, "body", span("Gazette"), "a@1")
    (found,) = explanation(report(contents=Contents(entities=(actor,))))
    assert (found.words, found.spans) == (("Gazette",), (span("Gazette"),))
