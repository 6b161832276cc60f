"""Synthetic reports are read whole, by the profile they are written in."""

from collections import Counter
from difflib import SequenceMatcher

import pytest

from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.synth import PROFILES, Slot, slots, text

SEED = 7
COUNT = 500
TEMPLATES = {
    "V0": "sat",
    "V0.5": "sat",
    "V1a": "sat",
    "V1b": "sat",
    "V2": "hypotheses",
    "V2b": "hypotheses",
    "V3": "hypotheses",
    "brief with numbers": "brief",
    "brief": "brief",
}


@pytest.fixture(scope="module")
def read() -> list[tuple[Slot, Report]]:
    """Give the first reports and what they are planned to be."""
    return [
        (slot, parse(SourceText(text(slot, SEED), (f"{slot.number}.txt",))))
        for slot in slots(COUNT, SEED)
    ]


def test_every_profile_and_both_layouts_appear(read):
    written = {(slot.profile, slot.is_spaced) for slot, _ in read}
    assert written == {(profile, spaced) for profile in PROFILES for spaced in (False, True)}


def test_each_is_read_by_its_profile(read):
    assert [slot for slot, one in read if one.template != TEMPLATES[slot.profile]] == []


def test_each_is_read_whole(read):
    doubts = [
        (slot.number, one.parse.warnings, one.parse.missing, one.parse.unread)
        for slot, one in read
        if one.parse.warnings or one.parse.missing or one.parse.unread
    ]
    assert doubts == []


def test_each_carries_the_flag_of_samples(read):
    assert [slot.number for slot, one in read if "sample" not in one.flags] == []


def test_each_says_its_day_and_publisher(read):
    for slot, one in read:
        head = one.contents.head
        assert head.published_on == slot.event.day
        if not slot.is_brief and slot.profile != "V3":
            assert head.publisher == slot.publisher


def test_each_has_what_its_profile_promises(read):
    for slot, one in read:
        contents = one.contents
        if slot.is_brief:
            assert 4 <= len(contents.insights) <= 12
            continue
        assert 3 <= len(contents.recommendations) <= 5
        assert [scenario.kind for scenario in contents.scenarios[-3:]] == [
            "best",
            "worst",
            "most_likely",
        ]
        assert len(contents.risks) >= 3
        assert len(contents.tags) >= 3
        assert contents.entities or contents.declared_gaps
        if slot.profile in {"V2", "V2b", "V3"}:
            assert len(contents.hypotheses) == 2
        if slot.profile == "V3":
            assert contents.head.confidence is not None
            assert all(scenario.triggers for scenario in contents.scenarios)


def test_revision_keeps_the_head_and_most_of_the_body():
    told = {slot.number: (slot, text(slot, SEED)) for slot in slots(COUNT, SEED)}
    revised = [pair for pair in told.values() if pair[0].kind == "revision"]
    assert revised
    for slot, later in revised:
        earlier = told[slot.of][1]
        assert earlier != later
        assert _head(earlier) == _head(later)
        assert _likeness(earlier, later) >= 0.8


def test_look_alike_has_another_head_and_most_of_the_body():
    told = {slot.number: (slot, text(slot, SEED)) for slot in slots(COUNT, SEED)}
    alike = [pair for pair in told.values() if pair[0].kind == "alike"]
    assert alike
    for slot, other in alike:
        assert _head(told[slot.of][1]) != _head(other)
        assert _likeness(told[slot.of][1], other) >= 0.8


def test_no_two_texts_are_the_same():
    texts = Counter(text(slot, SEED) for slot in slots(3_000, SEED))
    assert texts.most_common(1)[0][1] == 1


def test_a_report_takes_about_three_kilobytes():
    sizes = [len(text(slot, SEED).encode()) for slot in slots(COUNT, SEED)]
    assert 2_500 <= sum(sizes) / len(sizes) <= 4_000


def _head(told: str) -> str:
    return told.partition("BLUF")[0]


def _likeness(one: str, other: str) -> float:
    bodies = (told.partition("BLUF")[2].split() for told in (one, other))
    return SequenceMatcher(None, *bodies, autojunk=False).ratio()
