"""One report as an analyst reads it: what was read beside the text it was read from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dash_intel.model.items import Scenario
from dash_intel.model.ledger import Override
from dash_intel.model.report import Contents, Report
from dash_intel.model.span import Span
from dash_intel.view import brief, readings, sections
from dash_intel.view.corrections import corrected
from dash_intel.view.explanation import Reading, explanation
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, Edge, Group, Item, KindCount, ReaderView, Section
from dash_intel.view.parse_report import parse_report
from dash_intel.view.segments import Mark, segments
from dash_intel.view.words import ABSENT, NOT_STATED, SCENARIO_KINDS, named

SHOWN_CHARACTERS = 300_000
"""How much of a text is shown; a browser lays more out too slowly."""

SHOWN_ITEMS = 500
"""How many items of a section are shown."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "head": "Head",
        "technique": "Techniques named",
        "hypothesis": "Hypotheses",
        "assessment": "Assessment",
        "assumption": "Assumptions",
        "insight": "Insights",
        "detail": "Insight details",
        "risk": "Risks",
        "recommendation": "Recommendations",
        "scenario": "Scenarios",
        "trigger": "Triggers",
        "entity": "Entities",
        "gap": "Declared gaps",
        "tag": "Tags",
        "unread": "Not read",
        "warning": "Warnings",
    }
)

QUIET_KINDS = frozenset({"place", "reading"})
"""Kinds that are marked in the text only while they are chosen: many words carry them."""

_EXPECTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sat": ("bluf", "techniques", "risks", "recommendations", "scenarios", "entities", "tags"),
        "hypotheses": (
            "bluf",
            "hypotheses",
            "assumptions",
            "risks",
            "recommendations",
            "scenarios",
            "entities",
            "tags",
        ),
        "brief": ("insights",),
    }
)

_EDGES: Mapping[str, Edge] = MappingProxyType(
    {"best": "best", "most_likely": "likely", "worst": "worst", "unlabelled": "none"}
)


def reader(
    report: Report, *, is_check: bool = False, overrides: Iterable[Override] = ()
) -> ReaderView:
    """Return the report's sections and its text, cut so that every item covers its span.

    How completely the report was read stands last, or first where that is what one looks for.
    ``overrides`` of the report stand in place of what they correct.
    """
    shown = report.text[:SHOWN_CHARACTERS]
    found = corrected(report, explanation(report), overrides)
    parts = tuple(_limited(one, len(shown)) for one in _sections(report, found, is_check))
    marks = [
        Mark(item.item_id, span, item.kind == "warning")
        for section in parts
        for item in section.items()
        if item.span
        for span in (item.span, *item.more_spans)
    ]
    headings = (*(section.heading for section in report.parse.sections), *_labels(report.contents))
    kinds = Counter(
        item.kind
        for part in parts
        for item in part.items()
        if item.span and item.kind not in QUIET_KINDS
    )
    notice = None
    if len(shown) < len(report.text):
        notice = f"The first {len(shown):,} of {len(report.text):,} characters are shown."
    return ReaderView(
        report.report_id,
        report.source,
        parts,
        segments(shown, marks, (span for span in headings if span.end <= len(shown))),
        tuple(KindCount(key, KINDS[key], kinds[key]) for key in KINDS if kinds[key]),
        notice,
    )


def _sections(report: Report, meant: tuple[Reading, ...], is_check: bool) -> tuple[Section, ...]:
    contents = report.contents
    expected = _EXPECTED.get(report.template, ())
    read: tuple[Section, ...] = (
        sections.bluf(contents),
        readings.places(report, meant),
        readings.event(meant),
        *((sections.head(contents),) if report.is_recognised else ()),
        sections.techniques(contents),
        sections.hypotheses(contents),
        sections.assumptions(contents),
        brief.insights(report),
        brief.overviews(contents),
        sections.risks(contents),
        sections.recommendations(contents),
        scenarios(contents.scenarios),
        sections.entities(contents),
        readings.with_tags(sections.tags(contents), meant),
    )
    found = tuple(
        section if section.groups else replace(section, note=section.note or ABSENT)
        for section in read
        if section.groups or section.note or section.key in expected
    )
    found = readings.with_readings(found, meant)
    return (*parse_report(report), *found) if is_check else (*found, *parse_report(report))


def _labels(contents: Contents) -> Iterator[Span]:
    for items in (
        contents.techniques,
        contents.hypotheses,
        contents.assumptions,
        contents.risks,
        contents.recommendations,
        contents.scenarios,
        contents.insights,
    ):
        yield from (item.heading for item in items if item.heading)


def scenarios(found: tuple[Scenario, ...]) -> Section:
    """Return the scenarios, best to worst; those of the analysis apart from the outlook's."""
    order = list(SCENARIO_KINDS)
    ranked = sorted(found, key=lambda scenario: order.index(scenario.kind))
    groups = tuple(
        Group(items, title if origin == "analysis" else None)
        for origin, title in (("outlook", ""), ("analysis", "In the analysis"))
        if (items := tuple(_scenario(one) for one in ranked if one.origin == origin))
    )
    return Section("scenarios", "Scenarios", "cards", groups)


def _scenario(found: Scenario) -> Item:
    label = named(found.kind, SCENARIO_KINDS)
    written = flowing(found.label).strip(" :") if found.label else None
    if found.kind == "unlabelled" and written:
        label = written
    return Item(
        found.scenario_id,
        "scenario",
        flowing(found.text),
        found.span,
        label=label,
        notes=(f"Horizon: {found.horizon or NOT_STATED}",),
        chips=(Chip("Kind not stated"),) if found.kind == "unlabelled" and written else (),
        edge=_EDGES[found.kind],
        parts=tuple(
            Item(
                f"{found.scenario_id}-trigger-{at}",
                "trigger",
                flowing(trigger.text),
                trigger.span,
            )
            for at, trigger in enumerate(found.triggers, 1)
        ),
    )


def _limited(section: Section, shown: int) -> Section:
    kept: list[Group] = []
    room = SHOWN_ITEMS
    for group in section.groups:
        if room > 0:
            kept.append(replace(group, items=tuple(_placed(i, shown) for i in group.items[:room])))
            room -= len(group.items)
    total = sum(len(group.items) for group in section.groups)
    note = section.note
    if total > SHOWN_ITEMS:
        note = f"The first {SHOWN_ITEMS} of {total:,} are shown."
    return replace(section, groups=tuple(kept), note=note)


def _placed(item: Item, shown: int) -> Item:
    spans = [item.span, *item.more_spans] if item.span else []
    placed = [span for span in spans if span.end <= shown]
    return replace(
        item,
        span=placed[0] if placed else None,
        more_spans=tuple(placed[1:]),
        parts=tuple(_placed(part, shown) for part in item.parts),
        readings=tuple(_placed(one, shown) for one in item.readings),
    )
