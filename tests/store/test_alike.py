"""Similarity is the share of neighbouring words in common; 0.8 of it makes a revision."""

from dataclasses import replace
from datetime import date

import pytest

from dash_intel.model.report import Head, HeadSpans
from dash_intel.model.span import Span
from dash_intel.store.alike import body, same_head, similarity, wording

HEAD = Head(headline="Strike", publisher="Gazette", published_on=date(2025, 6, 3))


def _share(one: str, other: str) -> float:
    return similarity(wording(one), wording(other))


def test_same_words_are_the_same_whatever_their_case_and_punctuation() -> None:
    assert _share("The port – closed.\nStill.", "the port closed; still") == 1.0


def test_nothing_in_common_is_zero() -> None:
    assert _share("one two three", "four five six") == 0.0


def test_two_empty_bodies_are_the_same() -> None:
    assert _share("", "…") == 1.0


def test_order_of_words_counts() -> None:
    assert _share("one two three four", "four three two one") < 0.5


def test_share_is_of_pairs_of_words() -> None:
    assert _share("a b c d e f g h i j", "a b c d e f g h x y") == pytest.approx(0.8)
    assert _share("a b c d e f g h i j", "a b c d e f g x y z") == pytest.approx(0.7)


def test_share_is_the_same_both_ways() -> None:
    assert _share("a b c d", "a b c d e f") == _share("a b c d e f", "a b c d")


def test_repeated_words_count_as_often_as_they_stand() -> None:
    assert _share("no " * 100, "no " * 50) == pytest.approx(2 * 50 / 150)


def test_body_is_the_text_without_head_lines() -> None:
    text = "Strike\n2025-06-03\nThe port is closed."
    spans = HeadSpans(headline=Span(0, 6), published_on=Span(7, 17))
    assert body(text, replace(HEAD, spans=spans)).split() == ["The", "port", "is", "closed."]


def test_spans_that_overlap_are_left_out_once() -> None:
    spans = HeadSpans(title=Span(0, 6), headline=Span(0, 3))
    assert body("Strike on", replace(HEAD, spans=spans)).split() == ["on"]


@pytest.mark.parametrize("field", ["headline", "publisher", "published_on"])
def test_head_is_the_same_only_where_all_three_are_stated_and_equal(field: str) -> None:
    lacking = replace(HEAD, **{field: None})  # type: ignore[arg-type]
    assert same_head(HEAD, HEAD)
    assert not same_head(HEAD, lacking)
    assert not same_head(lacking, lacking)


def test_long_texts_take_one_pass() -> None:
    words = " ".join(f"w{number % 977}" for number in range(300_000))
    assert _share(words, f"{words} more") > 0.99
