"""Reports in the exchange format: one JSON object a line (``report.schema.json`` beside this file).

Keys and lists stand in a fixed order, so the same reports give the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from dash_intel.export.reading_fields import (
    categories,
    impact,
    item_places,
    likelihood,
    named_region,
    place,
    region,
)
from dash_intel.model.items import Recommendation, Risk, Scenario, Statement
from dash_intel.model.report import Contents, Head, HeadSpans, Report

SCHEMA_VERSION = 1

Fields = dict[str, object]


def schema() -> Mapping[str, object]:
    """Return the JSON Schema of one line."""
    file = resources.files("dash_intel.export") / "report.schema.json"
    found: Mapping[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return found


def lines(reports: Iterable[Report]) -> Iterator[str]:
    """Return one line of JSON a report, each with its line break."""
    for report in reports:
        yield json.dumps(exchange(report), ensure_ascii=False, separators=(",", ":")) + "\n"


def exchange(report: Report) -> Fields:
    """Return ``report`` in the exchange format."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report_id": report.report_id,
        "document_id": report.document_id,
        "revision": report.revision,
        "content_hash": report.content_hash,
        "source": report.source,
        "sources": list(report.sources),
        "text": report.text,
        "language": report.language,
        "profile_version": report.profile_version,
        "vocabulary_version": report.vocabulary_version,
        **_head(report.contents.head, report),
        **_contents(report.contents),
        "unread": [{"span": list(span)} for span in report.parse.unread],
        "warnings": [
            {"code": problem.code, "message": problem.message} for problem in report.parse.warnings
        ],
    }


def _head(head: Head, report: Report) -> Fields:
    return {
        "title": head.title,
        "headline": head.headline,
        "publisher": head.publisher,
        "published_on": head.published_on.isoformat() if head.published_on else None,
        "template": report.template,
        "marking": head.marking,
        "flags": list(report.flags),
        "bluf": head.bluf,
        "confidence": head.confidence,
        "head_spans": _head_spans(head.spans),
    }


def _head_spans(spans: HeadSpans) -> Fields:
    named = {
        "title": spans.title,
        "headline": spans.headline,
        "publisher": spans.publisher,
        "published_on": spans.published_on,
        "bluf": spans.bluf,
        "confidence": spans.confidence,
        "marking": spans.marking,
    }
    return {name: None if span is None else list(span) for name, span in named.items()}


def _contents(contents: Contents) -> Fields:
    return {
        "techniques": [
            {
                "name": one.name,
                "family": one.family,
                "match": one.match,
                "as_written": one.as_written,
                "text": one.text,
                "span": list(one.span),
            }
            for one in contents.techniques
        ],
        "hypotheses": [
            {
                "label": one.label,
                "text": one.text,
                "preferred": one.preferred,
                "span": list(one.span),
            }
            for one in contents.hypotheses
        ],
        "assessment": None if contents.assessment is None else _statement(contents.assessment),
        "assumptions": [
            {"kind": one.kind, "text": one.text, "span": list(one.span)}
            for one in contents.assumptions
        ],
        "risks": [_risk(one) for one in contents.risks],
        "recommendations": [_recommendation(one) for one in contents.recommendations],
        "scenarios": [_scenario(one) for one in contents.scenarios],
        **_brief(contents),
        **_closing(contents),
        "places": [place(one) for one in contents.places],
        "named_regions": [named_region(one) for one in contents.named_regions],
        "regions": [region(one) for one in contents.regions],
    }


def _brief(contents: Contents) -> Fields:
    return {
        "insights": [
            {
                "category": one.category,
                "code": one.code,
                "confidence": one.confidence,
                "text": one.text,
                "credibility": one.credibility,
                "coherence": one.coherence,
                "span": list(one.span),
            }
            for one in contents.insights
        ],
        "brief_sections": [
            {
                "category": one.category,
                "sentiment": one.sentiment,
                "policy_relevance": one.policy_relevance,
            }
            for one in contents.brief_sections
        ],
    }


def _closing(contents: Contents) -> Fields:
    return {
        "entities": [
            {
                "name": one.name,
                "type": one.type,
                "role": one.role,
                "origin": one.origin,
                "span": list(one.span),
            }
            for one in contents.entities
        ],
        "declared_gaps": [_statement(one) for one in contents.declared_gaps],
        "tags": [
            {
                "name": one.name,
                "as_written": one.as_written,
                "supported": one.supported,
                "support_spans": [list(span) for span in one.support_spans],
                "span": list(one.span),
            }
            for one in contents.tags
        ],
    }


def _statement(one: Statement) -> Fields:
    return {"text": one.text, "span": list(one.span)}


def _risk(one: Risk) -> Fields:
    return {
        "risk_id": one.risk_id,
        "text": one.text,
        "label": one.label,
        "polarity": one.polarity,
        "categories": categories(one.categories),
        "likelihood": likelihood(one.likelihood),
        "impact": impact(one.impact),
        "places": item_places(one.places),
        "named_regions": list(one.named_regions),
        "span": list(one.span),
    }


def _recommendation(one: Recommendation) -> Fields:
    return {
        "recommendation_id": one.recommendation_id,
        "text": one.text,
        "horizon": one.horizon,
        "instrument": one.instrument,
        "addressee": one.addressee,
        "places": item_places(one.places),
        "span": list(one.span),
    }


def _scenario(one: Scenario) -> Fields:
    return {
        "scenario_id": one.scenario_id,
        "kind": one.kind,
        "label": one.label,
        "text": one.text,
        "origin": one.origin,
        "likelihood": likelihood(one.likelihood),
        "horizon": one.horizon,
        "triggers": [_statement(trigger) for trigger in one.triggers],
        "places": item_places(one.places),
        "span": list(one.span),
    }
