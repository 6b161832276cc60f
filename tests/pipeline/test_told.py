"""Decisions as a file tells them."""

from datetime import date

import pytest

from dash_intel.errors import InputError
from dash_intel.pipeline.told import day_of, told

PUBLISHED_ON = date(2025, 3, 1)
TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("report+4", date(2025, 3, 5)),
        ("report-1", date(2025, 2, 28)),
        ("today-30", date(2026, 10, 2)),
        ("today+1", date(2026, 11, 2)),
        ("2026-01-31", date(2026, 1, 31)),
    ],
)
def test_day_is_counted_from_the_report_or_today_or_named(text: str, day: date) -> None:
    assert day_of(text, PUBLISHED_ON, TODAY) == day


@pytest.mark.parametrize("text", ["report", "today+", "tomorrow+1", "2026-02-30", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no day"):
        day_of(text, PUBLISHED_ON, TODAY)


def test_day_of_a_report_without_a_date_is_refused() -> None:
    with pytest.raises(InputError, match=r"report\+4 is no day"):
        day_of("report+4", None, TODAY)


def test_line_says_when_who_what_and_about_which_item() -> None:
    (line,) = told(
        '{"about": "Invented."}\n'
        '{"when": "report+4", "who": "Ana", "do": "scenario.set", "report": "a.txt", '
        '"item": "Two", "probability": 0.4}'
    )
    assert (line.number, line.when, line.who, line.deed) == (2, "report+4", "Ana", "scenario.set")
    assert (line.report, line.item, line.fields) == ("a.txt", "Two", {"probability": 0.4})


@pytest.mark.parametrize("line", ["", "no object", "[]", '{"when": "today-1", "who": "Ana"}'])
def test_line_that_tells_no_decision_is_named(line: str) -> None:
    with pytest.raises(InputError, match="Line 2 tells no decision"):
        told(f'{{"about": "Invented."}}\n{line}\n')
