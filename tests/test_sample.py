"""The invented sample, and beside it any real report that lies next to the project."""

from pathlib import Path

import pytest

from dash_intel.model.report import Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from dash_intel.read import find, read_file
from dash_intel.settings import SAMPLE_DIRECTORY

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"


def _reports(folder: Path) -> list[Report]:
    texts = [text for ref in find([folder]) for text in read_file(ref)]
    assert all(isinstance(text, SourceText) for text in texts)
    return [parse(text) for text in texts]


@pytest.fixture(scope="module")
def sample() -> list[Report]:
    return _reports(SAMPLE_DIRECTORY)


def test_the_sample_has_every_profile_and_both_layouts(sample):
    assert len(sample) == 15
    assert {report.template for report in sample} == {"sat", "hypotheses", "brief"}
    assert {"\n\n" in report.text for report in sample} == {True, False}


def test_every_sample_report_says_that_it_is_invented(sample):
    assert [report.source for report in sample if "sample" not in report.flags] == []


def test_every_sample_report_is_read_whole(sample):
    doubts = {
        report.source: (report.parse.warnings, report.parse.missing, report.parse.unread)
        for report in sample
        if report.parse.warnings or report.parse.missing or report.parse.unread
    }
    assert doubts == {}


def test_every_sample_report_has_what_its_profile_promises(sample):
    for report in sample:
        contents = report.contents
        if report.template == "brief":
            assert len(contents.insights) >= 4
        else:
            assert len(contents.risks) >= 3
            assert len(contents.recommendations) >= 3
            assert contents.scenarios
            assert contents.tags
            assert contents.entities or contents.declared_gaps
        if report.template == "hypotheses":
            assert len(contents.hypotheses) == 2
            assert contents.assumptions


def test_every_sample_report_with_an_outlet_names_its_publisher(sample):
    without = [one.source[:2] for one in sample if one.contents.head.publisher is None]
    assert without == ["07", "11", "13", "14", "15"]


def test_a_real_report_is_read_exactly():
    for report in _reports(SEED) if SEED.exists() else []:
        contents, head = report.contents, report.contents.head
        counts = [
            len(items)
            for items in (
                contents.techniques,
                contents.risks,
                contents.recommendations,
                contents.scenarios,
                contents.tags,
                contents.entities,
                contents.declared_gaps,
            )
        ]
        assert counts == [3, 3, 3, 3, 4, 0, 1]
        assert [one.kind for one in contents.scenarios] == ["best", "worst", "most_likely"]
        assert (head.publisher, str(head.published_on)) == ("EURACTIV", "2025-05-26")
        assert report.flags == ("promoted_content",)
        assert (report.parse.unread, report.parse.warnings) == ((), ())
