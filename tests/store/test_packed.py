"""A packed report is the report."""

import pickle
from datetime import date

import pytest

from dash_intel.model.problem import Problem
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.store import LOOKS_ALIKE, Packed, packed
from dash_intel.store.kin import as_revision
from dash_intel.synth import slots, text
from tests.reports import dated, full_report, report

REPORTS = [
    full_report(),
    report(),
    dated(None, "Undated"),
    *(parse(SourceText(text(slot, 2), (f"{slot.number}.txt",), "ab")) for slot in slots(30, 2)),
]


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.source)
def test_a_report_is_the_same_after_packing_and_travel(one: Report) -> None:
    there: Packed = pickle.loads(pickle.dumps(packed(one)))  # noqa: S301 - our own
    assert there.unpacked() == one


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.source)
def test_what_a_packed_report_says_of_itself_is_true(one: Report) -> None:
    there, head = packed(one), one.contents.head
    assert (there.report_id, there.document_id, there.revision, there.text, there.bytes_hash) == (
        one.report_id,
        one.document_id,
        one.revision,
        one.text,
        one.bytes_hash,
    )
    assert (there.source, there.sources) == (one.source, one.sources)
    assert (there.headline, there.publisher, there.published_on) == (
        head.headline,
        head.publisher,
        head.published_on,
    )
    assert there.head.spans.title == head.spans.title
    assert there.is_recognised == one.is_recognised
    assert there.is_doubtful == bool(one.parse.warnings or one.parse.unread)


def test_rows_stand_under_the_given_key_and_load() -> None:
    head = Head(headline="Calm", published_on=date(2025, 3, 1))
    found = list(packed(report(contents=Contents(head=head))).rows(7, 3))
    assert [(table, rows[0][:2]) for table, rows in found if table == "report"] == [
        ("report", (7, 3))
    ]
    assert {cells[0] for _, rows in found for cells in rows} == {7}


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.source)
def test_a_packed_revision_is_the_report_as_that_revision(one: Report) -> None:
    revised = packed(one).as_revision("document-other", 3)
    assert revised.unpacked() == as_revision(one, "document-other", 3)


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.source)
def test_a_packed_report_takes_one_warning_more(one: Report) -> None:
    problem = Problem(LOOKS_ALIKE, "It has the headline of another.")
    warned = packed(one).with_warning(problem).unpacked().parse.warnings
    assert sorted(warned, key=str) == sorted([*one.parse.warnings, problem], key=str)
