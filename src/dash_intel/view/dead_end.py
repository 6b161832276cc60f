"""What to say where filters leave no report, and the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dash_intel.query.dead_end import AREAS, Way
from dash_intel.query.filters import Filters
from dash_intel.view.words import count, listed

HEADLINE = "No reports match these filters"
NOTHING = "There are no reports to choose from"

CALLED: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        AREAS: "region",
        ("period",): "period",
        ("hides_actors",): "choice to hide actors",
        ("tags",): "tag",
        ("categories",): "risk category",
        ("techniques",): "technique",
        ("publishers",): "publisher",
        ("confidences",): "confidence",
        ("without",): "choice of what to leave out",
        ("text",): "text",
    }
)
"""What was removed → what it is called in a sentence."""


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A sentence that names what empties the page, and the filters that lead out.

    ``label`` is that of the button; there is no way out where ``filters`` is empty.
    """

    headline: str
    reason: str
    label: str = ""
    filters: Filters | None = None


def dead_end(ways: Sequence[Way]) -> DeadEnd:
    """Return what to say; ``ways`` leave reports, the most first, the last one without filters."""
    if not ways:
        return DeadEnd(NOTHING, "Load reports first: the page Data tells what came of each load.")
    best, remain = ways[0], count(ways[0].reports, "report")
    if not best.removed:
        reason = f"No filter alone empties the page; without any of them {remain} remain."
        return DeadEnd(HEADLINE, reason, "Clear all filters", best.filters)
    what = CALLED[best.removed]
    label = "Show all dates" if best.removed == ("period",) else f"Remove the {what}"
    others = [
        f"without the {CALLED[way.removed]} {way.reports:,}" for way in ways[1:] if way.removed
    ]
    reason = f"The {what} leaves nothing: without it {remain} remain{'s' * (best.reports == 1)}"
    if others:
        reason = f"Without the {what} {remain} remain, {listed(tuple(others))}"
    return DeadEnd(HEADLINE, f"{reason}.", label, best.filters)
