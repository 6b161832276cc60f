"""Revisions of a report, what changed between two, and where a text came from."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from dash_intel.model.problem import Problem
from dash_intel.model.report import ParseReport, Report
from dash_intel.query.changes import changes
from dash_intel.view import revisions as subject
from dash_intel.view.revisions import (
    alike_label,
    alikes,
    comparison,
    newest_alike,
    places,
    revisions,
)
from tests.reports import full_report, report

WHEN = datetime(2025, 6, 12, 9, 5, tzinfo=UTC)


def kin(*numbers: int) -> pd.DataFrame:
    rows = [(f"report-{number}", number, WHEN) for number in sorted(numbers, reverse=True)]
    return pd.DataFrame(rows, columns=["report_id", "revision", "loaded_at"])


def test_only_revision_says_nothing() -> None:
    found = revisions(kin(1), "report-1")
    assert (found.count, found.line, found.others, found.previous) == (1, "", (), None)


def test_revision_says_its_number_day_and_the_others() -> None:
    found = revisions(kin(1, 2, 3), "report-2")
    assert found.line == "Revision 2 of 3, loaded on 12 Jun 2025"
    assert [(one.report_id, one.label) for one in found.others] == [
        ("report-1", "Revision 1"),
        ("report-3", "Revision 3, the newest"),
    ]
    assert (found.previous, found.newest) == ("report-1", "report-3")


def test_first_revision_has_none_before_it() -> None:
    assert revisions(kin(1, 2), "report-1").previous is None


def test_revision_after_a_purged_one_is_compared_with_the_last_that_is_left() -> None:
    assert revisions(kin(1, 3), "report-3").previous == "report-1"


def test_of_many_revisions_those_near_the_first_and_the_newest_are_linked() -> None:
    found = revisions(kin(*range(1, 21)), "report-10")
    linked = [int(one.report_id.removeprefix("report-")) for one in found.others]
    assert linked == [1, 7, 8, 9, 11, 12, 13, 20]


def compared(before: str, after: str) -> subject.Comparison:
    older, newer = report(before), report(after)
    return comparison(older, newer, changes(older, newer))


def test_changes_stand_in_the_words_of_both_with_their_line() -> None:
    found = compared("One.\nTwo.\nThree.\nFour.", "One.\nTwo and a half.\nFour.\nFive.")
    assert found.title == "What changed since revision 1: 1 passage edited and 1 added"
    assert [(row.place, row.removed, row.added) for row in found.rows] == [
        ("Line 2", "Two.\nThree.", "Two and a half."),
        ("Line 4", None, "Five."),
    ]


def test_removed_passage_has_its_place_in_the_older_text() -> None:
    found = compared("One.\nTwo.\nThree.", "One.\nThree.")
    assert found.title.endswith(": 1 passage removed")
    assert [(row.place, row.removed, row.added) for row in found.rows] == [
        ("Line 2 before", "Two.", None)
    ]


def test_white_space_alone_is_said_to_be_all() -> None:
    found = compared("One.  Two.", "One.\nTwo.")
    assert (found.title, found.rows) == ("What changed since revision 1: only white space", ())


def test_many_and_long_changes_are_cut_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "SHOWN_CHANGES", 1)
    monkeypatch.setattr(subject, "SHOWN_CHARACTERS", 4)
    found = compared("Same.", "Ahead. Same. Behind.")
    assert found.left_out == 1
    assert found.rows[0].added == "Ahea …"


def warned(*messages: str, code: str = "looks_alike") -> Report:
    problems = tuple(Problem(code, message) for message in messages)
    return replace(report(), parse=ParseReport(warnings=problems))


def test_reports_that_look_alike_are_named_once() -> None:
    (found,) = alikes(warned("It has the head of report-0a1b.", "Again report-0a1b."))
    assert (found.report_id, found.message) == ("report-0a1b", "It has the head of the other.")


def test_other_warnings_and_no_id_link_nothing() -> None:
    assert alikes(warned("It names report-0a1b.", code="odd")) == ()
    assert alikes(warned("It names none.")) == ()


def test_of_one_document_only_the_newest_revision_is_linked() -> None:
    alike = alikes(warned("See report-a.", "See report-b.", "See report-c."))
    first = report("A.", document_id="document-a")
    second = replace(first, report_id="report-b", revision=2)
    found = newest_alike(zip(alike, [second, first, None], strict=True))
    assert [(one.report_id, other.revision) for one, other in found] == [("report-a", 2)]


def test_report_that_looks_alike_is_told_by_day_and_publisher() -> None:
    assert alike_label(full_report()) == (
        "2025-06-03 · Harbour Gazette · Dockers' strike closes the port of Vesna"
    )
    assert alike_label(report()) == "no date stated · publisher not stated · harbour.txt"


def test_place_says_load_time_version_and_hash() -> None:
    frame = pd.DataFrame(
        [("a.txt", "0123456789abcdef", 2, WHEN, "0.1.0"), ("b.csv", None, 3, WHEN, "0.2.0")],
        columns=["source", "bytes_hash", "load_number", "loaded_at", "program_version"],
    )
    shown, left_out = places(frame)
    assert [(place.source, place.meta) for place in shown] == [
        (
            "a.txt",
            "Load 2 · 2025-06-12 09:05 UTC · dash_intel 0.1.0 · SHA-256 of the file 0123456789ab…",
        ),
        ("b.csv", "Load 3 · 2025-06-12 09:05 UTC · dash_intel 0.2.0"),
    ]
    assert left_out == 0


def test_many_places_are_counted_after_the_tenth() -> None:
    columns = ["source", "bytes_hash", "load_number", "loaded_at", "program_version"]
    frame = pd.DataFrame([("a.txt", None, 2, WHEN, "0.1.0")] * 12, columns=columns)
    shown, left_out = places(frame)
    assert (len(shown), left_out) == (10, 2)
