"""A report as it was read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dash_intel.model.items import (
    Assumption,
    BriefSection,
    Confidence,
    Entity,
    Hypothesis,
    Insight,
    Recommendation,
    Risk,
    Scenario,
    Statement,
    Tag,
    Technique,
)
from dash_intel.model.problem import Problem
from dash_intel.model.reading import NamedRegion, Place, Region
from dash_intel.model.span import Span

Marking = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
Flag = Literal["promoted_content", "sample", "truncated", "other_language"]

UNRECOGNISED = "unrecognised"
"""Template of a report that no profile reads."""


@dataclass(frozen=True, slots=True)
class HeadSpans:
    """Where the head's fields stand; None for what the report does not state."""

    title: Span | None = None
    headline: Span | None = None
    publisher: Span | None = None
    published_on: Span | None = None
    bluf: Span | None = None
    confidence: Span | None = None
    marking: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a report says about itself. None is "not stated", never a default.

    ``title`` is the page title and ``headline`` what follows ``Intelligence Report:``, both
    without a trailing publisher.
    """

    title: str | None = None
    headline: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    marking: Marking | None = None
    bluf: str | None = None
    confidence: Confidence | None = None
    spans: HeadSpans = HeadSpans()


@dataclass(frozen=True, slots=True)
class Section:
    """A section that was found: its key, its heading and what stands under it."""

    key: str
    heading: Span
    body: Span


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a profile read from one text. Order is the order of the text."""

    head: Head = Head()
    techniques: tuple[Technique, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    assessment: Statement | None = None
    assumptions: tuple[Assumption, ...] = ()
    risks: tuple[Risk, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    insights: tuple[Insight, ...] = ()
    brief_sections: tuple[BriefSection, ...] = ()
    entities: tuple[Entity, ...] = ()
    declared_gaps: tuple[Statement, ...] = ()
    tags: tuple[Tag, ...] = ()
    places: tuple[Place, ...] = ()
    named_regions: tuple[NamedRegion, ...] = ()
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class ParseReport:
    """How completely a text was read.

    ``missing`` are keys of sections the profile expects and did not find, ``unread`` runs of text
    that no rule claimed.
    """

    sections: tuple[Section, ...] = ()
    missing: tuple[str, ...] = ()
    unread: tuple[Span, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its text, what was read from it, and how completely.

    ``report_id`` follows from the text alone; ``document_id`` is shared by the revisions of one
    report and follows from the first of them, ``revision`` counts them from 1. ``bytes_hash`` is
    the SHA-256 of the bytes that the text was decoded from. ``template`` is the profile that read
    it, or ``unrecognised``. ``language`` is an ISO 639-1 code. Spans index ``text``.
    """

    report_id: str
    document_id: str
    revision: int
    content_hash: str
    sources: tuple[str, ...]
    text: str
    language: str | None
    template: str
    profile_version: str
    vocabulary_version: str
    bytes_hash: str | None = None
    flags: tuple[Flag, ...] = ()
    contents: Contents = field(default_factory=Contents)
    parse: ParseReport = field(default_factory=ParseReport)

    @property
    def source(self) -> str:
        """The first place the text came from."""
        return self.sources[0]

    @property
    def display_title(self) -> str:
        """Headline, else title, else the source: what to call this report."""
        head = self.contents.head
        return head.headline or head.title or self.source

    @property
    def is_recognised(self) -> bool:
        """Whether a profile read this report; only then does it count in charts."""
        return self.template != UNRECOGNISED
