"""What holds of any text at all."""

import time
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash_intel.export.reports_jsonl import exchange, schema
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from tests.parse.texts import BRIEF, HYPOTHESES, SAT, read

VALIDATOR = jsonschema.Draft202012Validator(schema())
WHOLE = (SAT, HYPOTHESES, BRIEF)
FRAGMENTS = [line for text in WHOLE for line in text.split("\n")]
SPICE = [
    "",
    " ",
    "-",
    "- ",
    "**",
    "…",
    ";",
    "1.",
    "\u00a0",
    "TLP:RED",
    "İ",
    "Ǆ",
    "\u2028",
    "\x00",
    ":",
]


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A report with lines dropped, doubled, moved, cut and mixed with noise."""
    lines = draw(
        st.lists(
            st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(SPICE), st.text(max_size=30)),
            max_size=60,
        )
    )
    glue = draw(st.sampled_from(["\n", "\n\n", " ", "\n  • "]))
    return glue.join(lines)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """A whole report with a few places changed."""
    text = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 40)))
        text = (
            text[:at] + draw(st.one_of(st.text(max_size=12), st.sampled_from(SPICE))) + text[until:]
        )
    return text


def _pairs(report: Report) -> Iterator[tuple[Span, str]]:
    contents = report.contents
    for items in (
        contents.techniques,
        contents.hypotheses,
        contents.assumptions,
        contents.risks,
        contents.recommendations,
        contents.scenarios,
        contents.insights,
        contents.declared_gaps,
        (contents.assessment,) if contents.assessment else (),
    ):
        yield from ((item.span, item.text) for item in items)
    yield from ((one.span, one.text) for s in contents.scenarios for one in s.triggers)
    yield from ((entity.span, entity.name) for entity in contents.entities)
    yield from ((tag.span, tag.as_written) for tag in contents.tags)
    head, spans = contents.head, contents.head.spans
    for name in ("title", "headline", "publisher", "bluf"):
        span, value = getattr(spans, name), getattr(head, name)
        assert (span is None) == (value is None)
        if span is not None:
            yield span, value


def _check(text: str) -> None:
    report = read(text)
    assert report.text == text
    for span, words in _pairs(report):
        assert 0 <= span.start <= span.end <= len(text)
        assert span.of(text) == words
    for span in report.parse.unread:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    VALIDATOR.validate(exchange(report))
    assert read(text) == report


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_valid_report(text):
    _check(text)


@given(broken())
@settings(max_examples=400, deadline=None)
def test_any_pieces_of_reports_give_a_valid_report(text):
    _check(text)


@given(edited())
@settings(max_examples=400, deadline=None)
def test_any_edit_of_a_report_gives_a_valid_report(text):
    _check(text)


@pytest.mark.parametrize("text", WHOLE)
def test_every_prefix_of_a_report_gives_a_valid_report(text):
    for end in range(0, len(text), 7):
        _check(text[:end])


@given(edited())
@settings(max_examples=100, deadline=None)
def test_every_word_is_read_or_listed_as_unread(text):
    report = read(text)
    if report.is_recognised:
        covered = sorted(span for span, _ in _pairs(report))
        assert all(
            not unread.contains(span) or span.start == span.end
            for unread in report.parse.unread
            for span in covered
        )


HOSTILE = [
    "a. ", "x: ", "(", " ", "\u00a0", ". - A", "Hypothesis A ", "no names ", "overall confidence ",
    "with high ", "a,", "Published on: 1 ", ". ACH 2.0 X", "Best Case: x. Triggers: a; b. ", " – ",
    "No names are provided. Future ", "Intelligence Report: ", "1. ", "Abc (x) – ", "[", "**", "#",
    "Insight 1 [S]: ", "TLP:\t", "2025-", "is ", "first hypothesis x ", "1. BLUF ",
]  # fmt: skip


PLACES = {
    "alone": ("", ""),
    "bluf": (SAT, "The strike will"),
    "analysis": (SAT, "A pay dispute explains"),
    "risks": (SAT, "Fuel may"),
    "advice": (SAT, "Open the northern"),
    "scenario": (SAT, "The berth opens"),
    "entities": (SAT, "Specific names are"),
    "tags": (SAT, "labour disputes"),
    "hypothesis": (HYPOTHESES, "The union tests"),
    "assumption": (HYPOTHESES, "The pay offer"),
    "insight": (BRIEF, "Two parcels were"),
}


LISTS = ["no ", "A, ", "a; ", "Best: x. ", "1. ", "- x: ", "("]


def _seconds(text: str) -> float:
    """Return the processor time of reading a text, with all else that the process does meanwhile.

    Collecting what earlier tests left takes more than a second at times, so one reading is no sign.
    """
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    ("place", "unit"),
    [
        *((place, unit) for place in ("alone", "risks") for unit in HOSTILE),
        *((place, unit) for place in PLACES for unit in LISTS),
    ],
)
def test_a_megabyte_of_hostile_text_is_read_within_a_second(unit, place):
    frame, words = PLACES[place]
    hostile = unit * (1_000_000 // len(unit))
    text = frame.replace(words, hostile, 1) if frame else hostile
    assert any(_seconds(text) < 1.0 for _ in range(3))
