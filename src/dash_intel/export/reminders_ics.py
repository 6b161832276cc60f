"""Reminders as a calendar file (iCalendar, RFC 5545): a whole day each, and an alarm before it.

They are events and no to-dos: Outlook leaves those of a file out.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from dash_intel.errors import ExportError
from dash_intel.view.reminders import NONE_DUE, Reminder

ALARM_BEFORE = timedelta(days=3)
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


def reminders_ics(reminders: Sequence[Reminder], now: datetime) -> bytes:
    """Return a calendar of all-day events, made ``now``; ``ExportError`` where there is none.

    An event's id is that of the recommendation and its number rises with each decision, so that a
    later file moves what an earlier one brought.
    """
    if not reminders:
        raise ExportError(NONE_DUE)
    calendar = Calendar()
    calendar.add("prodid", "-//dash_intel//Recommendations//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Recommendations")
    for reminder in reminders:
        calendar.add_component(_event(reminder, now))
    return bytes(calendar.to_ical())


def _event(reminder: Reminder, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{reminder.recommendation_id}@dash-intel")
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("sequence", reminder.revision)
    event.add("dtstart", reminder.due_on)
    event.add("dtend", reminder.due_on + timedelta(days=1))
    event.add("summary", _plain(reminder.summary))
    event.add("description", _plain(reminder.description))
    if reminder.is_invented:
        event.add("categories", ["Invented"])
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(reminder))
    return event


def _alarm(reminder: Reminder) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(reminder.summary))
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm


def _plain(text: str) -> str:
    return _CONTROLS.sub("\ufffd", text)
