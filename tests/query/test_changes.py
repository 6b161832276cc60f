"""What changed between two revisions is told sentence by sentence."""

from dash_intel.model.span import Span
from dash_intel.query.changes import changes
from tests.reports import report

BEFORE = "Port closed. Strike goes on.\nFuel is short.\n"


def _told(before: str, after: str) -> list[tuple[str | None, str | None]]:
    return [
        (one.before and one.before.of(before), one.after and one.after.of(after))
        for one in changes(report(before), report(after))
    ]


def test_same_sentences_in_other_white_space_are_no_change() -> None:
    assert changes(report(BEFORE), report("Port  closed.\n\nStrike goes on. Fuel is short.")) == ()


def test_sentence_in_the_place_of_another_is_one_change() -> None:
    after = BEFORE.replace("Strike goes on.", "Talks began.")
    assert _told(BEFORE, after) == [("Strike goes on.", "Talks began.")]


def test_added_sentence_has_no_place_before() -> None:
    assert _told(BEFORE, f"{BEFORE}Rail is hit, too.") == [(None, "Rail is hit, too.")]


def test_removed_sentence_has_no_place_after() -> None:
    assert _told(BEFORE, "Port closed. Fuel is short.") == [("Strike goes on.", None)]


def test_numbers_do_not_end_sentences() -> None:
    assert changes(report("Up 2.5 % to 3.1."), report("Up 2.5 % to 3.2."))[0].before == Span(0, 16)


def test_empty_text_is_added_whole() -> None:
    assert _told("", "All new. Twice.") == [(None, "All new. Twice.")]


def test_long_texts_that_share_nothing_are_one_change() -> None:
    one, other = ("\n".join(f"{word} {n}." for n in range(30_000)) for word in ("One", "Other"))
    assert len(changes(report(one), report(other))) == 1
