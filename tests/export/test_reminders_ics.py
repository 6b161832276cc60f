"""Calendars of what is due, read again by a parser."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from icalendar import Calendar

from dash_intel.errors import ExportError
from dash_intel.export.reminders_ics import reminders_ics
from dash_intel.view.reminders import reminders
from tests.export.test_recommendations_xlsx import ROW

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
DUE = pd.Timestamp(2026, 3, 31)


def table(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([{**ROW, **row} for row in rows])


def calendar(*rows: dict[str, object]) -> bytes:
    return reminders_ics(reminders(table(*rows), TODAY), NOW)


def test_each_open_one_with_a_due_day_is_a_whole_day() -> None:
    read = Calendar.from_ical(
        calendar(
            {"recommendation_id": "advice-1"},
            {"recommendation_id": "advice-2", "due_on": pd.NaT},
            {"recommendation_id": "advice-3", "status": "implemented"},
        )
    )
    (event,) = read.walk("VEVENT")
    assert event["uid"] == "advice-1@dash-intel"
    assert event.decoded("dtstart") == date(2026, 3, 31)
    assert event.decoded("dtend") == date(2026, 4, 1)
    assert event.decoded("dtstamp") == NOW
    assert (event["sequence"], event["transp"]) == (2, "TRANSPARENT")
    assert event["summary"] == "Due: Open the northern berth to tankers."
    assert event["description"] == (
        "Open the northern berth to tankers.\nStatus: Open – In progress\nOwner: Ann\n"
        "Priority: Critical"
    )
    (alarm,) = event.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm.decoded("trigger") == -timedelta(days=3)


def test_file_is_as_the_standard_wants_it() -> None:
    made = calendar({"text": "Open it; now, or\nnever. " + "Ärger " * 60})
    lines = made.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert {b"VERSION:2.0", b"METHOD:PUBLISH", b"DTSTART;VALUE=DATE:20260331"} <= set(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert b"SUMMARY:Due: Open it\\; now\\, or never. \xe2\x80\xa6" in lines


def test_hostile_sentence_adds_no_line_of_its_own() -> None:
    hostile = "Do it.\r\nATTENDEE:mailto:x@example.org\r\nEND:VEVENT\x00"
    read = Calendar.from_ical(calendar({"text": hostile, "owner": "a\nb"}))
    (event,) = read.walk("VEVENT")
    assert "attendee" not in event
    assert "\x00" not in event["description"]


def test_same_advice_keeps_its_id_and_its_number_rises_with_each_decision() -> None:
    events = [
        Calendar.from_ical(calendar({"revision": revision})).walk("VEVENT")[0]
        for revision in (2, 3)
    ]
    assert [event["uid"] for event in events] == ["advice-1@dash-intel"] * 2
    assert [event["sequence"] for event in events] == [2, 3]


def test_calendar_of_nothing_is_refused() -> None:
    with pytest.raises(ExportError, match="No open recommendation among these has a due day"):
        calendar({"due_on": pd.NaT})


@pytest.mark.parametrize(
    ("owner", "within", "expected"),
    [
        (None, None, ["late", "soon", "far"]),
        ("ANN", None, ["late", "far"]),
        (None, 14, ["late", "soon"]),
        ("Eva", 11, ["soon"]),
        ("Nobody", None, []),
    ],
)
def test_reminders_of_an_owner_and_within_days(
    owner: str | None, within: int | None, expected: list[str]
) -> None:
    found = table(
        {"recommendation_id": "far", "due_on": pd.Timestamp(2026, 6, 1)},
        {"recommendation_id": "soon", "due_on": DUE, "owner": "Eva"},
        {"recommendation_id": "late", "due_on": pd.Timestamp(2026, 1, 1)},
    )
    due = reminders(found, TODAY, owner, within)
    assert [one.recommendation_id for one in due] == expected


def test_invented_decision_is_marked_wherever_a_calendar_shows_it() -> None:
    read = Calendar.from_ical(
        calendar({"is_invented": True}, {"recommendation_id": "advice-2", "is_invented": False})
    )
    invented, other = read.walk("VEVENT")
    assert invented["summary"].startswith("Invented, due: ")
    assert "Invented, for trying out." in invented["description"]
    assert invented["categories"].cats == ["Invented"]
    assert other["summary"].startswith("Due: ")
    assert "nvented" not in other.to_ical().decode()
