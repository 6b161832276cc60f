"""Builds, and what to weigh before going to another."""

from datetime import UTC, datetime

import pytest

from dash_intel.store import Kept, Lacking, Rollback, Tombstone
from dash_intel.view.builds import (
    SHOWN_LACKING,
    build_table,
    going,
    gone,
    purged_table,
    steps,
)

WHEN = datetime(2026, 2, 26, 9, 5, tzinfo=UTC)


def kept(number: int, *, is_current: bool = False, trouble: str | None = None) -> Kept:
    texts = None if trouble else number * 10
    return Kept(number, WHEN, texts, 1_250_000, is_current, number - 1, trouble)


BUILDS = (kept(7), kept(6, is_current=True), kept(5), kept(4, trouble="damaged"))
WITHOUT_CURRENT = (kept(7), kept(5))


def lost(many: int) -> tuple[Lacking, ...]:
    return tuple(Lacking(f"report-{at}", f"Title {at}") for at in range(many))


def test_every_build_has_a_row_with_its_state() -> None:
    rows = build_table(BUILDS).rows
    assert rows[1] == (6, "2026-02-26 09:05 UTC", 60, "1.2 MB", "Current")
    assert [row[4] for row in rows] == [None, "Current", None, "Damaged"]
    assert rows[3][2] is None


def test_damaged_current_build_says_both() -> None:
    (row,) = build_table([kept(3, is_current=True, trouble="damaged")]).rows
    assert row[4] == "Current, damaged"


def test_ways_lead_to_all_but_the_current_and_the_damaged() -> None:
    assert [(step.number, step.label) for step in steps(BUILDS)] == [
        (7, "Go forward to build 7"),
        (5, "Go back to build 5"),
    ]


def test_ways_without_a_current_build_have_no_direction() -> None:
    assert [step.label for step in steps(WITHOUT_CURRENT)] == ["Use build 7", "Use build 5"]


def test_question_says_what_the_build_lacks_and_that_nothing_is_removed() -> None:
    view = going(BUILDS, 5, lost(1))
    assert (view.title, view.button) == ("Go back to build 5?", "Go back to build 5")
    assert view.facts == (
        "Build 5 of 2026-02-26 09:05 UTC holds 50 texts; build 6, the current one, holds 60."
    )
    assert view.lacks == "It lacks 1 text of build 6:"
    assert view.titles == ("Title 0",)
    assert view.note.startswith("Nothing is removed: build 6 stays through the next two loads")


def test_texts_of_one_title_are_counted_in_one_line() -> None:
    twice = Lacking("report-9", "Title 0")
    assert going(BUILDS, 5, (*lost(2), twice)).titles == ("Title 0 · 2 texts", "Title 1")


def test_only_the_first_texts_are_named_and_the_rest_counted() -> None:
    view = going(BUILDS, 5, lost(SHOWN_LACKING + 3))
    assert (len(view.titles), view.left_out) == (SHOWN_LACKING, 3)


@pytest.mark.parametrize(
    ("builds", "lacking", "said"),
    [
        (BUILDS, (), "It has every text of build 6."),
        (BUILDS, None, "The current build cannot be read: what this one lacks is not known."),
        (
            WITHOUT_CURRENT,
            None,
            "The current build cannot be read: what this one lacks is not known.",
        ),
    ],
)
def test_nothing_lacking_and_nothing_known_are_told_apart(
    builds: tuple[Kept, ...], lacking: tuple[Lacking, ...] | None, said: str
) -> None:
    view = going(builds, 5, lacking)
    assert (view.lacks, view.titles) == (said, ())


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            Rollback(6, 5, lost(2)),
            (
                "Build 5 is current now. It lacks 2 texts of build 6; to have them again, go "
                "forward to build 6 under Builds."
            ),
        ),
        (
            Rollback(5, 6, ()),
            (
                "Build 6 is current now. It has every text of build 5; to undo this, go back to "
                "build 5 under Builds."
            ),
        ),
        (
            Rollback(6, 5, None),
            "Build 5 is current now. Build 6 could not be read: what this one lacks is not known.",
        ),
        (Rollback(None, 5, None), "Build 5 is current now."),
    ],
)
def test_outcome_says_the_way_back(done: Rollback, said: str) -> None:
    assert gone(done) == said


def test_last_purged_report_stands_first() -> None:
    earlier = Tombstone("report-1", "ab", WHEN, "mira", "names a source", is_done=True)
    later = Tombstone("report-2", "cd", WHEN.replace(year=2027), "ivo", "asked", is_done=True)
    rows = purged_table((earlier, later)).rows
    assert rows == (
        ("report-2", "2027-02-26 09:05 UTC", "ivo", "asked"),
        ("report-1", "2026-02-26 09:05 UTC", "mira", "names a source"),
    )
