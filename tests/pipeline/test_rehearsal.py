"""Decisions of a file, made by the rules on their own days."""

from datetime import date

import pytest

from dash_intel.model.ledger import Subject
from dash_intel.pipeline.rehearsal import rehearsal
from dash_intel.pipeline.told import Told
from dash_intel.query.items import Item

PUBLISHED_ON = date(2025, 3, 1)
TODAY = date(2026, 3, 1)
ITEMS = (
    Item(
        "a.txt",
        "The dock stays open.",
        Subject("future-1", "scenario", "report-1", 1, PUBLISHED_ON, triggers=("a strike",)),
    ),
    Item(
        "a.txt",
        "Keep the dock open.",
        Subject("advice-1", "recommendation", "report-1", 1, PUBLISHED_ON),
    ),
    Item(
        "a.txt",
        "Keep the dock lit.",
        Subject("advice-2", "recommendation", "report-1", 1, PUBLISHED_ON),
    ),
    Item("a.txt", "", Subject("document-1", "document", "report-1", 1, PUBLISHED_ON)),
)


def _line(number: int, deed: str, item: str | None, when: str = "report+4", **rest: object) -> Told:
    return Told(number, when, "Ana (invented)", deed, "a.txt", item, rest)


def test_lines_are_decided_in_the_order_of_their_days() -> None:
    lines = (
        _line(
            1,
            "scenario.resolve",
            "The dock",
            "report+30",
            outcome="occurred",
            resolved_on="report+28",
            evidence="Seen.",
        ),
        _line(2, "scenario.set", "The dock", probability=0.4, horizon_on="report+60"),
        _line(3, "signpost.set", "The dock", "today-9", indicator="a strike", mark="not_seen"),
    )
    done = rehearsal(lines, ITEMS, TODAY)
    assert done.refused == {}
    assert [(one.kind, one.at.date()) for one in done.events] == [
        ("scenario.set", date(2025, 3, 5)),
        ("scenario.resolve", date(2025, 3, 31)),
        ("signpost.set", date(2026, 2, 20)),
    ]
    assert done.events[0].after == {"probability": 0.4, "horizon_on": "2025-04-30"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (_line(7, "scenario.set", "The port", probability=0.4), "0 items of a.txt begin with"),
        (_line(7, "recommendation.set", "Keep the dock", owner="B"), "2 items of a.txt begin"),
        (_line(7, "scenario.set", "The dock", probability=1.4), "A probability of 140 %"),
        (_line(7, "scenario.close", "The dock"), "There is no deed scenario.close"),
        (_line(7, "scenario.set", "The dock", colour="red"), "scenario.set does not take this"),
        (_line(7, "scenario.set", "The dock", "someday", probability=0.4), "someday is no day"),
        (_line(7, "scenario.reopen", "The dock", reason="Why not."), "future-1 is not resolved"),
    ],
)
def test_line_that_cannot_be_gives_no_event_and_is_named(line: Told, why: str) -> None:
    done = rehearsal((line, _line(8, "note.add", None, note="Read it.")), ITEMS, TODAY)
    assert [one.kind for one in done.events] == ["note.add"]
    assert done.refused[7].startswith(why)
