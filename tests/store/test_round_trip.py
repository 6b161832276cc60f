"""Every report comes back from the database as it went in."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dash_intel.errors import StoreError
from dash_intel.model.report import Contents, Head, HeadSpans, Report
from dash_intel.model.span import Span
from dash_intel.store import current_build, open_build, publish
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report, other_report, report


def test_report_with_every_field_comes_back_equal(database_of: DatabaseOf) -> None:
    expected = full_report()
    assert database_of(expected).report(expected.report_id) == expected


def test_report_with_nothing_read_comes_back_equal(database_of: DatabaseOf) -> None:
    expected = report("Nothing.", template="unrecognised")
    assert database_of(expected).report(expected.report_id) == expected


def test_head_field_at_the_first_character_keeps_its_span(database_of: DatabaseOf) -> None:
    head = Head(title="", spans=HeadSpans(title=Span(0, 0)))
    expected = report("x", contents=Contents(head=head))
    assert database_of(expected).report(expected.report_id) == expected


def test_unknown_id_is_none(database_of: DatabaseOf) -> None:
    assert database_of(full_report()).report("report-none") is None


def test_items_of_two_reports_stay_apart(database_of: DatabaseOf) -> None:
    first, second = full_report(), other_report()
    database = database_of(first, second)
    assert [database.report(first.report_id), database.report("report-other")] == [first, second]


def test_reports_come_by_date_undated_last_then_by_id(database_of: DatabaseOf) -> None:
    late = dated(date(2025, 3, 1), "late")
    early = [dated(date(2025, 2, 1), title) for title in ("one", "two", "three")]
    undated = dated(None, "undated")
    database = database_of(undated, late, *early)
    assert list(database.reports()) == [*sorted(early, key=_id), late, undated]


def test_reports_come_over_several_reads(
    database_of: DatabaseOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dash_intel.store.database.REPORTS_A_READ", 2)
    monkeypatch.setattr("dash_intel.store.loader.OUTCOMES_A_WRITE", 2)
    expected = sorted((report(f"Text {number}") for number in range(7)), key=_id)
    assert list(database_of(*expected).reports()) == expected


def test_threads_that_share_a_database_get_their_own_answers(database_of: DatabaseOf) -> None:
    expected = [report(f"Text {number}") for number in range(40)]
    database = database_of(*expected)
    with ThreadPoolExecutor(8) as threads:
        actual = list(threads.map(lambda one: database.report(one.report_id), expected))
    assert actual == expected


def test_text_that_is_not_unicode_is_refused_by_name(database_of: DatabaseOf) -> None:
    with pytest.raises(StoreError, match="not Unicode"):
        database_of(replace(report(), text="half a pair: \ud83d"))


@settings(max_examples=10, deadline=None)
@given(texts=st.lists(st.text(min_size=1), min_size=1, unique=True))
def test_any_text_comes_back_character_by_character(texts: list[str]) -> None:
    expected = {text: (text,) for text in texts}
    with TemporaryDirectory() as directory:
        publish(Path(directory), [report(text, source=text) for text in texts], tuple(texts))
        build = current_build(Path(directory))
        assert build is not None
        with closing(open_build(build)) as database:
            actual = {found.text: found.sources for found in database.reports()}
    assert actual == expected


def _id(one: Report) -> str:
    return one.report_id
