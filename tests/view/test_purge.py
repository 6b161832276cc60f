"""What a purge says before and after."""

from dataclasses import replace
from datetime import UTC, datetime

from dash_intel.store import Purge, Tombstone
from dash_intel.view.purge import Holders, missed, purged, question
from tests.reports import full_report, report

GONE = Tombstone("report-1", "ab", datetime(2026, 2, 26, tzinfo=UTC), "mira", "asked", is_done=True)


def test_question_names_builds_files_and_what_goes_with_them() -> None:
    view = question(full_report(), Holders((6, 5), (3,)), 1)
    assert view.report == "Dockers' strike closes the port of Vesna"
    assert view.removed == (
        f"its text of {len(full_report().text)} characters and all that was read from it",
        "what builds 5 and 6 and the search index hold of it; they get new numbers",
        "the names of its files in the history of loads: harbour.txt and mirror/harbour.html",
        "warnings of other reports that name it",
        "all of build 3, which was written by another version",
    )
    assert "revision" not in view.stays


def test_one_build_and_other_revisions_are_said_as_such() -> None:
    view = question(report(), Holders((6,), ()), 2)
    assert view.removed[1] == "what build 6 and the search index hold of it; it gets a new number"
    assert view.stays.endswith("Its other revision stays too.")
    assert question(report(), Holders((6,), ()), 4).stays.endswith(
        "Its 3 other revisions stay too."
    )


def test_many_files_are_counted_after_the_third() -> None:
    many = replace(report(), sources=tuple(f"{at}.txt" for at in range(5)))
    assert (
        question(many, Holders((6,), ()), 1).removed[2].endswith("0.txt, 1.txt, 2.txt and 2 others")
    )


def test_outcome_names_old_and_new_builds() -> None:
    assert purged(Purge(GONE, {6: 9, 5: 8}, (3,))) == (
        "report-1 is gone for good from builds 5 and 6, now 8 and 9; build 3 of another version "
        "was removed. Its id and the reason stand on the Data page."
    )


def test_missed_report_says_when_who_and_why() -> None:
    assert missed(GONE) == "On 26 Feb 2026 by mira: asked. Its text is not kept."
