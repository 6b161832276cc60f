"""How recommendations stood on any day."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from dash_intel.model.ledger import Event, Value
from dash_intel.query.advice_history import Stand, histories, stand_on


def event(on: date, after: Mapping[str, Value], kind: str = "recommendation.set") -> Event:
    """Return what somebody decided about ``advice`` at the last minute of a day."""
    at = datetime(on.year, on.month, on.day, 23, 59, tzinfo=UTC)
    return Event(1, at, "Mira", kind, "advice", None, None, 1, {}, after, None, None, "", "")


ACCEPTED = event(date(2025, 4, 3), {"status": "accepted", "owner": "Jon", "due_on": "2025-06-01"})
DONE = event(date(2025, 5, 9), {"status": "implemented", "done_on": "2025-05-02"})
REOPENED = event(date(2025, 7, 1), {"status": "accepted", "done_on": None})
REFUSED = event(date(2025, 8, 2), {"status": "not_implemented"})


def test_nothing_stands_before_the_first_decision_and_its_day_counts_whole() -> None:
    history = histories([ACCEPTED])["advice"]
    assert stand_on(history, date(2025, 4, 2)) is None
    assert stand_on(history, date(2025, 4, 3)) == Stand(
        date(2025, 4, 3), "accepted", date(2025, 6, 1)
    )


def test_what_was_recorded_later_changes_no_earlier_day() -> None:
    """It was done on 2 May and that was recorded on 9 May: at the end of 8 May it stood open."""
    history = histories([ACCEPTED, DONE])["advice"]
    before, after = stand_on(history, date(2025, 5, 8)), stand_on(history, date(2025, 5, 9))
    assert before is not None
    assert before.is_open
    assert after is not None
    assert (after.is_open, after.closed_on) == (False, date(2025, 5, 2))


def test_reopened_advice_is_open_and_keeps_its_due_day() -> None:
    history = histories([ACCEPTED, DONE, REOPENED])["advice"]
    stand = stand_on(history, date(2026, 1, 1))
    assert stand == Stand(date(2025, 7, 1), "accepted", date(2025, 6, 1), None)


def test_advice_that_is_not_implemented_is_closed_on_the_day_that_was_recorded() -> None:
    stand = stand_on(histories([REFUSED])["advice"], date(2025, 8, 2))
    assert stand == Stand(date(2025, 8, 2), "not_implemented", None, date(2025, 8, 2))


def test_due_day_that_is_taken_away_is_none() -> None:
    history = histories([ACCEPTED, event(date(2025, 4, 9), {"due_on": None})])["advice"]
    assert [one.due_on for one in history] == [date(2025, 6, 1), None]


def test_several_decisions_of_a_day_leave_the_last() -> None:
    history = histories([ACCEPTED, event(date(2025, 4, 3), {"status": "in_progress"})])["advice"]
    stand = stand_on(history, date(2025, 4, 3))
    assert stand is not None
    assert stand.status == "in_progress"


def test_only_decisions_about_the_recommendation_itself_count() -> None:
    assert histories([event(date(2025, 4, 3), {"note-1": "Look"}, "note.add")]) == {}
