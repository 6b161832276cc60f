"""Profile V0 to V1: structured analytic techniques under Detailed Analysis."""

from dataclasses import dataclass, replace

from dash_intel.model.items import Scenario
from dash_intel.parse.document import Document
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import Reading
from dash_intel.parse.report_sections import read_shared
from dash_intel.parse.sections import bodies, sections
from dash_intel.parse.techniques import read_techniques, techniques_of_list

EXPECTED = ("bluf", "analysis", "risks", "outlook", "entities", "tags")


@dataclass(frozen=True, slots=True)
class SatProfile:
    """Reports of V0, V0.5, V1a and V1b."""

    name: str = "sat"
    version: str = "1"

    def recognises(self, document: Document) -> int:
        """Count its headings. Without Detailed Analysis three shared ones will do."""
        keys = {section.key for section in sections(document)}
        if {"hypotheses", "assumptions"} & keys and "analysis" not in keys:
            return 0
        count = len(keys & set(EXPECTED))
        return count if count >= (2 if "analysis" in keys else 3) else 0

    def read(self, notes: Notes) -> Reading:
        """Read the techniques and the scenarios under them, and what all reports share."""
        shared = read_shared(notes, EXPECTED)
        read = [read_techniques(notes, body) for body in bodies(shared.sections, "analysis")]
        named = [
            technique
            for body in bodies(shared.sections, "techniques")
            for technique in techniques_of_list(notes, body)
        ]
        analysed: list[Scenario] = [scenario for _, found in read for scenario in found]
        contents = replace(
            shared.contents,
            techniques=(*(one for techniques, _ in read for one in techniques), *named),
            scenarios=(*analysed, *shared.contents.scenarios),
        )
        return Reading(contents, shared.sections, shared.missing, shared.flags)


PROFILE = SatProfile()
