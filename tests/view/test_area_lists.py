"""Quotes, gaps and tallies of an area in words."""

from datetime import date, datetime

import pandas as pd

from dash_intel.view.gaps import gaps
from dash_intel.view.item import Chip
from dash_intel.view.quotes import behind, behind_scope, judgements
from dash_intel.view.tallies import entities, sources, tags

ROW = {
    "report_id": "report-1",
    "title": "Talks <b>resume</b>",
    "publisher": None,
    "published_on": datetime(2026, 2, 12),
    "total": 7,
}


def test_judgement_opens_its_bottom_line_and_says_how_sure_it_is() -> None:
    rows = [ROW | {"bluf": "It is likely.", "confidence": c} for c in ("high", None)]
    found = judgements(pd.DataFrame(rows))
    assert [one.chips[0].text for one in found.shown] == [
        "Confidence: high",
        "Confidence not stated",
    ]
    assert (found.shown[0].item_id, found.shown[0].meta, found.total) == ("bluf", "2026-02-12", 7)


def test_gap_is_as_old_as_the_newest_day_says() -> None:
    rows = [
        ROW | {"position": 0, "text": "No names.", "oldest_on": datetime(2026, 2, 1)},
        ROW | {"position": 2, "text": "?", "oldest_on": None, "published_on": None},
    ]
    found = gaps(pd.DataFrame(rows), date(2026, 2, 26))
    assert [one.chips for one in found.quotes.shown] == [
        (Chip("14 days old"),),
        (Chip("Age not known"),),
    ]
    assert [one.item_id for one in found.quotes.shown] == ["gap-1", "gap-3"]
    assert found.scope == (
        "7 sentences in which reports say what they do not know, the oldest 25 days old;"
        " age on 26 Feb 2026, the newest day of the data."
    )


def test_no_gap_is_said_in_words() -> None:
    found = gaps(pd.DataFrame([ROW]).iloc[:0], date(2026, 2, 26))
    assert found.scope == "No report says that it does not know something."
    assert found.quotes.shown == ()


def test_list_behind_a_number_says_the_number() -> None:
    row = ROW | {"item_id": "", "text": None, "units": 5, "reports": 7}
    found = pd.DataFrame([row])
    assert behind_scope(found, "reports") == "5 reports, the newest first."
    assert behind_scope(found, "events") == "5 events, told in 7 reports, the newest first."
    assert behind(found).shown[0].text == ""
    assert behind_scope(found.iloc[:0], "reports").startswith("Nothing is behind")


def test_entity_says_who_else_speaks_of_it() -> None:
    rows = [
        {"name": "NATO", "type": "organisation", "units": 3, "all_units": 9, "total": 2},
        {"name": "Mira Toll", "type": None, "units": 3, "all_units": 3, "total": 2},
    ]
    found = entities(pd.DataFrame(rows))
    assert [one.note for one in found.shown] == ["Organisation · 6 more elsewhere", "only here"]


def test_tags_that_moved_stand_first_and_stamps_nowhere() -> None:
    rows = [
        {"name": name, "y": y, "n": 9, "y_before": before, "n_before": 8, "trend": trend}
        for name, y, before, trend in (
            ("regional focus", 9, 8, "steady"),
            ("drones", 6, 5, "steady"),
            ("ports", 3, 0, "new"),
            ("elections", 0, 5, "fading"),
            ("gone", 0, 1, "steady"),
        )
    ]
    found = tags(pd.DataFrame(rows), frozenset({"regional focus"}))
    assert [(one.name, one.number, one.note) for one in found] == [
        ("ports", 3, "3 of 9, was 0 of 8"),
        ("elections", 0, "0 of 9, was 5 of 8"),
        ("drones", 6, "6 of 9, was 5 of 8"),
    ]
    assert [one.chip for one in found] == [Chip("✦ new"), Chip("▼ fading"), None]


def test_publisher_that_is_not_stated_is_said_not_to_be() -> None:
    rows = [
        {"kind": "publisher", "name": "", "units": 2, "last_on": None},
        {"kind": "technique", "name": "ACH", "units": 1, "last_on": datetime(2026, 1, 2)},
    ]
    (found,) = sources(pd.DataFrame(rows), "publisher")
    assert (found.name, found.key, found.note) == (
        "No publisher stated",
        "",
        "newest no date stated",
    )
