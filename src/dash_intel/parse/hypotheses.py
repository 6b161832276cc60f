"""Profile V2 to V3: competing hypotheses, key assumptions and red flags."""

from dataclasses import dataclass, replace

from dash_intel.model.items import Assumption, Hypothesis, Statement
from dash_intel.parse.assumptions import read_assumptions
from dash_intel.parse.competing import read_hypotheses
from dash_intel.parse.confidence import confidence
from dash_intel.parse.document import Document
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import Reading
from dash_intel.parse.report_sections import Shared, read_shared
from dash_intel.parse.sections import bodies, sections
from dash_intel.parse.techniques import techniques_of_list

EXPECTED = ("bluf", "hypotheses", "assumptions", "risks", "outlook", "entities", "tags")


@dataclass(frozen=True, slots=True)
class HypothesesProfile:
    """Reports of V2, V2b and V3."""

    name: str = "hypotheses"
    version: str = "1"

    def recognises(self, document: Document) -> int:
        """Count its headings; one of its own two and another are needed."""
        keys = {section.key for section in sections(document)}
        if not {"hypotheses", "assumptions"} & keys:
            return 0
        count = len(keys & set(EXPECTED))
        return count if count >= 2 else 0

    def read(self, notes: Notes) -> Reading:
        """Read hypotheses, assessment and assumptions, and what all reports share."""
        shared = read_shared(notes, EXPECTED)
        hypotheses: tuple[Hypothesis, ...] = ()
        assessment: Statement | None = None
        for body in bodies(shared.sections, "hypotheses"):
            found, concluded = read_hypotheses(notes, body)
            hypotheses += found
            assessment = assessment or concluded
        assumptions: tuple[Assumption, ...] = ()
        for body in bodies(shared.sections, "assumptions"):
            assumptions += read_assumptions(notes, body)
        contents = replace(
            _with_confidence(notes, shared, assessment).contents,
            hypotheses=hypotheses,
            assessment=assessment,
            assumptions=assumptions,
            techniques=tuple(
                technique
                for body in bodies(shared.sections, "techniques")
                for technique in techniques_of_list(notes, body)
            ),
        )
        return Reading(contents, shared.sections, shared.missing, shared.flags)


def _with_confidence(notes: Notes, shared: Shared, assessment: Statement | None) -> Shared:
    head = shared.contents.head
    if head.confidence is not None or assessment is None:
        return shared
    stated = confidence(notes, assessment.span)
    if stated is None:
        return shared
    spans = replace(head.spans, confidence=stated[1])
    head = replace(head, confidence=stated[0], spans=spans)
    return replace(shared, contents=replace(shared.contents, head=head))


PROFILE = HypothesesProfile()
