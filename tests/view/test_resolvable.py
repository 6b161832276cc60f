"""What a scenario could be judged by, read from its words."""

from datetime import date

import pytest

from dash_intel.view.resolvable import ANALYST, REPORT, SENTENCE, SIGN, Told, elements, lacking


def words(text: str, name: str) -> tuple[str, ...]:
    return next(one.words for one in elements(Told(text)) if one.name == name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A garrison is overrun by rebels.", "actor", ("garrison", "rebels")),
        ("M23 takes the town.", "actor", ("M23",)),
        ("Talks go on.", "actor", ()),
        ("The line is cut and a ship sinks.", "event", ("cut", "sinks")),
        ("Two or three raids follow.", "threshold", ("Two or three raids",)),
        ("Losses exceed 40 % of the crop.", "threshold", ("exceed", "40 %")),
        ("The bank reopens in July.", "deadline", ("in July",)),
        ("It ends by mid-May.", "deadline", ("by mid-May",)),
        ("It may end.", "deadline", ()),
        ("In May 2026 it ends.", "deadline", ("In May 2026",)),
        ("It ends within six months.", "deadline", ("within six months",)),
        ("It ends by the end of the week.", "deadline", ("by the end of the week",)),
        ("A lull until the next harvest.", "deadline", ("until the next harvest",)),
        ("It ends before 2027.", "deadline", ("before 2027",)),
        ("Turnout matches that of 2021.", "deadline", ()),
        ("It lasts for six weeks.", "deadline", ()),
        ("A strike between February and June follows.", "deadline", ("between February and June",)),
    ],
)
def test_words_are_those_of_the_sentence(text: str, name: str, expected: tuple[str, ...]) -> None:
    found = words(text, name)
    assert all(one in text for one in found)
    assert found == expected


def test_number_of_a_deadline_is_no_threshold() -> None:
    assert words("It ends within six months.", "threshold") == ()


def test_nothing_is_found_where_nothing_is_said() -> None:
    found = elements(Told("Gradual economic engagement."))
    assert [one.words for one in found] == [(), (), (), ()]
    assert lacking(found) == "No actor, no event, no threshold and no deadline found"


def test_nothing_lacks_where_all_is_said() -> None:
    found = elements(Told("The army withdraws two battalions by June 2026."))
    assert lacking(found) == ""
    assert {one.where for one in found} == {SENTENCE}


def test_signs_are_looked_at_where_the_sentence_says_nothing() -> None:
    found = {one.name: one for one in elements(Told("Calm.", ("the navy sails by June 2026",)))}
    assert (found["actor"].words, found["actor"].where) == (("navy",), SIGN)


def test_horizon_of_an_analyst_goes_before_that_of_the_report() -> None:
    (deadline,) = (one for one in elements(Told("Calm.", (), "a week")) if one.name == "deadline")
    assert (deadline.words, deadline.where) == (("a week",), REPORT)
    told = Told("Calm.", (), "a week", date(2026, 6, 30))
    (deadline,) = (one for one in elements(told) if one.name == "deadline")
    assert (deadline.words, deadline.where) == (("2026-06-30",), ANALYST)


def test_any_text_is_taken() -> None:
    for text in ("", "İstanbul’da bir şey", "<img src=x>", "\x00", "é" * 5_000):
        assert len(elements(Told(text))) == 4
