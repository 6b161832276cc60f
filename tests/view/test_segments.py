"""Segments cut a text so that every mark is exactly its span."""

from hypothesis import given
from hypothesis import strategies as st

from dash_intel.model.span import Span
from dash_intel.view.segments import Mark, Segment, segments

TEXT = "Harbour closed – 港口 🚢 reopens"


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(max_size=40))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return text, [Mark(f"item-{at}", Span(min(pair), max(pair))) for at, pair in enumerate(spans)]


@given(marked_texts())
def test_segments_joined_are_the_text(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    assert "".join(segment.text for segment in segments(text, marks)) == text


@given(marked_texts())
def test_segments_of_an_item_are_exactly_its_span(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    cut = segments(text, marks)
    for mark in marks:
        covered = "".join(segment.text for segment in cut if mark.item_id in segment.items)
        assert covered == mark.span.of(text)


def test_shorter_mark_is_the_inner_one() -> None:
    cut = segments("abcd", [Mark("short", Span(1, 2)), Mark("long", Span(0, 4))])
    assert cut == (
        Segment("a", ("long",)),
        Segment("b", ("long", "short")),
        Segment("cd", ("long",)),
    )


def test_outer_mark_stays_outside_a_longer_one() -> None:
    cut = segments("abcd", [Mark("risk", Span(0, 4)), Mark("warning", Span(1, 2), is_outer=True)])
    assert cut[1] == Segment("b", ("warning", "risk"))


def test_crossing_marks_are_both_kept() -> None:
    cut = segments("abc", [Mark("left", Span(0, 2)), Mark("right", Span(1, 3))])
    assert [segment.items for segment in cut] == [("left",), ("left", "right"), ("right",)]


def test_heading_is_told_from_text() -> None:
    cut = segments("Tags\nports", [Mark("tag", Span(5, 10))], [Span(0, 4)])
    assert cut == (Segment("Tags", (), True), Segment("\n"), Segment("ports", ("tag",)))


def test_empty_marks_leave_the_text_whole() -> None:
    assert segments(TEXT, [Mark("nothing", Span(3, 3))]) == (Segment(TEXT),)


def test_no_text_has_no_segments() -> None:
    assert segments("", []) == ()
