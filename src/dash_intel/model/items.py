"""The items a report is made of.

Every item carries the span it was read from, and ``text`` (or ``name``, ``as_written``) is exactly
the characters of that span. ``heading`` spans the heading or label that introduced the item, None
where it had none; it serves the reader's eye and is no part of the exchange format.
"""

from dataclasses import dataclass
from typing import Literal

from dash_intel.model.reading import Category, Evidence, Impact, ItemPlace, Likelihood
from dash_intel.model.span import Span

Confidence = Literal["low", "moderate", "high"]
Match = Literal["exact", "near", "loose", "none"]
AssumptionKind = Literal[
    "assumption", "red_flag", "information_gap", "blind_spot", "bias", "inconsistency", "other"
]
Polarity = Literal["risk", "opportunity", "mixed"]
Horizon = Literal["immediate", "medium_term"]
ScenarioKind = Literal["best", "worst", "most_likely", "unlabelled"]
ScenarioOrigin = Literal["outlook", "analysis"]
EntityType = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or passage that is kept as it stands."""

    text: str
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Technique:
    """A structured analytic technique that the report names, with what it says under it."""

    name: str
    family: str | None
    match: Match
    as_written: str
    text: str
    span: Span
    heading: Span | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of the competing hypotheses; ``preferred`` is None where the report does not say."""

    label: str
    text: str
    preferred: bool | None
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """A key assumption, red flag, gap or bias that the report declares."""

    kind: AssumptionKind
    text: str
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """One sentence or labelled bullet of Implications and Strategic Risks."""

    risk_id: str
    text: str
    label: str | None
    span: Span
    polarity: Polarity = "risk"
    categories: tuple[Category, ...] = ()
    likelihood: Likelihood | None = None
    impact: Impact | None = None
    places: tuple[ItemPlace, ...] = ()
    named_regions: tuple[str, ...] = ()
    polarity_evidence: Evidence | None = None
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One piece of advice."""

    recommendation_id: str
    text: str
    horizon: Horizon | None
    span: Span
    instrument: str | None = None
    addressee: str | None = None
    instrument_evidence: Evidence | None = None
    addressee_evidence: Evidence | None = None
    places: tuple[ItemPlace, ...] = ()
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A future the report describes; ``label`` and ``horizon`` as written."""

    scenario_id: str
    kind: ScenarioKind
    label: str | None
    text: str
    origin: ScenarioOrigin
    span: Span
    likelihood: Likelihood | None = None
    horizon: str | None = None
    triggers: tuple[Statement, ...] = ()
    places: tuple[ItemPlace, ...] = ()
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Insight:
    """One item of a brief; ``code`` is its opaque letter."""

    category: str
    code: str | None
    confidence: Confidence | None
    text: str
    credibility: str | None
    coherence: str | None
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class BriefSection:
    """What a brief says once a category, which may stand in it more than once.

    ``sentiment`` and ``policy_relevance`` are the characters of their spans.
    """

    category: str
    sentiment: str | None
    policy_relevance: str | None
    sentiment_span: Span | None = None
    policy_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place that the report lists or its body names.

    ``name`` is as written where it is listed, canonical where the body names it.
    """

    name: str
    type: EntityType | None
    role: str | None
    origin: Literal["listed", "body"]
    span: Span
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A thematic tag; ``supported`` is None until the vocabulary has terms for it."""

    name: str
    as_written: str
    span: Span
    supported: bool | None = None
    support_spans: tuple[Span, ...] = ()
    theme: str | None = None
    rule: str | None = None
