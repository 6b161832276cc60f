"""Advice: the instrument it would use and whom it addresses, where it says so."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash_intel.enrich.advice import addressee, instrument
from dash_intel.model.span import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "key", "words", "rule"),
    [
        ("Monitor recruitment channels.", "intelligence", ("Monitor",), "instrument.verb@1"),
        ("Share port logs with Oman.", "intelligence", ("Share",), "instrument.verb@1"),
        (
            "Enhance intelligence-sharing with partners.",
            "intelligence",
            ("intelligence-sharing",),
            "instrument.object@1",
        ),
        (
            "Maintain a dialogue with both towns.",
            "diplomatic",
            ("dialogue",),
            "instrument.object@1",
        ),
        ("Expand economic ties cautiously.", "economic", ("economic",), "instrument.object@1"),
        ("Freeze the assets of the network.", "financial", ("Freeze",), "instrument.verb@1"),
        (
            "Impose targeted sanctions on shippers.",
            "financial",
            ("sanctions",),
            "instrument.object@1",
        ),
        (
            "Sanctions should be imposed on shippers.",
            "financial",
            ("Sanctions",),
            "instrument.object@1",
        ),
        ("Prosecute the brokers.", "law_enforcement", ("Prosecute",), "instrument.verb@1"),
        (
            "Tighten border controls.",
            "law_enforcement",
            ("border controls",),
            "instrument.object@1",
        ),
        ("Counter the narrative of defeat.", "information", ("narrative",), "instrument.object@1"),
        ("NATO should expand naval patrols.", "military", ("naval",), "instrument.object@1"),
        (
            "The EU should pay hazard allowances.",
            "economic",
            ("pay", "hazard allowances"),
            "instrument.verb_and_object@1",
        ),
    ],
)
def test_verb_and_object_tell_the_instrument(
    text: str, key: str, words: tuple[str, ...], rule: str
) -> None:
    found = instrument(text, whole(text))
    assert found is not None
    assert (found[0], found[1].words, found[1].rule) == (key, words, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Strengthen cyber defences.",
        "Rebuild blood-bank results first.",
        "Resources should go to hospitals.",
        "Restrict freight to two escorted convoys a day.",
        "The Central Bank should number its notices.",
        "Improve policy.",
        "",
        "…",
    ],
)
def test_no_instrument_is_read_where_none_is_stated(text: str) -> None:
    assert instrument(text, whole(text)) is None


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            "Kazakhstan’s security services should meet.",
            "Kazakhstan’s security services",
            "addressee.subject@1",
        ),
        ("NATO members should agree.", "NATO members", "addressee.subject@1"),
        ("For the EU: agree on a text.", "the EU", "addressee.for@1"),
        ("**European Union**: Agree on a text.", "European Union", "addressee.label@1"),
        (
            "The Ministry of Transport must close it.",
            "The Ministry of Transport",
            "addressee.subject@1",
        ),
        (
            "We recommend that the government of Benin adopt it.",
            "the government of Benin",
            "addressee.that@1",
        ),
        ("We urge Iran to return to it.", "Iran", "addressee.that@1"),
        ("It should be repaired by the European Union.", "the European Union", "addressee.agent@1"),
        ("In the short term, Benin and Togo should wait.", "Benin and Togo", "addressee.subject@1"),
        ("Authorities are urged to wait.", "Authorities", "addressee.subject@1"),
        ("Insurers should wait.", "Insurers", "addressee.subject@1"),
        ("Benin should be prepared to wait.", "Benin", "addressee.subject@1"),
    ],
)
def test_the_addressee_is_given_in_the_report_s_words(text: str, words: str, rule: str) -> None:
    found = addressee(text, whole(text))
    assert found is not None
    assert (found[0], found[1].rule) == (words, rule)
    assert found[1].words == tuple(span.of(text) for span in found[1].spans) == (words,)


@pytest.mark.parametrize(
    "text",
    [
        "Monitor returning fighters.",
        "Sanctions should be imposed on the network.",
        "The ministry should be asked first.",
        "Efforts should focus on dialogue.",
        "Future reports should identify key figures.",
        "Priority should be given to training.",
        "It should be watched.",
        "They should wait.",
        "Any response should be measured.",
        "Borders should stay open.",
        "Immediate: Close the port.",
        "Close the port; the ministry should pay.",
        "Review logs that the clerk should keep.",
        "",
        ":",
    ],
)
def test_no_addressee_is_read_where_none_is_stated(text: str) -> None:
    assert addressee(text, whole(text)) is None


def test_only_the_advice_itself_is_read() -> None:
    text = "Benin should wait. Close the port. Togo should arrest the broker."
    span = Span(text.index("Close"), text.index(" Togo"))
    assert (instrument(text, span), addressee(text, span)) == (None, None)


def test_time_grows_with_the_advice_and_no_faster() -> None:
    for text in ("a" * 400_000, "a, " * 200_000, "The minister of " * 50_000 + " should arrest it"):
        start = time.process_time()
        instrument(text, whole(text))
        addressee(text, whole(text))
        assert time.process_time() - start < 0.5


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                [
                    " should ",
                    " must ",
                    "For ",
                    ": ",
                    "İ",
                    "the EU",
                    " be ",
                    " by ",
                    "sanctions",
                    "monitor",
                ]
            ),
        ),
        max_size=12,
    )
)
def test_words_are_those_of_their_spans_in_any_text(parts: list[str]) -> None:
    text = "x. " + "".join(parts)
    for found in (instrument(text, Span(3, len(text))), addressee(text, Span(3, len(text)))):
        if found is not None:
            evidence = found[1]
            assert evidence.words == tuple(span.of(text) for span in evidence.spans)
            assert all(3 <= span.start < span.end <= len(text) for span in evidence.spans)
