"""What the two report profiles share: head, BLUF and the sections that both have."""

from dataclasses import dataclass, replace

from dash_intel.model.items import Recommendation, Scenario
from dash_intel.model.report import Contents, Flag, Head, Section
from dash_intel.model.span import Span
from dash_intel.parse.confidence import confidence
from dash_intel.parse.entities import read_entities
from dash_intel.parse.head import read_head
from dash_intel.parse.notes import Notes
from dash_intel.parse.outlook import read_outlook
from dash_intel.parse.risks import read_risks
from dash_intel.parse.sections import bodies, head_of, sections
from dash_intel.parse.tags import read_tags

NAMES = {
    "bluf": "BLUF (Bottom Line Up Front)",
    "analysis": "Detailed Analysis",
    "hypotheses": "Competing Hypotheses",
    "assumptions": "Key Assumptions and Red Flags",
    "risks": "Implications and Strategic Risks",
    "outlook": "Recommendations and Outlook",
    "entities": "Key Individuals and Entities",
    "tags": "Thematic Tags",
    "techniques": "Structured Analytic Techniques Applied",
}
"""Section keys and the headings they are known by."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What ``read_shared`` read."""

    contents: Contents
    sections: tuple[Section, ...]
    missing: tuple[str, ...]
    flags: tuple[Flag, ...]


def read_shared(notes: Notes, expected: tuple[str, ...]) -> Shared:
    """Read head, BLUF, risks, outlook, entities and tags; note which of ``expected`` is missing."""
    found = sections(notes.document)
    notes.claim(*(section.heading for section in found))
    head, flags = read_head(notes, head_of(notes.document, found))
    head = _with_bluf(notes, head, found)
    recommendations, scenarios = _outlook(notes, found)
    listed = [read_entities(notes, body) for body in bodies(found, "entities")]
    missing = _missing(notes, found, expected)
    contents = Contents(
        head=head,
        risks=tuple(risk for body in bodies(found, "risks") for risk in read_risks(notes, body)),
        recommendations=recommendations,
        scenarios=scenarios,
        entities=tuple(entity for entities, _ in listed for entity in entities),
        declared_gaps=tuple(gap for _, gaps in listed for gap in gaps),
        tags=tuple(tag for body in bodies(found, "tags") for tag in read_tags(notes, body)),
    )
    if _is_cut_off(notes, found, missing):
        flags = (*flags, "truncated")
    return Shared(contents, found, missing, flags)


def _with_bluf(notes: Notes, head: Head, found: tuple[Section, ...]) -> Head:
    body = next((b for b in bodies(found, "bluf") if b.start < b.end), None)
    if body is None:
        return head
    notes.claim(body)
    stated = confidence(notes, body)
    spans = replace(head.spans, bluf=body, confidence=stated[1] if stated else None)
    words = notes.document.words(body)
    return replace(head, bluf=words, confidence=stated[0] if stated else None, spans=spans)


def _outlook(
    notes: Notes, found: tuple[Section, ...]
) -> tuple[tuple[Recommendation, ...], tuple[Scenario, ...]]:
    read = [read_outlook(notes, body) for body in bodies(found, "outlook")]
    return (
        tuple(advice for advices, _ in read for advice in advices),
        tuple(scenario for _, scenarios in read for scenario in scenarios),
    )


def _missing(
    notes: Notes, found: tuple[Section, ...], expected: tuple[str, ...]
) -> tuple[str, ...]:
    seen: set[str] = set()
    for section in found:
        name = NAMES[section.key]
        if section.body.start == section.body.end:
            notes.warn("empty_section", f"Nothing stands under “{name}”.", section.heading)
        elif section.key in seen:
            notes.warn("repeated_section", f"“{name}” stands more than once.", section.heading)
        seen.add(section.key)
    missing = tuple(key for key in expected if key not in seen)
    for key in missing:
        notes.warn("missing_section", f"The section “{NAMES[key]}” is missing.")
    return missing


def _is_cut_off(notes: Notes, found: tuple[Section, ...], missing: tuple[str, ...]) -> bool:
    if not found or not missing:
        return False
    last = notes.document.trimmed(Span(found[-1].heading.end, len(notes.document.text)))
    ends_well = notes.document.words(last).rstrip("*\"”’')")[-1:] in set(".!?。؟")
    is_last = found[-1].key in {"tags", "techniques"}
    cut_off = not is_last and (not ends_well or last.start == last.end)
    if cut_off:
        where = Span(max(found[-1].heading.start, last.end - 1), last.end)
        name = NAMES[found[-1].key]
        notes.warn("truncated", f"The text ends inside “{name}”; the rest is missing.", where)
    return cut_off
