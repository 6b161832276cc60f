"""Decisions as a file tells them: one a line, about items that are named by their words."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from dash_intel.errors import InputError

_DAY = re.compile(r"(report|today)([+-][0-9]{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Told:
    """One decision of a file. ``number`` is its line.

    ``report`` is the file of the report that it is about and ``item`` the beginning of the item's
    text; no item where it is about the report as a whole, no report where about a question.
    ``when`` and the days among ``fields`` are as ``day_of`` reads them.
    """

    number: int
    when: str
    who: str
    deed: str
    report: str | None
    item: str | None
    fields: Mapping[str, Any] = field(default_factory=dict)


def told(text: str) -> tuple[Told, ...]:
    """Return the decisions of a file's text; lines that only say what they are ``about`` are none.

    Raises ``InputError`` where a line is no decision.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            content = json.loads(line)
            if set(content) != {"about"}:
                found.append(_told(number, content))
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"Line {number} tells no decision.") from error
    return tuple(found)


def day_of(text: str, published_on: date | None, today: date) -> date:
    """Return the day of ``2026-03-01``, ``report+4`` or ``today-30``, in days from those.

    Raises ``InputError`` where it is none of these.
    """
    match = _DAY.fullmatch(text)
    start = {"report": published_on, "today": today}.get(match[1]) if match else None
    if match and start:
        return start + timedelta(days=int(match[2]))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text} is no day.") from error


def _told(number: int, content: dict[str, Any]) -> Told:
    return Told(
        number=number,
        when=content.pop("when"),
        who=content.pop("who"),
        deed=content.pop("do"),
        report=content.pop("report", None),
        item=content.pop("item", None),
        fields=content,
    )
