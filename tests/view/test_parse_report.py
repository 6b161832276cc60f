"""How completely a report was read is said in full."""

import pytest

from dash_intel.model.report import ParseReport
from dash_intel.model.report import Section as ReportSection
from dash_intel.model.span import Span
from dash_intel.view.parse_report import line_finder
from dash_intel.view.reader import reader
from tests.reports import HARBOUR, full_report, report, span
from tests.view.reading import item, section

VIEW = reader(full_report())


def test_unread_text_and_warnings_name_their_line() -> None:
    lines = HARBOUR.splitlines()
    assert item(VIEW, "unread-1").label == f"Line {lines.index('Stray words.') + 1}"
    assert item(VIEW, "warning-1").label == f"Line {lines.index('3. Implications') + 1}"
    assert item(VIEW, "warning-2").label == "The whole report"


def test_fully_read_report_says_that_nothing_is_left() -> None:
    facts = {one.label: one.text for one in section(reader(report()), "reading").items()}
    assert facts["Not read"] == "Nothing"
    assert facts["Sections missing"] == "None"
    assert facts["Warnings"] == "None"


def test_section_of_a_third_party_is_called_by_its_heading() -> None:
    found = ReportSection("ports", span("6. Tags"), span("ports, labour disputes"))
    view = reader(report(parse=ParseReport(sections=(found,))))
    facts = {one.label: one.text for one in section(view, "reading").items()}
    assert facts["Sections found"] == "6. Tags"


def test_unrecognised_report_says_that_all_of_it_is_unread() -> None:
    view = reader(report("Strange.", template="unrecognised"))
    facts = {one.label: one.text for one in section(view, "reading").items()}
    assert facts["Profile"] == "None recognises it"
    assert facts["Not read"] == "All of it, 8 characters"


@pytest.mark.parametrize(("start", "line"), [(0, "Line 1"), (1, "Line 1"), (2, "Line 2")])
def test_line_of_a_span_is_that_of_its_start(start: int, line: str) -> None:
    assert line_finder("a\nb\n")(Span(start, start + 1)) == line
