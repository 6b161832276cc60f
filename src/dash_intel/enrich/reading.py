"""Adds what the words of a report mean to what was parsed from it."""

from collections.abc import Sequence
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
from dash_intel.model.report import Contents, Report
from dash_intel.model.span import Span
from dash_intel.vocab import table

RULES = 4
"""Raised with every change of a rule that may read a text otherwise."""


def version() -> str:
    """Return the version of all words and rules together, which every report carries."""
    return f"{table.version()}-{RULES}"


def enrich(report: Report) -> Report:
    """Return ``report`` with the readings of its words.

    A text that no profile reads stays without readings.
    """
    return enrich_all((report,))[0]


def enrich_all(reports: Sequence[Report]) -> list[Report]:
    """Return ``reports``, in their order, each as ``enrich`` returns it.

    It goes subject by subject: the automaton of a subject stays in the processor's cache, which
    makes some dozen reports together a sixth cheaper than one by one.
    """
    found = [_Readings(report) for report in reports if report.is_recognised]
    for subject in _SUBJECTS:
        for one in found:
            subject(one)
    read = iter(found)
    return [
        next(read).enriched() if report.is_recognised else _versioned(report, report.contents)
        for report in reports
    ]


class _Readings:
    """What is read of one report so far; each method reads one subject."""

    __slots__ = (
        "_body",
        "_entities",
        "_places",
        "_recommendations",
        "_report",
        "_risks",
        "_scenarios",
        "_tags",
    )

    def __init__(self, report: Report) -> None:
        self._report = report

    def read_places(self) -> None:
        spans = self._report.contents.head.spans
        title = spans.headline or spans.title
        passages = _read_passages(self._report)
        self._places = read_places(self._report.text, title, spans.bluf, passages)

    def read_risks(self) -> None:
        text, places = self._report.text, self._places
        self._risks = tuple([_risk(text, one, places) for one in self._report.contents.risks])

    def read_recommendations(self) -> None:
        text, places = self._report.text, self._places
        told = self._report.contents.recommendations
        self._recommendations = tuple([_recommendation(text, one, places) for one in told])

    def read_scenarios(self) -> None:
        text, places = self._report.text, self._places
        told = self._report.contents.scenarios
        self._scenarios = tuple([_scenario(text, one, places) for one in told])

    def read_entities(self) -> None:
        self._body = Body(self._report)
        self._entities = read_entities(self._report, self._body)

    def read_tags(self) -> None:
        self._tags = read_tags(self._report, self._body)

    def enriched(self) -> Report:
        contents = replace(
            self._report.contents,
            techniques=named_techniques(self._report),
            risks=self._risks,
            recommendations=self._recommendations,
            scenarios=self._scenarios,
            entities=self._entities,
            tags=self._tags,
            places=self._places.places,
            named_regions=self._places.named_regions,
            regions=self._places.regions,
        )
        return _versioned(self._report, contents)


_SUBJECTS = (
    _Readings.read_places,
    _Readings.read_risks,
    _Readings.read_recommendations,
    _Readings.read_scenarios,
    _Readings.read_entities,
    _Readings.read_tags,
)


def _versioned(report: Report, contents: Contents) -> Report:
    return replace(report, vocabulary_version=version(), contents=contents)


def _read_passages(report: Report) -> tuple[Span, ...]:
    """Return the text without what no rule claimed, such as the menu of a web page."""
    bounds = chain([0], *report.parse.unread, [len(report.text)])
    passages = (Span(start, end) for start, end in list(pairwise(bounds))[::2])
    return tuple(passage for passage in passages if passage.start < passage.end)


def _risk(text: str, risk: Risk, places: PlaceReadings) -> Risk:
    """Return ``risk`` with its readings; ``replace`` takes twice the time of naming all fields."""
    found = meaning(text, risk.span)
    countries, regions = places.of_item(risk.span)
    return Risk(
        risk.risk_id,
        risk.text,
        risk.label,
        risk.span,
        found.polarity,
        found.categories,
        found.likelihood,
        found.impact,
        countries,
        regions,
        found.polarity_evidence,
        risk.heading,
    )


def _recommendation(text: str, one: Recommendation, places: PlaceReadings) -> Recommendation:
    means, by = instrument(text, one.span), addressee(text, one.span)
    countries, _ = places.of_item(one.span)
    return Recommendation(
        one.recommendation_id,
        one.text,
        one.horizon,
        one.span,
        means[0] if means else None,
        by[0] if by else None,
        means[1] if means else None,
        by[1] if by else None,
        countries,
        one.heading,
    )


def _scenario(text: str, scenario: Scenario, places: PlaceReadings) -> Scenario:
    countries, _ = places.of_item(scenario.span)
    chance = likelihood(text, scenario.span, is_story=True)
    return Scenario(
        scenario.scenario_id,
        scenario.kind,
        scenario.label,
        scenario.text,
        scenario.origin,
        scenario.span,
        chance,
        scenario.horizon,
        scenario.triggers,
        countries,
        scenario.heading,
    )
