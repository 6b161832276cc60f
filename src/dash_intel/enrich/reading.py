"""Adds what the words of a report mean to what was parsed from it."""

from dataclasses import replace
from itertools import chain, pairwise

from dash_intel.enrich.advice import addressee, instrument
from dash_intel.enrich.body import Body
from dash_intel.enrich.entities import read_entities
from dash_intel.enrich.likelihood import likelihood
from dash_intel.enrich.meaning import meaning
from dash_intel.enrich.places import PlaceReadings, read_places
from dash_intel.enrich.tags import read_tags
from dash_intel.enrich.techniques import named_techniques
from dash_intel.model.items import Recommendation, Risk, Scenario
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.vocab import table

RULES = 2
"""Raised with every change of a rule that may read a text otherwise."""


def version() -> str:
    """Return the version of all words and rules together, which every report carries."""
    return f"{table.version()}-{RULES}"


def enrich(report: Report) -> Report:
    """Return ``report`` with the readings of its words.

    A text that no profile reads stays without readings.
    """
    report = replace(report, vocabulary_version=version())
    if not report.is_recognised:
        return report
    spans = report.contents.head.spans
    title = spans.headline or spans.title
    places = read_places(report.text, title, spans.bluf, _read_passages(report))
    body = Body(report)
    contents = replace(
        report.contents,
        techniques=named_techniques(report),
        risks=tuple(_risk(report.text, one, places) for one in report.contents.risks),
        recommendations=tuple(
            _recommendation(report.text, one, places) for one in report.contents.recommendations
        ),
        scenarios=tuple(_scenario(report.text, one, places) for one in report.contents.scenarios),
        entities=read_entities(report, body),
        tags=read_tags(report, body),
        places=places.places,
        named_regions=places.named_regions,
        regions=places.regions,
    )
    return replace(report, contents=contents)


def _read_passages(report: Report) -> tuple[Span, ...]:
    """Return the text without what no rule claimed, such as the menu of a web page."""
    bounds = chain([0], *report.parse.unread, [len(report.text)])
    passages = (Span(start, end) for start, end in list(pairwise(bounds))[::2])
    return tuple(passage for passage in passages if passage.start < passage.end)


def _risk(text: str, risk: Risk, places: PlaceReadings) -> Risk:
    found = meaning(text, risk.span)
    countries, regions = places.of_item(risk.span)
    return replace(
        risk,
        polarity=found.polarity,
        polarity_evidence=found.polarity_evidence,
        categories=found.categories,
        likelihood=found.likelihood,
        impact=found.impact,
        places=countries,
        named_regions=regions,
    )


def _recommendation(text: str, one: Recommendation, places: PlaceReadings) -> Recommendation:
    means, by = instrument(text, one.span), addressee(text, one.span)
    countries, _ = places.of_item(one.span)
    return replace(
        one,
        instrument=means[0] if means else None,
        instrument_evidence=means[1] if means else None,
        addressee=by[0] if by else None,
        addressee_evidence=by[1] if by else None,
        places=countries,
    )


def _scenario(text: str, scenario: Scenario, places: PlaceReadings) -> Scenario:
    countries, _ = places.of_item(scenario.span)
    chance = likelihood(text, scenario.span, is_story=True)
    return replace(scenario, likelihood=chance, places=countries)
