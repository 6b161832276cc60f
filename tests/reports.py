"""Reports built by hand, for tests that need some without reading files."""

import hashlib
from dataclasses import replace
from datetime import date

from dash_intel.enrich import version
from dash_intel.model.items import (
    Assumption,
    BriefSection,
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
from dash_intel.model.reading import (
    Category,
    Evidence,
    Impact,
    ItemPlace,
    Likelihood,
    NamedRegion,
    Place,
    Region,
)
from dash_intel.model.report import Contents, Head, HeadSpans, ParseReport, Report, Section
from dash_intel.model.span import Span

HARBOUR = """\
Strike closes the port of Vesna – Harbour Gazette
Published on: 2025-06-03
Intelligence Report: Dockers' strike closes the port of Vesna – Harbour Gazette
1. BLUF
The port of Vesna is likely to stay closed for a week – 港口. Confidence level: Moderate.
2. Detailed Analysis
ACH 2.0
Hypothesis A: Wages alone drive the strike.
Hypothesis B: A rival port pays for it.
Assessment: Hypothesis A is better supported.
Assumption: the union speaks for all.
3. Implications
Fuel could run short inland.
4. Recommendations
- Open the northern berth to tankers.
- Worst Case: The strike spreads to rail. Trigger: rail ballot.
5. Entities
Mira Toll, union chair. No other names are provided.
6. Tags
ports, labour disputes
Insight 1 [S, Confidence: High]: Talks resume on Friday.
Stray words.
"""


def span(words: str, text: str = HARBOUR) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(text: str = HARBOUR, *, source: str = "harbour.txt", **changes: object) -> Report:
    """Return a report of ``text`` with an id that follows from it and nothing read."""
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    fields: dict[str, object] = {
        "report_id": f"report-{text_hash[:20]}",
        "document_id": f"document-{text_hash[:20]}",
        "revision": 1,
        "content_hash": text_hash,
        "sources": (source,),
        "text": text,
        "language": None,
        "template": "sat",
        "profile_version": "sat@1",
        "vocabulary_version": version(),
    }
    return Report(**(fields | changes))  # type: ignore[arg-type]


def dated(day: date | None, title: str, **changes: object) -> Report:
    """Return a small report of this day."""
    text = f"{title}\nPublished on: {day}\n"
    head = Head(headline=title, published_on=day)
    return report(text, source=f"{title}.txt", contents=Contents(head=head), **changes)


def full_report() -> Report:
    """Return a report that uses every field that the database keeps."""
    return report(
        sources=("harbour.txt", "mirror/harbour.html"),
        language="en",
        flags=("promoted_content", "sample"),
        contents=Contents(
            head=_head(),
            techniques=(
                Technique("ACH", "contrarian", "near", "ACH 2.0", "Hypothesis A", span("ACH 2.0")),
                Technique(
                    "Odd", None, "none", "ACH", "", span("ACH"), span("2. Detailed"), "alias@1"
                ),
            ),
            hypotheses=(
                Hypothesis("A", "Wages", True, span("Wages"), span("Hypothesis A:")),
                Hypothesis("B", "A rival", False, span("A rival")),
                Hypothesis("C", "nobody", None, span("No other")),
            ),
            assessment=Statement(
                "Hypothesis A is better supported.",
                span("Hypothesis A is better supported."),
                span("Assessment:"),
            ),
            assumptions=(Assumption("assumption", "the union", span("the union")),),
            risks=(Risk("risk-1", "Fuel", None, span("Fuel")), _risk()),
            recommendations=(
                Recommendation("advice-1", "Open", "immediate", span("Open")),
                Recommendation(
                    "advice-2",
                    "berth",
                    None,
                    span("berth"),
                    "economic",
                    "harbour",
                    Evidence(("Open",), (span("Open"),), "instrument.verb@1"),
                    Evidence(("berth",), (span("berth"),), "addressee.named@1"),
                    (ItemPlace("MDA", inherited=True),),
                ),
            ),
            scenarios=_scenarios(),
            insights=(
                Insight("Labour", "S", "high", "Talks", "good", None, span("Talks")),
                Insight("Labour", None, None, "Friday", None, "fair", span("Friday")),
            ),
            brief_sections=(
                BriefSection("Labour", "Talks", None, span("Talks")),
                BriefSection("Ports", None, "Friday", None, span("Friday")),
            ),
            entities=(
                Entity("Mira Toll", "person", "union chair", "listed", span("Mira Toll")),
                Entity("Vesna", None, None, "body", span("Vesna"), "entity.actor@1"),
            ),
            declared_gaps=(Statement("No other names", span("No other names")),),
            tags=(
                Tag("ports", "ports", span("ports,")),
                Tag(
                    "labour",
                    "labour disputes",
                    span("labour disputes"),
                    True,
                    (span("strike"), span("Wages")),
                    "Society",
                    "tag.label@1",
                ),
            ),
            places=(
                Place(
                    *("MDA", "primary", 2, 1, 0.6667, True, False),
                    spans=(span("Vesna"), span("Harbour")),
                    rules=("place.city@1", "place.actor@1"),
                ),
                Place("ROU", "mentioned", 1, 0, 0.3333, False, False, (span("rail"),)),
            ),
            named_regions=(NamedRegion("sahel", "Sahel", (span("inland"),), "place.region@1"),),
            regions=(Region("151", "Eastern Europe", "primary"),),
        ),
        parse=ParseReport(
            sections=(Section("bluf", span("1. BLUF"), span("The port of Vesna")),),
            missing=("hypotheses", "entities"),
            unread=(span("Stray"), span("words.")),
            warnings=(
                Problem("odd_heading", "This heading is odd: <b>3.</b>", span("3. Impl")),
                Problem("no_tags", "No tags were found."),
            ),
        ),
    )


def other_report() -> Report:
    """Return a report with the items of ``full_report`` under another headline."""
    full = full_report()
    head = replace(full.contents.head, headline="Pilots join the strike in Vesna")
    return replace(
        full,
        report_id="report-other",
        document_id="document-other",
        sources=("other.txt",),
        contents=replace(full.contents, head=head),
    )


def _head() -> Head:
    return Head(
        title="Strike closes the port of Vesna",
        headline="Dockers' strike closes the port of Vesna",
        publisher="Harbour Gazette",
        published_on=date(2025, 6, 3),
        marking="TLP:AMBER+STRICT",
        bluf="The port of Vesna is likely to stay closed for a week – 港口.",
        confidence="moderate",
        spans=HeadSpans(
            title=span("Strike closes the port of Vesna"),
            headline=span("Dockers' strike closes the port of Vesna"),
            published_on=span("2025-06-03"),
            bluf=span("The port of Vesna is likely to stay closed for a week – 港口."),
            confidence=span("Moderate"),
        ),
    )


def _risk() -> Risk:
    return Risk(
        "risk-2",
        "run short",
        "Energy",
        span("run short"),
        polarity="mixed",
        categories=(
            Category("energy", ("Fuel", "tankers"), (span("Fuel"), span("tankers")), "category@1"),
            Category("society", (), (), "category@1"),
        ),
        likelihood=Likelihood(
            "stated", "likely", 0.55, 0.8, "icd203", span("likely"), "likelihood.stated@1"
        ),
        impact=Impact(3, ("run short",), (span("run short"),), "impact.noun@1"),
        places=(ItemPlace("MDA", False, (span("Vesna"),)), ItemPlace("ROU", inherited=True)),
        named_regions=("sahel", "balkans"),
        polarity_evidence=Evidence(("short",), (span("short"),), "polarity.cue@1"),
    )


def _scenarios() -> tuple[Scenario, ...]:
    return (
        Scenario("future-1", "best", "Best", "Open", "outlook", span("Open")),
        Scenario(
            "future-2",
            "worst",
            None,
            "The strike spreads to rail.",
            "analysis",
            span("The strike spreads to rail."),
            horizon="a week",
            triggers=(
                Statement("rail ballot", span("rail ballot"), span("Trigger:")),
                Statement("ballot", span("ballot")),
            ),
            likelihood=Likelihood("hedge", "could", None, None, None, span("could"), "hedge@1"),
            places=(ItemPlace("MDA", inherited=True),),
            heading=span("- Worst Case:"),
        ),
    )
