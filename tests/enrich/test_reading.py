"""A whole report with the readings of its words."""

from dataclasses import replace

import pytest

from dash_intel.enrich import enrich, enrich_all, version
from dash_intel.model.report import UNRECOGNISED, Report
from dash_intel.model.source import SourceText
from dash_intel.parse import parse
from tests.sample import numbered

TEXT = """\
Ferry strike strands Visby
Published on: 2025-06-03
Intelligence Report: Ferry strike strands Visby
1. BLUF (Bottom Line Up Front)
Crews stopped the ferries between Sweden and Gotland. Fuel is likely to run short.
2. Detailed Analysis
ACH 2.0
Wages explain the strike better than sabotage.
3. Implications and Strategic Risks
The shortage could cause unrest in Sweden. The island is isolated.
4. Recommendations and Outlook
- The Swedish government should deploy navy transports.
- Best Case: The strike ends within days.
- Worst Case: Sabotage of a ferry is unlikely.
- Most Likely: Crews return in a week.
5. Key Individuals and Entities
Specific names are not provided in the source text.
6. Thematic Tags
labour disputes, cybersecurity
Cookie settings for all our many readers in Brazil
"""


@pytest.fixture
def report() -> Report:
    return enrich(parse(SourceText(TEXT, ("ferry.txt",))))


def test_every_reading_stands_where_it_says(report: Report) -> None:
    contents = report.contents
    found = [one for risk in contents.risks for one in (*risk.categories, risk.impact) if one]
    for evidence in found:
        assert evidence.words == tuple(span.of(TEXT) for span in evidence.spans)
    for one in (*contents.risks, *contents.scenarios):
        if one.likelihood and one.likelihood.basis == "stated":
            assert one.likelihood.span.of(TEXT) in {"likely", "unlikely"}
    assert {span.of(TEXT) for place in contents.places for span in place.spans} >= {"Sweden"}


def test_item_without_a_place_inherits_the_primary_ones(report: Report) -> None:
    first, second = report.contents.risks
    assert [(place.iso3, place.inherited) for place in first.places] == [("SWE", False)]
    assert [(place.iso3, place.inherited) for place in second.places] == [("SWE", True)]


def test_scenario_carries_the_likelihood_of_its_words(report: Report) -> None:
    likelihoods = [one.likelihood for one in report.contents.scenarios]
    assert [one and (one.basis, one.term) for one in likelihoods] == [
        None,
        ("stated", "unlikely"),
        None,
    ]


def test_text_that_was_not_read_names_no_place(report: Report) -> None:
    assert "BRA" not in {place.iso3 for place in report.contents.places}


def test_unrecognised_text_gets_no_reading_but_the_version() -> None:
    found = enrich(parse(SourceText("Kazakhstan will likely fall.", ("a.txt",))))
    assert found.template == UNRECOGNISED
    assert found.contents.places == ()
    assert found.vocabulary_version == version()


def test_enriching_again_changes_nothing() -> None:
    for report in list(numbered().values())[:12]:
        once = enrich(report)
        assert enrich(replace(once)) == once


def test_reports_read_together_are_as_each_alone() -> None:
    texts = (TEXT, "No profile reads this.", f"{TEXT}\nKazakhstan will likely fall.", TEXT)
    reports = [parse(SourceText(text, (f"{n}.txt",))) for n, text in enumerate(texts)]
    assert enrich_all(reports) == [enrich(report) for report in reports]
    assert enrich_all(()) == []
