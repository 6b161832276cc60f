"""The invented sample, and beside it any real report that lies next to the project."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dash_intel.settings import PROJECT_ROOT
from tests.sample import REPORTS, TEXTS, months, reports_of
from tests.sample import sample as sample_reports

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"


@pytest.fixture(scope="module")
def sample():
    return sample_reports()


def test_the_sample_has_every_profile_format_and_layout(sample):
    assert (len(sample), REPORTS) == (TEXTS, 59)
    assert Counter(report.template for report in sample) == {
        "hypotheses": 36,
        "sat": 20,
        "brief": 4,
    }
    assert {Path(report.source).suffix for report in sample} == {".txt", ".md", ".html"}
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
            assert contents.head.confidence is not None


def test_every_sample_report_with_an_outlet_names_its_publisher(sample):
    without = [one.source[:2] for one in sample if one.contents.head.publisher is None]
    briefs = [one.source[:2] for one in sample if one.template == "brief"]
    of_the_last_profile = [
        one.source[:2] for one in sample if str(one.contents.head.published_on) >= "2025-11-27"
    ]
    assert without == sorted({*briefs, *of_the_last_profile})
    assert len({one.contents.head.publisher for one in sample}) > 30


@pytest.fixture(scope="module")
def listed() -> list[list[str]]:
    """Give the rows of the table in the documentation: file, date, and so on."""
    text = (PROJECT_ROOT / "docs" / "sample.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return [[row[0].strip("`"), *row[1:]] for row in rows]


def test_the_documentation_lists_every_sample_report_with_its_date(sample, listed):
    dates = [(one.source, str(one.contents.head.published_on)) for one in sample]
    assert [(row[0], row[1]) for row in listed] == dates


def test_every_month_of_a_year_has_sample_reports(sample):
    by_month = months(sample)
    assert sorted(by_month) == [
        *(f"2025-{month:02}" for month in range(2, 13)),
        "2026-01",
        "2026-02",
    ]
    assert min(len(reports) for reports in by_month.values()) >= 2


def test_ten_regions_or_more_have_three_to_eight_sample_reports(listed):
    regions = Counter(row[6] for row in listed if row[6] != "several")
    assert len(regions) >= 10
    assert {region: n for region, n in regions.items() if not 3 <= n <= 8} == {}


def test_countries_that_the_documentation_names_are_named_by_the_sample_report(sample, listed):
    missing = [
        (one.source, country)
        for one, row in zip(sample, listed, strict=True)
        for country in row[5].split(", ")
        if country != "–" and country not in one.text
    ]
    assert missing == []


def test_the_wording_of_the_sample_covers_what_is_told_apart(sample):
    risks = [one.text for report in sample for one in report.contents.risks]
    for words in ("remote chance", "very unlikely", "unlikely", "roughly even", "probable"):
        assert any(words in text for text in risks)
    for words in ("very likely", "highly likely", "almost certain", "may", "could", "might"):
        assert any(words in text for text in risks)
    for words in ("expected to", "set to", "poised to", "on track to", "continue", "already"):
        assert any(words in text for text in risks)
    likelihood = re.compile(
        r"likely|chance|probabl|certain|\b(?:may|could|might|would|will|can)\b|possib"
        r"|expected|set to|poised|on track|remain|continu|already"
    )
    assert sum(likelihood.search(text) is None for text in risks) >= 15


def test_a_real_report_is_read_exactly():
    for report in reports_of(SEED) if SEED.exists() else []:
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
